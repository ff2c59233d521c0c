"""`mkdocs-flashcards list`: the cards, and the weeks that a build puts them into."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_flashcards.cli import main

NOTES = {
    "week-2/a.md": "```flashcard tags=sql\nBy its folder?\n---\nYes, indeed.\n```\n",
    "week-10/b.md": "```flashcard\nAfter week 2?\n---\nOf course.\n```\n",
    "c.md": "---\nweek: 3\n---\n\n```cloze tags='sql, later'\nBy ==front matter==, in ==prose==.\n```\n",
    "d.md": "# Week 4: a title\n\n```flashcard week=5\nBy its header?\n---\n- one\n- two\n```\n\n"
    "```flashcard\n| Word | Meaning |\n| --- | --- |\n| dog | perro |\n| cat | gato |\n```\n",
    "e.md": "```flashcard\nIn the navigation?\n---\nTrue.\n```\n",
    "f.md": "```flashcard\nIn no week?\n---\n- [x] yes\n- [ ] no\n```\n\n"
    "    ```flashcard\n    Code?\n    ---\n    Yes.\n    ```\n",
    "g.md": "```flashcard\nA mistake\n```\n",
}
SETTINGS = (
    "site_name: Course\nplugins: [flashcards]\nnav:\n"
    + "".join(f"  - {name}\n" for name in NOTES if name != "e.md")
    + "  - Week 7:\n      - E: e.md\n"
)


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    for name, text in NOTES.items():
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def listed(*arguments: str) -> list[dict[str, object]]:
    result = CliRunner().invoke(main, ["list", "--format", "json", *arguments])
    assert result.exit_code == 0, result.output
    found: list[dict[str, object]] = json.loads(result.output)
    return found


def test_each_card_stands_in_its_week_and_the_weeks_in_order() -> None:
    assert [(one["week"], one["path"], one["line"], one["kind"]) for one in listed()] == [
        ("Week 2", "docs/week-2/a.md", 1, "recall"),
        ("Week 3", "docs/c.md", 5, "cloze"),
        ("Week 4", "docs/d.md", 13, "recall"),
        ("Week 4", "docs/d.md", 14, "recall"),
        ("Week 5", "docs/d.md", 3, "list"),
        ("Week 7", "docs/e.md", 1, "true-false"),
        ("Week 10", "docs/week-10/b.md", 1, "recall"),
        ("Other cards", "docs/f.md", 1, "choice"),
    ]


def test_the_weeks_and_ids_are_those_of_the_review_pages(course: Path) -> None:
    build(load_config("mkdocs.yml"))
    expected = set()
    for page in (course / "site/review").glob("*/index.html"):
        html = page.read_text(encoding="utf-8")
        expected |= {(page.parent.name, one) for one in re.findall(r'<flash-card[^>]* data-card="([^"]+)"', html)}
    slugs = {"Other cards": "other"}
    ours = {(slugs.get(str(one["week"]), str(one["week"]).lower().replace(" ", "-")), one["id"]) for one in listed()}
    assert ours == expected
    assert len(ours) == 8


def test_only_cards_with_every_tag_are_listed() -> None:
    assert [one["path"] for one in listed("--tag", "sql")] == ["docs/week-2/a.md", "docs/c.md"]
    assert [one["path"] for one in listed("--tag", "sql", "--tag", "later")] == ["docs/c.md"]
    assert listed("--tag", "none") == []


def test_only_the_notes_asked_for_are_listed() -> None:
    assert {one["path"] for one in listed("docs/week-2", "docs/e.md")} == {"docs/week-2/a.md", "docs/e.md"}


def test_a_blank_hides_its_answer_and_the_words_of_answers_are_counted() -> None:
    (cloze,) = listed("docs/c.md")
    assert (cloze["question"], cloze["words"]) == ("By […], in […].", 3)


def test_csv_has_a_row_for_each_card() -> None:
    rows = list(csv.DictReader(io.StringIO(CliRunner().invoke(main, ["list", "--format", "csv"]).output)))
    assert len(rows) == 8
    assert rows[1]["tags"] == "sql, later"


def test_the_table_has_straight_columns_in_wide_scripts_too() -> None:
    Path("docs/week-2/a.md").write_text("```flashcard week=第一周 id=水\n水?\n---\nH2O\n```\n", encoding="utf-8")
    head, *rows = CliRunner().invoke(main, ["list"]).output.splitlines()
    assert head.split() == ["WEEK", "NOTE", "KIND", "ID", "WORDS", "QUESTION", "ADVICE"]
    wide = next(row for row in rows if "水" in row)
    assert wide.index("水?") + 1 == head.index("QUESTION")  # 水 is the id as well, and takes two columns


def test_advice_stands_beside_a_card_that_is_hard_to_learn() -> None:
    Path("docs/week-2/a.md").write_text("```flashcard\nIs it?\n---\nYes.\n```\n", encoding="utf-8")
    cards = json.loads(CliRunner().invoke(main, ["list", "--format", "json", "docs/week-2"]).output)
    assert [len(one["advice"]) for one in cards] == [1]
    (row,) = csv.DictReader(io.StringIO(CliRunner().invoke(main, ["list", "--format", "csv", "docs/week-2"]).output))
    assert row["advice"] == cards[0]["advice"][0]
    assert cards[0]["advice"][0] in CliRunner().invoke(main, ["list", "docs/week-2"]).output
    assert "ADVICE" not in CliRunner().invoke(main, ["list", "docs/week-10"]).output


@pytest.mark.parametrize(("plugins", "lines"), [("macros, flashcards", [1, 14]), ("flashcards", [1, 8, 14])])
def test_a_comment_of_a_template_holds_no_card(course: Path, plugins: str, lines: list[int]) -> None:
    (course / "mkdocs.yml").write_text(f"site_name: Course\nplugins: [{plugins}]\n", encoding="utf-8")
    for path in course.glob("docs/**/*.md"):
        path.unlink()
    card = "```flashcard\n{# %s?\n---\nYes. #}\n```\n"
    text = f"{card % 1}\n{{#\n{card % 2}#}}\n{card % 3}"
    (course / "docs/a.md").write_text(text, encoding="utf-8")
    assert [one["line"] for one in listed()] == lines
    result = CliRunner().invoke(main, ["check"])
    assert (result.exit_code, result.output) == (0, "")
