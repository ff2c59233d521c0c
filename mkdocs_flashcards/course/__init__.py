"""The notes of a course as its author's files have them, read without building a site."""

from .advice import find_advice
from .export import export_course
from .listing import ListedCard, list_cards
from .mistakes import Finding, find_mistakes
from .notes import Course, Note, read_course
from .pin import Pinned, pinned
from .render import words_of
from .settings import Settings, SettingsProblem
from .weeks import weeks_in_titles

__all__ = [
    "Course",
    "Finding",
    "ListedCard",
    "Note",
    "Pinned",
    "Settings",
    "SettingsProblem",
    "export_course",
    "find_advice",
    "find_mistakes",
    "list_cards",
    "pinned",
    "read_course",
    "weeks_in_titles",
    "words_of",
]
