"""Every word a reader sees is in the tables, each table is complete, and none holds a word that nothing shows."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest
from markdown import Markdown
from pages import tree

from mkdocs_flashcards.cards.verdicts import SYNONYMS
from mkdocs_flashcards.extension import FlashcardsExtension
from mkdocs_flashcards.extension.translations import (
    Translations,
    Word,
    known_language,
    languages,
    load_translations,
    sentence,
    texts_of,
)
from mkdocs_flashcards.extension.translations.plurals import CATEGORIES, category

PACKAGE = Path(__file__).parents[2] / "mkdocs_flashcards"
TABLES = sorted((PACKAGE / "translations").glob("*.json"))
ENGLISH: dict[str, Word] = json.loads((PACKAGE / "translations" / "en.json").read_text(encoding="utf-8"))
PLACE = re.compile(r"\{\w*\}")
NOT_LATIN = ("ar", "el", "fa", "he", "hi", "ja", "ko", "ru", "uk", "zh")

# Words that stand in a card together, so no two of them may read the same.
TOGETHER = [
    ("check", "show"),
    ("next", "all"),
    ("true", "false"),
    ("right", "almost", "wrong"),
    ("said_right", "said_almost", "said_wrong"),
    ("forgot", "remembered"),
    ("noted_1", "noted_3"),
    ("count_1", "count_3", "undo", "again"),
]
ROW = ("show", "next", "all", "true", "false", "check", "forgot", "remembered", "count_1", "count_3", "undo", "again")


def table(path: Path) -> dict[str, Word]:
    words: dict[str, Word] = json.loads(path.read_text(encoding="utf-8"))
    return words


def plain(path: Path) -> dict[str, str]:
    """The words without plural forms."""
    return {key: word for key, word in table(path).items() if isinstance(word, str)}


def texts(path: Path) -> list[tuple[str, str]]:
    """Every text of a table, a plural form being one, with its key."""
    return [(key, text) for key, word in table(path).items() for text in texts_of(word)]


def width(text: str) -> int:
    """In letters of the Latin alphabet, of which those of East Asia take two, and marks on another letter none."""
    wide = {"W": 2, "F": 2}
    return sum(
        0 if unicodedata.category(letter) in ("Mn", "Cf") else wide.get(unicodedata.east_asian_width(letter), 1)
        for letter in text
    )


# The tables

each_table = pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)


@each_table
def test_a_table_has_every_word_once_in_the_order_of_english(path: Path) -> None:
    pairs = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=list)
    assert [key for key, _ in pairs] == list(ENGLISH)
    assert {key for key, word in table(path).items() if isinstance(word, str)} == {
        key for key, word in ENGLISH.items() if isinstance(word, str)
    }


@each_table
def test_a_table_is_written_as_the_others_are(path: Path) -> None:
    text = json.dumps(table(path), ensure_ascii=False, indent=2) + "\n"
    assert path.read_bytes() == text.encode("utf-8")


@each_table
def test_what_is_filled_in_is_what_is_filled_in_english(path: Path) -> None:
    for key, word in table(path).items():
        expected = set(PLACE.findall(texts_of(ENGLISH[key])[-1]))
        text, forms = sentence(word)
        assert set(forms) == set(sentence(ENGLISH[key])[1]), key
        for one in (text, *(form for some in forms.values() for form in some.values())):
            assert "{" not in PLACE.sub("", one), key
            assert "}" not in PLACE.sub("", one), key
        assert set(PLACE.findall(texts_of(word)[-1])) == expected, key
        for one in texts_of(word):
            assert one.format(**dict.fromkeys((place[1:-1] for place in expected), 2)), key


@each_table
def test_a_number_is_left_out_only_where_the_form_says_it(path: Path) -> None:
    """Hebrew and Arabic say one and two of a thing without a digit. A form that serves several numbers needs them."""
    for key, word in table(path).items():
        for place, forms in sentence(word)[1].items():
            for name, form in forms.items():
                numbers = [n for n in range(200) if category(path.stem, n) == name]
                assert f"{{{place}}}" in form or len(numbers) == 1, f"{key} {name}"


@each_table
def test_no_word_is_empty_or_untidy(path: Path) -> None:
    for key, word in texts(path):
        assert word, key
        assert word == word.strip(), key
        assert "  " not in word, key
        assert word == unicodedata.normalize("NFC", word), key
        assert re.sub("[\u00a0\u200c\u202f]", "", word).isprintable(), key
        assert not set(word) & set("'\"`<>&"), f"{key}: typographic quotes, and no markup"


@each_table
def test_a_sentence_ends_as_the_english_one_does(path: Path) -> None:
    for key, word in texts(path):
        expected = texts_of(ENGLISH[key])[-1].endswith((".", "?"))
        assert word.endswith((".", "。", "।", "?", "？", "؟", ";")) == expected, key


@each_table
def test_words_that_stand_together_can_be_told_apart(path: Path) -> None:
    words = plain(path)
    for keys in TOGETHER:
        assert len({words[key].casefold() for key in keys}) == len(keys), keys
    # "True." after an answer "False" would be read as the answer.
    said = {words["said_right"], words["said_wrong"]}
    assert not {word.rstrip(".。।").casefold() for word in said} & {words["true"].casefold(), words["false"].casefold()}


@each_table
def test_two_buttons_fit_side_by_side_on_a_phone(path: Path) -> None:
    words = plain(path)
    assert {key: words[key] for key in ROW if width(words[key]) > 18} == {}
    assert width(words["check"] + words["show"]) <= 30
    assert width(words["next"] + words["all"]) <= 30
    assert width(words["forgot"] + words["remembered"]) <= 26
    assert width(words["right"]) <= 14
    assert width(words["wrong"]) <= 14
    assert width(words["save"]) <= 32


@pytest.mark.parametrize("language", NOT_LATIN)
def test_no_latin_letter_hides_among_those_of_another_script(language: str) -> None:
    for key, word in texts(PACKAGE / "translations" / f"{language}.json"):
        assert not re.search(r"[a-zA-Z]", PLACE.sub("", word)), key


def test_arabic_and_persian_have_each_their_own_letters() -> None:
    arabic, persian = ((PACKAGE / f"translations/{one}.json").read_text(encoding="utf-8") for one in ("ar", "fa"))
    assert not set(arabic) & set("\u06cc\u06a9")
    assert not set(persian) & set("\u064a\u0643\u0629")


def test_french_has_a_space_that_does_not_break_before_a_colon() -> None:
    text = "\n".join(text for _, text in texts(PACKAGE / "translations" / "fr.json"))
    assert re.findall(r"(?<!\u00a0):|(?<!\u202f)[;!?]", text) == []


def test_a_language_is_known_wherever_languages_are_listed() -> None:
    vocabulary = json.loads((PACKAGE / "exchange/questions/vocabulary.json").read_text(encoding="utf-8"))
    assert SYNONYMS.keys() | {"en"} == set(languages())
    for name, entries in vocabulary.items():
        assert entries.keys() == set(languages()), name


# Plural forms

# Read off in CLDR 48; tests/browser/test_words.py asks the browser.
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


# Their use

# A key is a literal somewhere, or begins like one that ends with an underline: `t("said_" + verdict)`.
IN_SCRIPT = re.compile(r"\b(?:t|counted)\(\"(\w+)\"")
IN_PYTHON = re.compile(r"\b(?:words|translations)(?:\[|\.counted\()\"(\w+)\"")
LITERAL = re.compile(r"[\"'`](\w+)[\"'`]")


def sources(*patterns: str) -> list[str]:
    return [path.read_text(encoding="utf-8") for pattern in patterns for path in PACKAGE.glob(pattern)]


def stands_for(literal: str) -> set[str]:
    """The words that a literal in a program may ask for."""
    return {key for key in ENGLISH if key == literal or (literal.endswith("_") and key.startswith(literal))}


def test_every_word_that_is_asked_for_has_an_entry() -> None:
    scripts, modules = sources("assets/**/*.js"), sources("extension/**/*.py", "plugin/**/*.py")
    asked = {key for text in scripts for key in IN_SCRIPT.findall(text)}
    asked |= {key for text in modules for key in IN_PYTHON.findall(text)}
    assert len(asked) > 60
    assert {key for key in asked if not stands_for(key)} == set()


def test_every_entry_is_asked_for() -> None:
    texts = sources("assets/**/*.js", "extension/**/*.py", "plugin/**/*.py")
    literals = {literal for text in texts for literal in LITERAL.findall(text)}
    used = set().union(*map(stands_for, literals))
    assert set(ENGLISH) - used == set()


def test_the_endings_of_keys_are_those_the_script_knows() -> None:
    def read(name: str) -> str:
        return (PACKAGE / "assets" / name).read_text(encoding="utf-8")

    shapes = re.search(r"^type Verdict = (.*);$", read("site.d.ts"), re.M)
    problems = re.search(r'^type Problem = "" \| (.*);$', read("site.d.ts"), re.M)
    files = re.search(r"  problem: \"\" \| (.*);$", read("review.d.ts"), re.M)
    assert shapes
    assert problems
    assert files
    grades = set(re.findall(r"(?:AGAIN|GOOD): (\d+)", read("progress/rating.js")))
    endings = {
        "said_": set(re.findall(r"\w+", shapes[1])),
        "storage_": set(re.findall(r"\w+", problems[1])) | {"rest"},
        "count_": grades,
        "noted_": grades | {"mixed"},
        "grade_": {"1", "2", "3", "4"},
    }
    for beginning, ends in endings.items():
        assert stands_for(beginning) == {beginning + end for end in ends}
    assert {f"restore_{problem}" for problem in re.findall(r"\w+", files[1])} <= set(ENGLISH)


# Which table


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("en", "en"),
        ("de", "de"),
        ("DE", "de"),
        ("de-AT", "de"),
        ("de_CH", "de"),
        ("pt", "pt"),
        ("pt-BR", "pt"),
        ("pt_BR", "pt"),
        ("es-419", "es"),
        ("zh", "zh"),
        ("zh_CN", "zh"),
        ("zh-TW", "zh"),
        ("zh-Hant", "zh"),
        ("zh-Hans-CN", "zh"),
        ("he", "he"),
        ("id", "id"),
        ("fa", "fa"),
        ("ja", "ja"),
        # Languages of Material for which there is no table, some of which begin like one.
        ("hy", None),
        ("nb", None),
        ("nn", None),
        ("et", None),
        ("sh", None),
        ("ku-IQ", None),
        # And what is no language.
        ("", None),
        ("-", None),
        ("-de", None),
        ("d", None),
        ("deu", None),
        ("xx-de", None),
        ("../translations/de", None),
    ],
)
def test_a_code_asks_for_a_language(name: str, language: str | None) -> None:
    assert known_language(name) == language


def test_every_table_is_found_by_its_name() -> None:
    assert list(languages()) == sorted(path.stem for path in TABLES)
    for path in TABLES:
        assert known_language(path.stem) == path.stem
        assert load_translations(path.stem) == Translations(path.stem, table(path))


def test_a_language_without_a_table_is_english() -> None:
    assert load_translations("nb") == Translations("en", ENGLISH)
    assert load_translations("de-AT") == load_translations("de") != load_translations("en")


def test_own_words_come_first_and_stay_with_the_site_that_gave_them() -> None:
    own = load_translations("de", {"show": "Lösung"})
    assert own["show"] == "Lösung"
    assert own.table == {**load_translations("de").table, "show": "Lösung"}
    assert load_translations("de")["show"] == "Antwort zeigen"


# On a page

CARDS = """
```flashcard hint="h" source="s"
Name them.
---
1. a
2. b
```

```cloze
One ==gap==.
```

```flashcard
Which?
---
- [x] this
- [ ] that
```

```cloze
No gap.
```
"""


@each_table
def test_a_page_speaks_the_language_of_the_site(path: Path) -> None:
    words = load_translations(path.stem)
    root = tree(Markdown(extensions=[FlashcardsExtension(language=path.stem)]).convert(CARDS))
    assert {node.one("summary").raw for node in root.all("details.flash-answer")} == {words["show"]}
    assert root.one("details.flash-hint").one("summary").raw == words["hint"]
    assert root.one("p.flash-source").one("span").raw.startswith(words["source"])
    labels = [card["data-label"] for card in root.all("flash-card")]
    assert f"≡ {words['kind_list']} · 2" in labels
    assert root.one("span.flash-verdict").raw == words["right"]
    assert root.one("p.flash-mistake-title").raw == words["mistake"]
    assert root.one("span.flash-blank")["aria-label"] == words["blank"].format(n=1)
