"""A program: the same application on other notebooks, with other limits or another interpreter."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from cxkit.classroom.app import make_app, run
from cxkit.language import as_lang
from cxkit.store import Store


def main(told: dict[str, object]) -> None:
    """Serve what the options say."""
    database = Path(str(told["folder"])) / "cxworkbook.db"
    store = Store.create_or_upgrade(database)
    root = told.get("root")
    app = make_app(
        store,
        database,
        port=int(str(told["port"])),
        root=Path(str(root)) if root else None,
        lang=as_lang(str(told["lang"])),
    )
    for name in ("per_person", "in_all", "grace", "lost_grace"):
        if name in told:
            app.config.OwnedKernels[name] = told[name]
    app.ready = lambda running: print(running.address, flush=True)
    if "python" in told:
        sys.executable = str(told["python"])
    run(app)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
