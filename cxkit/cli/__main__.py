"""``python -m cxkit.cli``: the command line where no script was installed."""

from cxkit.cli import main

main()
