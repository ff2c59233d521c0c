"""Which plural form a whole number takes in each language that has a table of words.

The rules are those of Unicode CLDR 48, cut down to whole numbers. Browsers know them as `Intl.PluralRules`; a test
compares the two. https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html
"""

from __future__ import annotations

from collections.abc import Callable

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""The names that CLDR gives plural forms. Every language has the last one."""


def category(language: str, number: int) -> str:
    """The plural form of a whole number that is not negative; the English one for a language without a rule."""
    return RULES.get(language, _one)(number)


def _other(_: int) -> str:
    return "other"


def _one(number: int) -> str:
    return "one" if number == 1 else "other"


def _up_to_one(number: int) -> str:
    return "one" if number < 2 else "other"


def _millions(rule: Callable[[int], str]) -> Callable[[int], str]:
    """A rule of a language in which whole millions take a preposition: `1 000 000 de cartes`."""
    return lambda number: "many" if number and number % 1_000_000 == 0 else rule(number)


def _hebrew(number: int) -> str:
    return {1: "one", 2: "two"}.get(number, "other")


def _czech(number: int) -> str:
    return "one" if number == 1 else "few" if number in (2, 3, 4) else "other"


def _polish(number: int) -> str:
    return "one" if number == 1 else "few" if _ends_in_few(number) else "many"


def _east_slavic(number: int) -> str:
    ends_in_one = number % 10 == 1 and number % 100 != 11
    return "one" if ends_in_one else "few" if _ends_in_few(number) else "many"


def _ends_in_few(number: int) -> bool:
    return number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14)


def _arabic(number: int) -> str:
    if number < 3:
        return ("zero", "one", "two")[number]
    return "few" if 3 <= number % 100 <= 10 else "many" if number % 100 >= 11 else "other"


RULES: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("de", "el", "en", "nl", "sv", "tr"), _one),
    **dict.fromkeys(("fa", "hi"), _up_to_one),
    **dict.fromkeys(("id", "ja", "ko", "vi", "zh"), _other),
    **dict.fromkeys(("es", "it"), _millions(_one)),
    **dict.fromkeys(("fr", "pt"), _millions(_up_to_one)),
    **dict.fromkeys(("ru", "uk"), _east_slavic),
    "ar": _arabic,
    "cs": _czech,
    "he": _hebrew,
    "pl": _polish,
}
