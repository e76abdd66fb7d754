"""Word lists moved to ``cxkit.language.word_lists``."""

from cxkit.language.word_lists import WordLists, compile_phrases, fold

__all__ = ["WordLists", "compile_phrases", "fold"]
