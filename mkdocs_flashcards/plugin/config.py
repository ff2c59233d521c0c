"""The settings an author may write below `- flashcards:` in mkdocs.yml."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError

from ..extension.words import known_language, languages, load_words

YAML_READS = {True: "true", False: "false"}
GAP = re.compile(r"\{\w+\}")
COURSE = re.compile(r"[\w.-]+")


class Language(c.Optional[str]):
    """A language there is a table of words for."""

    def __init__(self) -> None:
        super().__init__(c.Type(str))

    def run_validation(self, value: object) -> str | None:
        name = super().run_validation(value)
        if name is not None and known_language(name) is None:
            raise ValidationError(f"there are no words for {name!r}. Languages are {', '.join(languages())}.")
        return name


class OwnWords(c.OptionallyRequired[dict[str, str]]):
    """Single words of the table, said differently."""

    def __init__(self) -> None:
        super().__init__(default={})

    def run_validation(self, value: object) -> dict[str, str]:
        if not isinstance(value, Mapping):
            raise ValidationError(f"expected words by name, such as show: Reveal, found {value!r}.")
        known = load_words("en")
        words: dict[str, str] = {str(YAML_READS.get(name, name)): word for name, word in value.items()}
        for name, word in words.items():
            if name not in known:
                raise ValidationError(f"there is no word {name!r}. Words are {', '.join(known)}.")
            if not isinstance(word, str):
                raise ValidationError(f"expected a text for the word {name!r}, found {word!r}. Put it into quotes.")
            if not word.strip():
                raise ValidationError(f"the word {name!r} is empty. Write what a reader shall see, or leave it out.")
            if sorted(GAP.findall(known[name])) != sorted(GAP.findall(word)):
                raise ValidationError(
                    f"expected the same {{…}} in the word {name!r} as in {known[name]!r}, found {word!r}."
                )
        return words


class Course(c.Optional[str]):
    """A name for the place where students' progress is kept."""

    def __init__(self) -> None:
        super().__init__(c.Type(str))

    def run_validation(self, value: object) -> str | None:
        name = super().run_validation(value)
        if name is not None and not COURSE.fullmatch(name):
            raise ValidationError(f"expected letters, digits, '-', '_' and '.', such as algebra-2026, found {name!r}.")
        return name


class FlashcardsConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs does not type it
    """The settings, each with its meaning below it."""

    language = Language()
    """Language of the words a reader sees. By default the theme's, where there is a table for it, else English."""

    words = OwnWords()
    """Single words of the table, said differently: `show: Reveal`."""

    course = Course()
    """Name under which a browser keeps the progress with this course. By default the address of the site; a site that
    lies at several addresses (versions, languages) shares its students' progress by giving one name."""
