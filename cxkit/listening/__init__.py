"""Listening: what people need, which of it they expect and which they would tell, and who hears."""

from cxkit.core.exercise import Exercise
from cxkit.listening.checks import check_needs, check_posts
from cxkit.listening.model import KanoAnswer, Listening, LogEntry, Needs, Post, Requirement, Sheets
from cxkit.listening.picture import draw_needs, draw_posts

EXERCISES = (
    Exercise(Needs, check_needs, draw_needs),
    Exercise(Listening, check_posts, draw_posts),
)

__all__ = [
    "EXERCISES",
    "KanoAnswer",
    "Listening",
    "LogEntry",
    "Needs",
    "Post",
    "Requirement",
    "Sheets",
]
