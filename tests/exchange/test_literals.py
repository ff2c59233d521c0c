"""Literals of JSON and JavaScript are read as their languages have them, and nothing is run."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_flashcards.exchange.texts.scripts.find import find_lists
from mkdocs_flashcards.exchange.texts.scripts.literals import Code, Literals, NoLiteral
from mkdocs_flashcards.exchange.texts.scripts.objects import is_json, is_script

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


def value(text: str) -> object:
    return Literals(text).value(0)[0]


@settings(deadline=None)  # measures nothing
@given(VALUES, st.booleans(), st.sampled_from([None, 2]))
def test_json_is_read_as_python_reads_it(data: object, is_ascii: bool, indent: int | None) -> None:
    assert value(json.dumps(data, ensure_ascii=is_ascii, indent=indent)) == data


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"'it\'s'", "it's"),
        (r'"a\tb\u00e9\x41\u{1F600}"', "a\tbéA😀"),
        ("\"two\" + 'three' // and\n + `four`", "twothreefour"),
        ("`a\n      b\n        c`", "a\nb\n  c"),
        ("[1, -2.5, .5, 1e3, 0xff, 1_000,]", [1, -2.5, 0.5, 1000.0, 255, 1000]),
        ("{a: 1, 'b': 2, \"c\": 3, 4: 4, $d: 5, é: 6}", {"a": 1, "b": 2, "c": 3, "4": 4, "$d": 5, "é": 6}),
        ("{a: [ /* no */ ], // nothing\n b: undefined}", {"a": [], "b": None}),
        (
            "{a: f(1, [2]), b: x => ({y: '}'}), c: 1 + 2}",
            {"a": Code("f(1, [2])"), "b": Code("x => ({y: '}'})"), "c": Code("1 + 2")},
        ),
        ("[`a ${b}`, `a \\${b}`]", [Code("`a ${b}`"), "a ${b}"]),
        (
            "{a, ...b, c() { return 1; }, d: 1}",
            {"a": Code(""), "...": Code("b"), "c": Code("() { return 1; }"), "d": 1},
        ),
    ],
)
def test_javascript_is_read_as_far_as_it_is_literal(text: str, expected: object) -> None:
    assert value(text) == expected


@pytest.mark.parametrize("text", ["{", "[1", '"a', "`a", "{a: 1", "{a: f(", "[1 2]", '["a" "b"]', "[" * 5000, "{]"])
def test_what_does_not_end_is_no_literal(text: str) -> None:
    with pytest.raises(NoLiteral):
        value(text)


@settings(deadline=None)
@given(st.text(st.sampled_from("[]{}:,'\"`\\/*$q=a \n1+("), max_size=60))
def test_any_text_is_looked_at_without_harm(text: str) -> None:
    is_json(text)
    is_script(text)


@pytest.mark.parametrize(
    "text", ["[{" * 100_000, "[/*" * 100_000, "[{a:`" * 50_000, "<script>[{" * 20_000, "[{q:1,a:(" * 50_000]
)
def test_a_hostile_script_takes_no_longer_than_its_length(text: str) -> None:
    assert not is_script(text)


@pytest.mark.parametrize(
    "text",
    [
        '["What is a?",' * 30_000,
        '{"a?":' * 50_000,
        'f("Is it?",' * 30_000,
        "new A(" * 50_000,
        "q=[new A(" * 20_000,
        "q=[" + "A(" * 9_000 + ")" * 9_000,
    ],
)
def test_a_hostile_script_that_asks_is_read_in_proportion_too(text: str) -> None:
    assert not is_script(text)
    find_lists(text)


@pytest.mark.parametrize(
    "text",
    [
        'const colours = [["#fff", "#000"], ["red", "#f00"]];',
        'const menu = [["Home", "/"], ["What is new?", "/new"], ["About", "/about"]];',
        "const places = [[50.7, 7.1], [41.9, 12.5]];",
        'const nav = [{title: "Home", url: "/"}, {title: "Help?", url: "/help"}];',
        'const features = [{title: "Fast", description: "It starts at once."}];',
        'const team = [{name: "Ann", title: "Dr", text: "leads us"}];',
        'const fields = [{text: "Red", value: 1}, {text: "Blue", value: 2}];',
        'const theme = {"mode": "dark", "accent": "teal"};',
        'ask({title: "Really delete it?", text: "Are you sure?"});',
        'const cards = [{title: "Our team", image: "a.png"}, {title: "Contact", image: "b.png"}];',
        'const deck = [{suit: "hearts", value: 1}, {suit: "spades", value: 2}];',
        'const messages = {confirm: "Are you sure?", leave: "Do you want to leave?", save: "Save it now?"};',
        'const texts = {"Are you sure?": "Bist du sicher?", "Cancel": "Abbrechen"};',
        'const cards = document.querySelectorAll(".card"); const deck = [...cards].map(one => [one, 1]);',
    ],
)
def test_data_that_is_no_cards_is_nothing_to_a_script(text: str) -> None:
    found = find_lists(text)
    assert not found.lists
    assert not found.unread
