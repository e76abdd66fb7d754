"""The checks of the slice: what tells listening from collecting."""

from cxkit.listening.check_needs import check_needs
from cxkit.listening.check_posts import check_posts

__all__ = ["check_needs", "check_posts"]
