"""Every word a reader sees is in the tables, each table is complete, and none holds a word that nothing shows."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest
from markdown import Markdown
from pages import tree

from mkdocs_flashcards.extension import FlashcardsExtension
from mkdocs_flashcards.extension.translations import known_language, languages, load_translations

PACKAGE = Path(__file__).parents[2] / "mkdocs_flashcards"
TABLES = sorted((PACKAGE / "translations").glob("*.json"))
ENGLISH: dict[str, str] = json.loads((PACKAGE / "translations" / "en.json").read_text(encoding="utf-8"))
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


def table(path: Path) -> dict[str, str]:
    words: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return words


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


@each_table
def test_a_table_is_written_as_the_others_are(path: Path) -> None:
    text = json.dumps(table(path), ensure_ascii=False, indent=2) + "\n"
    assert path.read_bytes() == text.encode("utf-8")


@each_table
def test_what_is_filled_in_is_what_is_filled_in_english(path: Path) -> None:
    for key, word in table(path).items():
        assert sorted(PLACE.findall(word)) == sorted(PLACE.findall(ENGLISH[key])), key
        assert "{" not in PLACE.sub("", word), key
        assert "}" not in PLACE.sub("", word), key
        assert word.format(**dict.fromkeys((place[1:-1] for place in PLACE.findall(ENGLISH[key])), 2)), key


@each_table
def test_no_word_is_empty_or_untidy(path: Path) -> None:
    for key, word in table(path).items():
        assert word, key
        assert word == word.strip(), key
        assert "  " not in word, key
        assert word == unicodedata.normalize("NFC", word), key
        assert re.sub("[\u00a0\u200c\u202f]", "", word).isprintable(), key
        assert not set(word) & set("'\"`<>&"), f"{key}: typographic quotes, and no markup"


@each_table
def test_a_sentence_ends_as_the_english_one_does(path: Path) -> None:
    for key, word in table(path).items():
        assert word.endswith((".", "。", "।", "?")) == ENGLISH[key].endswith("."), key


@each_table
def test_words_that_stand_together_can_be_told_apart(path: Path) -> None:
    words = table(path)
    for keys in TOGETHER:
        assert len({words[key].casefold() for key in keys}) == len(keys), keys
    # "True." after an answer "False" would be read as the answer.
    said = {words["said_right"], words["said_wrong"]}
    assert not {word.rstrip(".。।").casefold() for word in said} & {words["true"].casefold(), words["false"].casefold()}


@each_table
def test_two_buttons_fit_side_by_side_on_a_phone(path: Path) -> None:
    words = table(path)
    assert {key: words[key] for key in ROW if width(words[key]) > 18} == {}
    assert width(words["check"] + words["show"]) <= 30
    assert width(words["next"] + words["all"]) <= 30
    assert width(words["forgot"] + words["remembered"]) <= 26
    assert width(words["right"]) <= 14
    assert width(words["wrong"]) <= 14
    assert width(words["save"]) <= 32


@pytest.mark.parametrize("language", NOT_LATIN)
def test_no_latin_letter_hides_among_those_of_another_script(language: str) -> None:
    for key, word in table(PACKAGE / "translations" / f"{language}.json").items():
        assert not re.search(r"[a-zA-Z]", PLACE.sub("", word)), key


def test_arabic_and_persian_have_each_their_own_letters() -> None:
    arabic, persian = ("".join(load_translations(language).values()) for language in ("ar", "fa"))
    assert not set(arabic) & set("\u06cc\u06a9")
    assert not set(persian) & set("\u064a\u0643\u0629")


def test_french_has_a_space_that_does_not_break_before_a_colon() -> None:
    text = "\n".join(load_translations("fr").values())
    assert re.findall(r"(?<!\u00a0):|(?<!\u202f)[;!?]", text) == []


# Their use

# A key is a literal somewhere, or begins like one that ends with an underline: `t("said_" + verdict)`.
IN_SCRIPT = re.compile(r"\bt\(\"(\w+)\"")
IN_PYTHON = re.compile(r"\bwords\[\"(\w+)\"\]")
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
    problems = re.search(r"@type \{([^}]*)\} \*/\n  problem = ", read("progress/store.js"))
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
        assert load_translations(path.stem) == table(path)


def test_a_language_without_a_table_is_english() -> None:
    assert load_translations("nb") == ENGLISH
    assert load_translations("de-AT") == load_translations("de") != ENGLISH


def test_own_words_come_first_and_stay_with_the_site_that_gave_them() -> None:
    own = load_translations("de", {"show": "Lösung"})
    assert own["show"] == "Lösung"
    assert own == {**load_translations("de"), "show": "Lösung"}
    own["hint"] = "Tipp"
    assert load_translations("de")["show"] == "Antwort zeigen"
    assert load_translations("de")["hint"] == "Hinweis"


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
    words = table(path)
    root = tree(Markdown(extensions=[FlashcardsExtension(language=path.stem)]).convert(CARDS))
    assert {node.one("summary").raw for node in root.all("details.flash-answer")} == {words["show"]}
    assert root.one("details.flash-hint").one("summary").raw == words["hint"]
    assert root.one("p.flash-source").one("span").raw.startswith(words["source"])
    assert root.one("p.flash-count").raw == words["items"].format(n=2)
    assert root.one("span.flash-verdict").raw == words["right"]
    assert root.one("p.flash-mistake-title").raw == words["mistake"]
    assert root.one("span.flash-blank")["aria-label"] == words["blank"].format(n=1)
