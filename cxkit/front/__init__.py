"""The front: page shells, styles and the script that hosts widgets without Voila's own front."""

from pathlib import Path

from cxkit.front.assets import Asset, assets
from cxkit.front.bringing import BringView, bring_page
from cxkit.front.chapter import Shell, chapter_shell, page_script
from cxkit.front.names import file_name
from cxkit.front.pages import HomeView, RoomView, error_page, home_page, locked_page
from cxkit.front.waiting import Wait, waiting_page

STOCK_TEMPLATES = Path(__file__).parent / "voila-stock"

__all__ = [
    "STOCK_TEMPLATES",
    "Asset",
    "BringView",
    "HomeView",
    "RoomView",
    "Shell",
    "Wait",
    "assets",
    "bring_page",
    "chapter_shell",
    "error_page",
    "file_name",
    "home_page",
    "locked_page",
    "page_script",
    "waiting_page",
]
