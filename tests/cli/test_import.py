"""`mkdocs-flashcards import`: what comes out builds, and what an author has is not lost."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_flashcards.cards import card_id
from mkdocs_flashcards.cli import main

WEEK = """W1-Containers
What is Docker?
Lab 1
A tool that ships software.
A container is a running image. True/False
Lab 1
True
"""


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Course\nplugins: [flashcards]\n", encoding="utf-8")
    Path("week.txt").write_text(WEEK, encoding="utf-8")
    return tmp_path


def call(*arguments: str, answer: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["import", *arguments], input=answer)


def test_blocks_are_printed_and_said_apart() -> None:
    result = call("week.txt")
    assert result.exit_code == 0
    assert result.stdout.startswith('```flashcard source="Lab 1" week=1\nWhat is Docker?\n---\n')
    assert result.stderr == "2 cards\n"


def test_what_is_left_over_is_named_with_its_line() -> None:
    Path("week.txt").write_text("- a bullet\n" + WEEK.split("\n", 1)[1], encoding="utf-8")
    result = call("week.txt")
    assert result.exit_code == 1
    assert "week.txt:1: left over: - a bullet" in result.stderr


@pytest.mark.parametrize("content", [b"\xff\xfe" + WEEK.encode("utf-16-le"), b"\xef\xbb\xbf" + WEEK.encode()])
def test_encodings_of_editors_are_read(content: bytes) -> None:
    Path("week.txt").write_bytes(content.replace(b"\n", b"\r\n") if content[0] == 0xEF else content)
    assert call("week.txt").stderr == "2 cards\n"


def test_the_line_that_is_not_in_utf_8_is_named() -> None:
    Path("words.csv").write_bytes("question,answer\nWas heißt Bär?,bear\n".encode("cp1252"))
    assert "words.csv: this is not text in UTF-8 (see line 2)." in call("words.csv").stderr


def linked_course(tmp_path: Path) -> None:
    """A week behind a link, as MkDocs reads it, with a link that leads back and folders that are no notes."""
    for folder in ("shared/week-2", "docs/week-1", "docs/.hidden"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "a.md").write_text(
            f'What is {folder}?\n\n??? success "Answer"\n    A folder.\n', encoding="utf-8"
        )
    (tmp_path / "docs/week-2").symlink_to("../shared/week-2")
    (tmp_path / "docs/week-1/back").symlink_to("..")
    (tmp_path / "docs/week-1/again.md").symlink_to("a.md")


def test_linked_folders_are_read_as_mkdocs_does(course: Path) -> None:
    linked_course(course)
    result = call("--in-place", "docs", "--yes")
    assert result.stderr == "2 cards\n"
    assert "```flashcard" in (course / "shared/week-2/a.md").read_text(encoding="utf-8")
    assert "```flashcard" not in (course / "docs/.hidden/a.md").read_text(encoding="utf-8")
    listed = CliRunner().invoke(main, ["list"]).output
    assert [line.split("  ")[0] for line in listed.splitlines()[1:]] == ["Week 1", "Week 2"]
    assert CliRunner().invoke(main, ["check"]).exit_code == 0


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\0\0", b"caf\xe9 ?\n", b"a\0b"])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    Path("week.txt").write_bytes(content)
    result = call("week.txt", "--into", "docs/new.md", "--yes")
    assert result.exit_code == 2
    assert "week.txt: this is not text in UTF-8" in result.stderr
    assert "save it again with the encoding UTF-8. In Excel, choose the file type CSV UTF-8." in result.stderr
    assert not Path("docs/new.md").exists()


@pytest.mark.parametrize(
    "table",
    [
        "date,temperature,humidity\n2024-01-01,3.4,80\n2024-01-02,4.1 °C,78\n",
        "student,quiz1,quiz2\nAnn,10,9\nBob,8,7\n",
        "Name,Email,Grade\nAnn,ann@example.org,A\nBob,bob@example.org,B\n",
        "Ann Miller,ann@example.org\nBob Smith,bob@example.org\n",
        "1;Widget;9,99 €\n2;Gadget;19,99 €\n",
        "x,y\n1,2\n2,4\n",
        "Timestamp,What is your name?,How old are you?\n2024-01-01 10:00:00,Ann,31\n2024-01-01 10:05:00,Bob,44\n",
    ],
)
def test_a_table_of_data_is_refused(table: str) -> None:
    Path("data.csv").write_text(table, encoding="utf-8")
    result = call("data.csv")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "data.csv:1: refused: this table looks like data rather than cards" in result.stderr
    assert "in a first line, such as question,answer." in result.stderr


@pytest.mark.parametrize("arguments", [["none.txt"], ["docs"], ["week.txt", "--shape", "answer"], []])
def test_a_wrong_call_ends_with_status_two(arguments: list[str]) -> None:
    assert call(*arguments).exit_code == 2


def test_a_million_lines_are_refused() -> None:
    Path("week.txt").write_text("line\n" * 1_000_000, encoding="utf-8")
    result = call("week.txt")
    assert result.exit_code == 1
    assert "week.txt: refused: it has 1,000,000 lines" in result.stderr


def test_nothing_is_written_without_a_yes() -> None:
    assert call("week.txt", "--into", "docs/new.md").exit_code == 1
    assert call("week.txt", "--into", "docs/new.md", "--dry-run").exit_code == 0
    assert not Path("docs/new.md").exists()


def test_a_note_is_made_and_a_second_time_changes_nothing() -> None:
    assert call("week.txt", "--into", "docs/new.md", "--yes").exit_code == 0
    before = Path("docs/new.md").read_bytes()
    again = call("week.txt", "--into", "docs/new.md", "--yes")
    assert (again.exit_code, again.stderr) == (0, "2 cards are there already\n")
    assert Path("docs/new.md").read_bytes() == before


NOTE = "# Docker\n\nText.\n\n## Cards\n\nMore.\n\n```md\n## Not a heading\n```\n\n## Next { #next }\n\nLast.\n"


@pytest.mark.parametrize(("heading", "before"), [("Cards", "## Next"), ("next", ""), ("", ""), ("docker", "")])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_blocks_go_to_the_end_of_a_section(heading: str, before: str, ends: str) -> None:
    path = Path("docs/new.md")
    path.write_bytes(NOTE.replace("\n", ends).encode())
    into = f"{path}#{heading}" if heading else str(path)
    assert call("week.txt", "--into", into, "--yes").exit_code == 0
    new = path.read_bytes().decode()
    blocks = call("week.txt").stdout.replace("\n", ends)
    assert new.count(blocks.strip()) == 1
    assert new.replace(blocks.strip() + ends * (2 if before else 1), "").replace("\n\n\n", "\n\n").rstrip() == (
        NOTE.replace("\n", ends).rstrip()
    )
    if before:
        assert new.index(blocks.strip()) < new.index(before)


def test_the_mark_that_some_editors_put_at_the_beginning_stays() -> None:
    path = Path("docs/new.md")
    path.write_bytes(b"\xef\xbb\xbf" + NOTE.encode())
    assert call("week.txt", "--into", str(path), "--yes").exit_code == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbf" + NOTE.rstrip().encode())


def test_a_heading_that_is_not_there_is_said() -> None:
    Path("docs/new.md").write_text(NOTE, encoding="utf-8")
    result = call("week.txt", "--into", "docs/new.md#Not a heading", "--yes")
    assert result.exit_code == 2
    assert "no heading 'Not a heading'" in result.stderr
    assert Path("docs/new.md").read_text(encoding="utf-8") == NOTE


def test_a_pipe_is_read() -> None:
    assert call("-", answer=WEEK).stderr == "2 cards\n"


def test_the_unit_of_the_course_names_the_week() -> None:
    Path("mkdocs.yml").write_text("site_name: C\nplugins: [{flashcards: {unit: lecture}}]\n", encoding="utf-8")
    Path("week.txt").write_text(WEEK.replace("W1-Containers", "Lecture 4: Containers"), encoding="utf-8")
    assert " week=4\n" in call("week.txt").stdout


def test_the_format_can_be_named() -> None:
    Path("cards").write_text('What is it?,"[1]"\n', encoding="utf-8")
    assert call("cards", "--from", "csv").stdout == "```flashcard\nWhat is it?\n---\n[1]\n```\n"
    assert call("cards", "--from", "json").exit_code == 1
    assert call("cards", "--from", "docx").exit_code == 2


def test_an_id_of_another_card_of_the_note_is_said() -> None:
    Path("a.csv").write_text("id,question,answer\n1,One?,1\n2,Two?,2\n", encoding="utf-8")
    Path("b.csv").write_text("id,question,answer\n1,Other?,1\n2,Two?,2\n", encoding="utf-8")
    assert call("a.csv", "--into", "docs/new.md", "--yes").exit_code == 0
    again = call("b.csv", "--into", "docs/new.md", "--yes")
    assert again.exit_code == 1
    assert again.stderr.splitlines() == [
        "1 card is there already",
        "b.csv:2: not imported: Other?: the note has a card with the id 1 that asks something else",
    ]


def test_cards_of_several_files_keep_their_places() -> None:
    Path("a.csv").write_text("question,answer\nOne?,1\n", encoding="utf-8")
    Path("b.json").write_text('[\n{"q": "One?", "a": "1"},\n{"q": "One?", "a": "2"}]', encoding="utf-8")
    result = call("a.csv", "b.json")
    assert result.stdout.count("One?") == 2
    assert "b.json:2: not imported: One?: the same card is on line 2 of a.csv" in result.stderr


def test_pictures_near_a_text_go_beside_the_note() -> None:
    Path("deck/attachments").mkdir(parents=True)
    Path("deck/a b.png").write_bytes(b"one")
    Path("deck/attachments/c.png").write_bytes(b"two")
    Path("deck/cells.md").write_text("#flashcards\n\n![[a b.png]]\n?\nA ![[c.png]]\n", encoding="utf-8")
    result = call("deck/cells.md", "--into", "docs/new.md", "--yes")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (0, "1 card")
    assert "![](a%20b.png)\n---\nA ![](c.png)\n" in Path("docs/new.md").read_text(encoding="utf-8")
    assert Path("docs/a b.png").read_bytes() == b"one"
    assert Path("docs/c.png").read_bytes() == b"two"


@pytest.mark.parametrize("source", ["none.png", "../secret.png", "/etc/hosts.png", "notes.md", "live.svg", "taken.png"])
def test_a_picture_that_cannot_come_along_is_marked(source: str) -> None:
    Path("deck").mkdir()
    Path("secret.png").write_bytes(b"s")
    Path("deck/live.svg").write_text("<svg><script>x</script></svg>", encoding="utf-8")
    Path("deck/taken.png").write_bytes(b"a")
    Path("docs/taken.png").write_bytes(b"b")
    Path("deck/a.txt").write_text(f'#separator:tab\n#html:true\nq <img src="{source}">\ta\n', encoding="utf-8")
    result = call("deck/a.txt", "--into", "docs/new.md", "--yes")
    assert result.exit_code == 0
    assert "<!-- check: the picture" in Path("docs/new.md").read_text(encoding="utf-8")
    assert sorted(path.name for path in Path("docs").iterdir()) == ["new.md", "taken.png"]


def test_html_in_a_script_of_a_note_needs_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mkdocs_flashcards.exchange.to_markdown.html_tree", None)
    note = '<script>\nconst cards = [{q: "a", a: "<b>b</b>"}];\n</script>\n'
    Path("docs/new.md").write_text(note, encoding="utf-8")
    result = call("--in-place", "docs", "--yes")
    assert result.exit_code == 1
    assert "docs/new.md: this file contains HTML, and" in result.stderr
    assert Path("docs/new.md").read_text(encoding="utf-8") == note


ASKED_AGAIN = """\
{before}What do you notice?

