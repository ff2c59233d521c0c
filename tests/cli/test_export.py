"""`mkdocs-flashcards export`: what other programs get of each kind of card."""

from __future__ import annotations

import csv
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from mkdocs_flashcards.cli import main

SETTINGS = """\
site_name: My course
site_url: https://example.org/c/
plugins: [flashcards]
markdown_extensions:
  - tables
  - footnotes
  - attr_list
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.arithmatex: {generic: true}
"""


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "docs/week-1").mkdir(parents=True)
    return tmp_path


def note(text: str, path: str = "week-1/a.md") -> None:
    file = Path("docs", path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def export(*arguments: str, answer: str | None = None) -> Result:
    return CliRunner().invoke(main, ["export", *arguments], input=answer)


def exported(text: str, *arguments: str) -> list[dict[str, Any]]:
    """The cards of a note in the form of `cards.json`, which is held to its schema."""
    note(text)
    result = export("--to", "json", *arguments)
    assert result.exit_code == 0, result.output
    said = json.loads(result.stdout)
    schema = files("mkdocs_flashcards").joinpath("exchange/export/cards.schema.json").read_text(encoding="utf-8")
    Draft202012Validator.check_schema(json.loads(schema))
    Draft202012Validator(json.loads(schema)).validate(said)
    cards: list[dict[str, Any]] = said["cards"]
    return cards


def one(text: str) -> dict[str, Any]:
    (card,) = exported(text)
    return card


def test_a_card_says_where_it_stands() -> None:
    card = one("---\ntitle: A note\n---\n\n## Part *one*\n\n```flashcard id=x tags='a b, c'\nWhy?\n---\nSo.\n```\n")
    assert (card["id"], card["kind"], card["week"], card["line"]) == ("x", "recall", "Week 1", 7)
    assert (card["note"], card["title"]) == ("docs/week-1/a.md", "A note › Part one")
    assert card["url"] == "https://example.org/c/week-1/a/#card-x"
    assert card["tags"] == ["a b", "c"]
    assert card["question"] == {"html": "<p>Why?</p>", "text": "Why?"}


def test_hint_source_and_reverse() -> None:
    card = one("```flashcard hint='Think *hard*' source='Lab `1`' reverse=yes\nWhy?\n---\nSo.\n```\n")
    assert card["hint"]["html"] == "<p>Think <em>hard</em></p>"
    assert card["source"] == {"html": "Lab <code>1</code>", "text": "Lab 1"}
    assert card["reverse"] is True


def test_a_list_has_its_items_and_what_explains_them() -> None:
    card = one("```flashcard\nWhich?\n---\n- one\n- *two*\n\nBecause.\n```\n")
    assert [item["html"] for item in card["items"]] == ["one", "<em>two</em>"]
    assert card["answer"]["text"] == "- one\n- two"
    assert card["explanation"]["text"] == "Because."


def test_an_ordering_has_its_items_in_order() -> None:
    card = one("```flashcard order=yes\nOrder?\n---\n1. a\n2. b\n3. c\n```\n")
    assert (card["kind"], [item["text"] for item in card["items"]]) == ("ordering", ["a", "b", "c"])
    assert card["question"]["text"] == "Order?"


def test_a_choice_says_which_options_are_right() -> None:
    card = one("```flashcard\nWhich?\n---\n- [ ] a\n- [x] `b`\n- [x] c\n\nBecause.\n```\n")
    assert [(choice["html"], choice["right"]) for choice in card["choices"]] == [
        ("a", False),
        ("<code>b</code>", True),
        ("c", True),
    ]
    assert card["answer"]["text"] == "b\nc"
    assert card["explanation"]["html"] == "<p>Because.</p>"


def test_a_true_false_card_has_its_verdict_in_any_language() -> None:
    Path("mkdocs.yml").write_text("site_name: Kurs\nplugins: [flashcards: {language: de}]\n", encoding="utf-8")
    assert one("```flashcard\nWarm?\n---\nFalsch, kalt.\n```\n")["verdict"] is False


def test_rows_of_a_table_have_what_heads_their_columns() -> None:
    first, second = exported(
        "```flashcard tags=x\n| Word | *Meaning* |\n|---|---|\n| dog | perro |\n| cat | gato |\n```\n"
    )
    assert [column["html"] for column in first["columns"]] == ["Word", "<em>Meaning</em>"]
    assert (first["question"]["text"], second["answer"]["text"]) == ("dog", "gato")
    assert (first["line"], second["line"], second["tags"]) == (4, 5, ["x"])


def test_a_cloze_has_its_blanks_wherever_they_stand() -> None:
    card = one("```cloze\nThe ==*Sun*|Sol== in `a = ==1==` and $x^{==\\frac{1}{2}==}$.\n---\nBright.\n```\n")
    assert card["question"]["text"] == r"The […] in a = […] and \(x^{\boxed{\,?\,}}\)."
    assert card["answer"]["text"] == r"The Sun in a = 1 and \(x^{\frac{1}{2}}\)."
    assert card["explanation"]["text"] == "Bright."
    assert card["blanks"] == [
        {"number": 1, "in": "prose", "html": "<em>Sun</em>", "text": "Sun", "others": ["Sol"]},
        {"number": 2, "in": "code", "html": "1", "text": "1", "exact": True},
        {"number": 3, "in": "math", "latex": r"\frac{1}{2}"},
    ]


def test_numbers_and_hints_in_the_manner_of_anki() -> None:
    card = one("```cloze\n{{c1::Rome::a city}}, {{c2::Oslo}} and $x = {{c2::y}}$\n```\n")
    assert card["numbered"] is True
    assert [(blank["number"], blank.get("hint")) for blank in card["blanks"]] == [(1, "a city"), (2, None), (2, None)]
    assert card["answer"]["text"] == r"Rome, Oslo and \(x = y\)"


def test_a_blank_of_whole_blocks() -> None:
    card = one("```cloze\nThe rivers:\n\n{{c1::- Rhine\n- Elbe::two}}\n```\n")
    assert card["blanks"][0]["text"] == "- Rhine\n- Elbe"
    assert card["blanks"][0]["in"] == "block"


FOOTNOTE = "Text.[^1]\n\n```flashcard\nWhy?[^1]\n---\nSo.\n```\n\n[^1]: A note.\n"
HTML = {
    "a picture": ("![p](../img/p.png)", '<img src="https://example.org/c/img/p.png" alt="p">'),
    "a link to a note": ("[n](b.md#part)", '<a href="https://example.org/c/week-1/b/#part">n</a>'),
    "a link in the note": ("[n](#part)", '<a href="https://example.org/c/week-1/a/#part">n</a>'),
    "a link elsewhere": ("[n](https://x.org/?a=1&b=2)", '<a href="https://x.org/?a=1&amp;b=2">n</a>'),
    "a link to a script": ("[n](javascript:alert)", "n"),
    "a formula": ("$a<b$", r'<span class="arithmatex">\(a&lt;b\)</span>'),
    "dollars that are none": ("`$a$` costs $5 or $6", "<code>$a$</code> costs $5 or $6"),
    "a script": ("x<script>alert(1)</script>", "x"),
    "an attribute list": ("**x**{ #id .big onclick=y }", '<strong class="big">x</strong>'),
}


@pytest.mark.parametrize("name", HTML)
def test_html_stands_on_its_own(name: str) -> None:
    markdown, html = HTML[name]
    note("# B\n", "week-1/b.md")
    assert one(f"```flashcard\nWhy?\n---\nSo {markdown}\n```\n")["answer"]["html"] == f"<p>So {html}</p>"


def test_a_footnote_leads_to_its_note() -> None:
    assert 'href="https://example.org/c/week-1/a/#fn:1"' in one(FOOTNOTE)["question"]["html"]


def test_a_formula_between_dollars_on_a_site_that_leaves_them_to_its_script() -> None:
    Path("mkdocs.yml").write_text("site_name: Course\nplugins: [flashcards]\n", encoding="utf-8")
    assert one("```flashcard\nIs $a<b$?\n---\n$$c$$\n```\n")["question"]["html"] == r"<p>Is \(a&lt;b\)?</p>"


def test_without_an_address_a_link_is_its_text() -> None:
    Path("mkdocs.yml").write_text("site_name: Course\nplugins: [flashcards]\n", encoding="utf-8")
    card = one("```flashcard\nWhy [here](b.md)?\n---\n![A cat](cat.png)\n```\n")
    assert (card["question"]["html"], card["answer"]["html"], card["url"]) == ("<p>Why here?</p>", "<p>A cat</p>", "")


@pytest.mark.parametrize(("settings", "count"), [("", "1 picture"), ("site_url: https://example.org/\n", "")])
def test_pictures_without_an_address_are_counted(settings: str, count: str) -> None:
    Path("mkdocs.yml").write_text(f"site_name: Course\n{settings}plugins: [flashcards]\n", encoding="utf-8")
    note("```flashcard\nWhy?\n---\n![](cat.png) and ![](cat.png) and ![](https://example.com/b.png)\n```\n")
    result = export("--to", "tsv")
    assert result.exit_code == 0
    assert result.stderr == (
        f"{count} left out, because mkdocs.yml has no site_url, so nothing could load it from the site.\n" * bool(count)
    )


def test_tabs_stand_one_below_the_other() -> None:
    card = one('```flashcard\nHow?\n---\n=== "Bash"\n\n    Run.\n\n=== "Fish"\n\n    Swim.\n```\n')
    assert card["answer"]["text"] == "Bash\n\nRun.\n\nFish\n\nSwim."
    assert "input" not in card["answer"]["html"]


def test_code_keeps_its_lines_in_text() -> None:
    card = one("````flashcard\nHow?\n---\n```python\nif a:\n    b()\n```\n````\n")
    assert card["answer"]["text"] == "if a:\n    b()"


def test_a_card_in_two_notes_comes_once_and_weeks_come_in_order() -> None:
    same = "```flashcard\nSame?\n---\nYes.\n```\n"
    note(same, "week-10/z.md")
    note("```flashcard\nTen?\n---\nTen.\n```\n", "week-10/a.md")
    cards = exported(same)
    assert [(card["question"]["text"], card["week"]) for card in cards] == [("Same?", "Week 1"), ("Ten?", "Week 10")]


def test_mistakes_examples_and_cards_that_are_not_reviewed_are_left_out() -> None:
    card = one(
        "```flashcard\nNo answer\n```\n\n```flashcard review=no\nNo?\n---\nNo.\n```\n\n"
        "    ```flashcard\n    Code?\n    ---\n    Yes.\n    ```\n\n```flashcard\nWhy?\n---\nSo.\n```\n"
    )
    assert card["question"]["text"] == "Why?"


def test_paths_and_tags_limit_the_export() -> None:
    note("```flashcard tags=sql\nOther?\n---\nYes.\n```\n", "week-2/b.md")
    text = "```flashcard tags='sql, x'\nWhy?\n---\nSo.\n```\n\n```flashcard\nNo tag?\n---\nNo.\n```\n"
    assert len(exported(text)) == 3
    assert [card["question"]["text"] for card in exported(text, "--tag", "sql")] == ["Why?", "Other?"]
    assert len(exported(text, "docs/week-1")) == 2


def rows(result: Result) -> list[list[str]]:
    assert result.exit_code == 0, result.output
    lines = [line for line in result.output.splitlines(keepends=True) if not line.startswith("#")]
    return list(csv.reader(lines, delimiter="\t"))


def test_a_line_of_text_has_both_sides() -> None:
    note("```flashcard tags='a b, c' hint=Think\nWhich?\n---\n- [ ] a\n- [x] b\n```\n")
    ((guid, deck, tags, front, back),) = rows(export("--to", "tsv"))
    assert (deck, tags) == ("My course::Week 01", "a_b c")
    assert guid.startswith("fc-")
    assert front == (
        '<p>Which?</p><ul class="options"><li>☐ a</li><li>☐ b</li></ul>'
        "<details><summary>Hint</summary><p>Think</p></details>"
    )
    assert back.startswith('<ul class="options"><li>☐ a</li><li class="right">☑ b</li></ul><p><a href=')


def test_the_front_does_not_say_what_is_right() -> None:
    note(
        "```flashcard\nIs it?\n---\nTrue. Yes.\n```\n\n```flashcard order=yes\nOrder?\n---\n1. a\n2. b\n3. c\n```\n\n"
        "```cloze\nThe ==Sun== and $==x==$.\n```\n"
    )
    true_false, ordering, cloze = (row[3] for row in rows(export("--to", "tsv")))
    assert true_false.endswith("<li>True</li><li>False</li></ul>")
    assert "<li>a</li><li>b</li><li>c</li>" not in ordering
    assert cloze == r'<p>The <b>[…]</b> and <span class="arithmatex">\(\boxed{\,?\,}\)</span>.</p>'


def test_the_same_card_of_another_course_is_another_note() -> None:
    note("```flashcard\nWhy?\n---\nSo.\n```\n")
    ((first, *_),) = rows(export("--to", "tsv"))
    Path("mkdocs.yml").write_text("site_name: Another course\nplugins: [flashcards]\n", encoding="utf-8")
    ((second, *_),) = rows(export("--to", "tsv"))
    assert first != second


def test_a_file_is_written_and_not_written_over_without_a_yes() -> None:
    note("```flashcard\nWhy?\n---\nSo.\n```\n")
    assert export("--to", "json", "-o", "out/cards.json").exit_code == 0
    written = Path("out/cards.json").read_bytes()
    assert export("--to", "json", "-o", "out/cards.json").exit_code == 0  # says the same
    note("```flashcard\nWhy?\n---\nThus.\n```\n")
    result = export("--to", "json", "-o", "out/cards.json")
    assert (result.exit_code, Path("out/cards.json").read_bytes()) == (1, written)
    assert "--yes" in result.output
    assert export("--to", "json", "-o", "out/cards.json", "--yes").exit_code == 0
    assert "Thus." in Path("out/cards.json").read_text(encoding="utf-8")


def test_a_course_without_cards_is_an_empty_list() -> None:
    assert exported("# Nothing\n") == []
