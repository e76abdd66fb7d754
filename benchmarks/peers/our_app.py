"""Serve a folder of notebooks by our front, as the peers serve their apps."""

import sys
from pathlib import Path

from cxkit.classroom.app import make_app
from cxkit.store import Store

folder, port, token = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
database = folder / "cxworkbook.db"
with Store.create_or_upgrade(database) as store:
    make_app(store, database, port=port, root=folder, token=token).start()