{indent}??? success "Answer"
{indent}    {answer}
"""


def test_a_question_that_returns_with_another_answer_gets_an_id() -> None:
    notes = {
        "a": [ASKED_AGAIN.format(before="", indent="", answer=answer) for answer in ("It melts.", "It melts.")],
        "b": ["```flashcard\nWhat do you notice?\n---\nIt freezes.\n```\n", "```cloze\n==a==\n```\n"],
        "c": [
            ASKED_AGAIN.format(before="1. ", indent="    ", answer="It boils."),
            "> " + ASKED_AGAIN.format(before="", indent="", answer="It burns.").strip().replace("\n", "\n> ") + "\n",
        ],
    }
    for name, parts in notes.items():
        Path(f"docs/{name}.md").write_text("\n".join(parts).replace("\n", "\r\n" if name == "a" else "\n"), newline="")
    result = call("--in-place", "docs", "--yes")
    assert result.exit_code == 0, result.stderr
    assert "4 cards; 4 to check" in result.stderr
    texts = {name: Path(f"docs/{name}.md").read_bytes().decode() for name in notes}
    card = "What do you notice?\n---\nIt melts.\n```\n"
    comment = (
        "<!-- check: the same question stands elsewhere with another answer, so this card got an id of its own -->\n"
    )
    name = card_id("flashcard", "What do you notice?")
    assert texts["a"].replace("\r\n", "\n") == "\n".join(
        [f"{comment}```flashcard id={name}-2\n{card}", f"{comment}```flashcard id={name}-2\n{card}"]
    )
    assert texts["a"].count("\n") == texts["a"].count("\r\n")
    assert texts["b"] == "\n".join(notes["b"])
    assert f"1.  {comment}    ```flashcard id={name}-3\n" in texts["c"]
    assert f"> {comment}> ```flashcard id={name}-4\n" in texts["c"]
    checked = CliRunner().invoke(main, ["check", "docs"])
    assert checked.exit_code == 0, checked.output
    assert call("--in-place", "docs", "--yes").exit_code == 0
    assert texts == {name: Path(f"docs/{name}.md").read_bytes().decode() for name in notes}
