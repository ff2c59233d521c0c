"""The notes of a course as its author's files have them, read without building a site."""

from .advice import find_advice
from .export import export_course
from .listing import ListedCard, list_cards
from .lock import CourseLock, lock_findings
from .mistakes import Finding, find_mistakes, wrong_settings
from .notes import NOTE_ENDINGS, Course, Note, course_settings, notes_in, read_course, real
from .pin import Pinned, pinned, renamed
from .render import words_of
from .review import ReviewSite, review_pages
from .settings import Settings, SettingsProblem
from .weeks import weeks_in_titles

__all__ = [
    "NOTE_ENDINGS",
    "Course",
    "CourseLock",
    "Finding",
    "ListedCard",
    "Note",
    "Pinned",
    "ReviewSite",
    "Settings",
    "SettingsProblem",
    "course_settings",
    "export_course",
    "find_advice",
    "find_mistakes",
    "list_cards",
    "lock_findings",
    "notes_in",
    "pinned",
    "read_course",
    "real",
    "renamed",
    "review_pages",
    "weeks_in_titles",
    "words_of",
    "wrong_settings",
]
