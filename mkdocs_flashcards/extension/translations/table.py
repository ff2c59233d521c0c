"""The table of words: every text a reader sees, in each language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from .plurals import category

Forms = Mapping[str, str]
"""A text in each plural form that its language has: `{"one": "{n} card", "other": "{n} cards"}`."""
Word = str | Forms | Mapping[str, str | Forms]
"""A text; its plural forms, chosen by `{n}`; or a sentence `text` with the forms of each number in it, by its name."""


@dataclass(frozen=True)
class Translations:
    """The words of one language."""

    language: str
    table: Mapping[str, Word]

    def __getitem__(self, name: str) -> str:
        """A text that has no plural forms."""
        word = self.table[name]
        assert isinstance(word, str), f"{name} has plural forms"
        return word

    def counted(self, name: str, **numbers: int) -> str:
        """A text with whole numbers in it, each in its plural form. What a site says as one text is said as it is."""
        text, forms = sentence(self.table[name])
        phrases = {
            place: choose(forms[place], category(self.language, number)).format(**numbers)
            for place, number in numbers.items()
            if place in forms
        }
        return text.format(**{**numbers, **phrases})


def sentence(word: Word) -> tuple[str, Mapping[str, Forms]]:
    """A word as a text, and the plural forms of numbers in it."""
    if isinstance(word, str):
        return word, {}
    if "text" not in word:
        return "{n}", {"n": {name: form for name, form in word.items() if isinstance(form, str)}}
    return str(word["text"]), {name: forms for name, forms in word.items() if not isinstance(forms, str)}


def choose(forms: Forms, form: str) -> str:
    """One of a word's plural forms; the general one where a site's own word lacks it."""
    return forms.get(form, forms["other"])


def texts_of(word: Word) -> list[str]:
    """Each text that a word can become, with its places still open."""
    text, forms = sentence(word)
    texts = [text]
    for place, some in forms.items():
        texts = [one.replace(f"{{{place}}}", form) for one in texts for form in some.values()]
    return texts


@cache
def languages() -> tuple[str, ...]:
    """The languages there is a table for."""
    table = files("mkdocs_flashcards") / "translations"
    return tuple(sorted(entry.name.removesuffix(".json") for entry in table.iterdir() if entry.name.endswith(".json")))


@cache
def _table(language: str) -> dict[str, Word]:
    text = (files("mkdocs_flashcards") / "translations" / f"{language}.json").read_text(encoding="utf-8")
    words: dict[str, Word] = json.loads(text)
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


def load_translations(language: str, own: Mapping[str, Word] | None = None) -> Translations:
    """The words of a language, with the site's own in place of some; English for a language without a table."""
    known = known_language(language) or "en"
    return Translations(known, {**_table(known), **(own or {})})
