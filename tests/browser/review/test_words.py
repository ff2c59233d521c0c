"""Numbers in sentences: each in the plural form that the language of the words has for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from mkdocs_flashcards.extension.translations import Word, languages, load_translations, sentence
from mkdocs_flashcards.extension.translations.plurals import CATEGORIES, category

from ..conftest import Site
from ..courses import Student, recalls

Modules = Callable[..., Any]
Counted = Callable[..., str]
Review = Callable[..., Student]
NUMBERS = [*range(205), 999, 1000, 1001, 1_000_000, 1_000_001, 2_000_000]


@pytest.fixture
def counted(page: Page, site: Site) -> Callable[..., str]:
    """A text of a site with words in a language, as its script writes it."""
    page.goto(site.http(site.write("", script=False)))

    def said(language: str, key: str, own: dict[str, Word] | None = None, **numbers: int) -> str:
        words = load_translations(language, own)
        script = """async ([site, key, values]) => {
          Object.assign(window, { site });
          return (await import("./modules/ui/plural.js")).counted(key, values); }"""
        return str(page.evaluate(script, [{"words": dict(words.table), "language": language}, key, numbers]))

    return said


@pytest.mark.parametrize("language", languages())
def test_the_build_and_the_browser_choose_the_same_form(modules: Modules, language: str) -> None:
    script = """(_, [language, numbers]) => {
      const rules = new Intl.PluralRules(language);
      return [rules.resolvedOptions().pluralCategories, numbers.map((n) => rules.select(n))]; }"""
    names, chosen = modules("ui/i18n", script, [language, NUMBERS])
    assert chosen == [category(language, n) for n in NUMBERS]
    for word in load_translations(language).table.values():
        for forms in sentence(word)[1].values():
            assert list(forms) == sorted(names, key=CATEGORIES.index)


@pytest.mark.parametrize(
    ("language", "n", "text"),
    [
        ("en", 1, "1 review was restored."),
        ("en", 0, "0 reviews were restored."),
        ("ru", 21, "Восстановлено 21 повторение."),
        ("ru", 22, "Восстановлено 22 повторения."),
        ("ru", 25, "Восстановлено 25 повторений."),
        ("pl", 2, "Przywrócono 2 powtórki."),
        ("ar", 2, "تمت استعادة مراجعتين."),
        ("he", 1, "שוחזרה חזרה אחת."),
        ("ja", 1, "1回の復習を復元しました。"),
    ],
)
def test_a_number_in_the_browser(counted: Counted, language: str, n: int, text: str) -> None:
    assert counted(language, "restore_came", n=n) == text
    assert load_translations(language).counted("restore_came", n=n) == text


@pytest.mark.parametrize(("n", "days", "text"), [(1, 1, "1 review on 1 day, at most 3"), (2, 1, "2 reviews on 1 day,")])
def test_several_numbers_in_a_sentence(counted: Counted, n: int, days: int, text: str) -> None:
    assert text in counted("en", "says_calendar", n=n, days=days, most=3, weeks=16)


def test_a_text_of_the_sites_own_serves_every_number(counted: Counted) -> None:
    own: dict[str, Word] = {"week_count": "Karten: {n}", "says_calendar": "{n}/{days}/{most}/{weeks}"}
    assert [counted("ru", "week_count", own, n=n) for n in (1, 5)] == ["Karten: 1", "Karten: 5"]
    assert counted("ru", "says_calendar", own, n=1, days=2, most=3, weeks=4) == "1/2/3/4"
    own = {"week_count": {"one": "{n} thing", "other": "{n} things"}}
    assert [counted("ru", "week_count", own, n=n) for n in (1, 5, 21)] == ["1 thing", "5 things", "21 thing"]


def test_the_form_follows_the_language_of_the_words_and_not_of_the_page(review: Review, page: Page) -> None:
    """Japanese has one form for all numbers, and these words are English."""
    review({"week-1/a": recalls("one")}, at="review/week-1/", html='lang="ja"')
    expect(page.get_by_text("1 card from 1 note")).to_be_visible()
    expect(page.get_by_role("button", name="Practise 1 card", exact=True)).to_be_visible()


def test_a_course_says_it_in_its_own_way(review: Review, page: Page) -> None:
    words = {"practise_all": "Everything: {n}", "review_count": "Cards: {n}. Notes: {notes}."}
    review({"week-1/a": recalls("one", "two")}, at="review/week-1/", words=words)
    expect(page.get_by_text("Cards: 2. Notes: 1.")).to_be_visible()
    expect(page.get_by_role("button", name="Everything: 2", exact=True)).to_be_visible()
