"""The notes of a course as its author's files have them, read without building a site."""

from .mistakes import Finding, find_mistakes
from .notes import Course, Note, read_course
from .settings import Settings, SettingsProblem

__all__ = ["Course", "Finding", "Note", "Settings", "SettingsProblem", "find_mistakes", "read_course"]
