"""Weeks in the short form in which the tests write them."""

from __future__ import annotations

from mkdocs_flashcards.plugin.weeks import OTHER, Week


def numbers(week: Week | None) -> str:
    """A week, as the tables write it."""
    if week is None:
        return "-"
    if week == OTHER:
        return "other"
    if week.first is None:
        return week.name
    return f"{week.first}" if week.first == week.last else f"{week.first}..{week.last}"


def no_titles(_: str) -> list[str]:
    return []
