"""The notes of a course as its author's files have them, read without building a site."""

from .mistakes import Finding, find_mistakes
from .notes import Course, Note, read_course
from .pin import Pinned, pinned
from .settings import Settings, SettingsProblem

__all__ = [
    "Course",
    "Finding",
    "Note",
    "Pinned",
    "Settings",
    "SettingsProblem",
    "find_mistakes",
    "pinned",
    "read_course",
]
