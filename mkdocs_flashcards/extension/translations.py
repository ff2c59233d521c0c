"""The table of words: every text a reader sees, in each language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

Translations = Mapping[str, str]


@cache
def languages() -> tuple[str, ...]:
    """The languages there is a table for."""
    table = files("mkdocs_flashcards") / "translations"
    return tuple(sorted(entry.name.removesuffix(".json") for entry in table.iterdir() if entry.name.endswith(".json")))


@cache
def _table(language: str) -> dict[str, str]:
    text = (files("mkdocs_flashcards") / "translations" / f"{language}.json").read_text(encoding="utf-8")
    words: dict[str, str] = json.loads(text)
    return words


def known_language(name: str) -> str | None:
    """The language of ours that a code such as `de`, `pt_BR` or `zh-Hant` asks for; None where there is none."""
    code = name.replace("_", "-").lower()
    while code:
        for language in languages():
            if language.lower() == code:
                return language
        code = code.rpartition("-")[0]
    return None


def load_translations(language: str, own: Translations | None = None) -> dict[str, str]:
    """The words of a language, with the site's own in place of some; English where a translation lacks one."""
    return {**_table("en"), **_table(known_language(language) or "en"), **(own or {})}
