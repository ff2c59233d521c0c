"""Every table of words is complete and tidy: its keys, what is filled in, its letters, and the width of its buttons."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest
from translation_tables import ENGLISH, PACKAGE, each_table, plain, table, texts

from mkdocs_flashcards.cards.verdicts import SYNONYMS
from mkdocs_flashcards.extension.translations import languages, sentence, texts_of
from mkdocs_flashcards.extension.translations.plurals import category

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


def width(text: str) -> int:
    """In letters of the Latin alphabet, of which those of East Asia take two, and marks on another letter none."""
    wide = {"W": 2, "F": 2}
    return sum(
        0 if unicodedata.category(letter) in ("Mn", "Cf") else wide.get(unicodedata.east_asian_width(letter), 1)
        for letter in text
    )


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
