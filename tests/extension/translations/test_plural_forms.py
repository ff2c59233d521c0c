"""Counted words have the plural forms of their language, and the right one is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from translation_tables import each_table, table

from mkdocs_flashcards.extension.translations import load_translations, sentence
from mkdocs_flashcards.extension.translations.plurals import CATEGORIES, category

# Read off in CLDR 48; tests/browser/review/test_words.py asks the browser.
FORMS = {
    ("id", "ja", "ko", "vi", "zh"): ["other"],
    ("de", "el", "en", "fa", "hi", "nl", "sv", "tr"): ["one", "other"],
    ("es", "fr", "it", "pt"): ["one", "many", "other"],
    ("he",): ["one", "two", "other"],
    ("cs", "pl", "ru", "uk"): ["one", "few", "many", "other"],
    ("ar",): ["zero", "one", "two", "few", "many", "other"],
}


@each_table
def test_a_counted_word_has_exactly_the_plural_forms_of_its_language(path: Path) -> None:
    (expected,) = [names for codes, names in FORMS.items() if path.stem in codes]
    found = {place: list(some) for word in table(path).values() for place, some in sentence(word)[1].items()}
    assert "n" in found
    assert list(found.values()) == [expected] * len(found)
    for word in table(path).values():
        assert all(list(some) == expected for some in sentence(word)[1].values())
    assert {category(path.stem, n) for n in (*range(200), 1_000_000)} <= set(expected) <= set(CATEGORIES)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", {0: "0 cards", 1: "1 card", 2: "2 cards", 21: "21 cards"}),
        ("de", {0: "0 Karten", 1: "1 Karte", 2: "2 Karten"}),
        ("fr", {0: "0 carte", 1: "1 carte", 2: "2 cartes", 1_000_000: "1000000 de cartes"}),
        ("pl", {1: "1 fiszka", 2: "2 fiszki", 5: "5 fiszek", 12: "12 fiszek", 21: "21 fiszek", 22: "22 fiszki"}),
        ("ru", {1: "1 карточка", 3: "3 карточки", 11: "11 карточек", 21: "21 карточка", 112: "112 карточек"}),
        ("cs", {1: "1 kartička", 4: "4 kartičky", 5: "5 kartiček", 22: "22 kartiček"}),
        ("he", {1: "כרטיס אחד", 2: "שני כרטיסים", 3: "3 כרטיסים"}),
        ("ar", {1: "بطاقة واحدة", 2: "بطاقتان", 3: "3 بطاقات", 11: "11 بطاقة", 100: "100 بطاقة", 103: "103 بطاقات"}),
        ("ja", {1: "カード1枚", 2: "カード2枚"}),
    ],
)
def test_a_number_of_cards_is_said_as_the_language_says_it(language: str, said: dict[int, str]) -> None:
    words = load_translations(language)
    assert {n: words.counted("week_count", n=n) for n in said} == said


def test_each_number_of_a_sentence_has_its_own_form() -> None:
    words = load_translations("en")
    assert words.counted("review_count", n=1, notes=2) == "1 card from 2 notes"
    assert words.counted("review_count", n=2, notes=1) == "2 cards from 1 note"
    assert load_translations("ru").counted("review_count", n=21, notes=2) == "21 карточка из 2 конспектов"


def test_a_counted_word_of_the_sites_own_may_be_one_text_or_forms() -> None:
    own = {"week_count": "Cards: {n}", "review_count": "{notes} notes, {n} cards", "items": {"other": "{n} things"}}
    words = load_translations("ru", own)
    assert [words.counted("week_count", n=n) for n in (1, 5)] == ["Cards: 1", "Cards: 5"]
    assert words.counted("review_count", n=1, notes=2) == "2 notes, 1 cards"
    assert words.counted("items", n=1) == "1 things"
    assert (
        load_translations("en", {"items": {"one": "{n} thing", "other": "{n} things"}}).counted("items", n=1)
        == "1 thing"
    )
