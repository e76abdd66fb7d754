"""A program: serve a class as ``cxkit serve --class`` does, with forked kernels or plain ones."""

from __future__ import annotations

import sys
from pathlib import Path

from cxkit.classroom.app import make_app, run
from cxkit.classroom.opening import open_class
from cxkit.store import Store

NAME = "Benchmark"


def main(folder: Path, port: int, kernels: str) -> None:
    """Serve until told to stop."""
    database = folder / "cxworkbook.db"
    with Store.create_or_upgrade(database) as store:
        room = open_class(store, NAME, "en").room
        app = make_app(store, database, port=port, classroom=room.id)
        app.config.OwnedKernels.forking = kernels == "forked"
        app.ready = lambda running: print(f"code {room.code}", flush=True)
        run(app)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
