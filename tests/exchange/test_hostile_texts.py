"""Texts that are broken, hostile or huge: a clear message or a marked card, never a traceback, nothing lost."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_flashcards.cards import Scan, parse
from mkdocs_flashcards.cli import main
from mkdocs_flashcards.exchange.notes.convert import convert_note
from mkdocs_flashcards.exchange.texts import FORMATS, Unreadable
from mkdocs_flashcards.exchange.texts.tables.table import read_table
from mkdocs_flashcards.exchange.to_markdown.html import html_to_markdown
from mkdocs_flashcards.exchange.write_blocks import write_blocks

sys.path.insert(0, str(Path(__file__).parent.parent))

from growth import grows_in_proportion

SIGNS = "ab\"',;\t\n\r\\`~$#=-_*<>[](){}!|:?1. \u00a0é"
FIELDS = st.text(st.sampled_from(SIGNS), max_size=12)


@pytest.fixture(scope="module", autouse=True)
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with contextlib.chdir(tmp_path_factory.mktemp("course")):
        yield


def call(name: str, content: bytes | str, *arguments: str) -> Result:
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
    result = CliRunner().invoke(main, ["import", name, *arguments])
    assert not result.exception or isinstance(result.exception, SystemExit), result.exception
    return result


@settings(deadline=None)  # measures nothing
@given(st.text(st.sampled_from(SIGNS), max_size=80))
def test_each_row_is_one_card_or_listed(body: str) -> None:
    read = read_table(f"question,answer\n{body}", lambda _: "")
    lines = [card.line for card in read.cards] + [line for line, _ in read.left_over]
    assert len(set(lines)) == len(lines)
    result = write_blocks(read.cards)
    assert len(result.blocks) + len(result.refused) == len(read.cards)


@settings(deadline=None)  # measures nothing
@given(FIELDS, FIELDS)
def test_a_block_holds_one_card_and_no_more(question: str, answer: str) -> None:
    quoted = ",".join('"' + one.replace('"', '""') + '"' for one in (question, answer))
    read = read_table(f"question,answer\n{quoted}\n", lambda _: "")
    result = write_blocks(read.cards)
    assert len(result.blocks) + len(result.refused) + len(read.left_over) == bool((question + answer).strip())
    for block in result.blocks:
        (fence,) = Scan(block).fences
        assert not parse(fence).mistakes


@settings(deadline=None)  # measures nothing
@given(st.text(st.sampled_from('<>/abi"=& \n;&#x1'), max_size=60))
def test_any_html_becomes_markdown(html: str) -> None:
    made = html_to_markdown(f"<b>{html}")
    assert "<script" not in made.text


def test_html_that_is_nested_deeply_loses_its_form_only() -> None:
    made = html_to_markdown("<b>" * 5000 + "deep")
    assert made.text == "deep"
    assert made.doubts


@pytest.mark.parametrize("piece", ["<li>x", "<li>x</li>", "<tr><td>x", "<ul>", "</li></ul><ul><li>"])
def test_lists_and_tables_take_time_in_proportion(piece: str) -> None:
    assert grows_in_proportion(lambda size: lambda: html_to_markdown("<table><ul><li>a" + piece * size), 200)


@pytest.mark.parametrize(
    "address", ["javascript:x", "JAVA\tSCRIPT:x", " java&#10;script:x", "vbscript:x", "data:text/html,x"]
)
def test_no_link_runs_a_script(address: str) -> None:
    assert html_to_markdown(f'<a href="{address}">why</a> <img src="{address}">').text == "why"


def test_without_its_package_html_is_refused_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "mkdocs_flashcards.exchange.to_markdown.html_tree", None)
    monkeypatch.setitem(sys.modules, "markdownify", None)
    result = call("a.txt", "#separator:tab\n#html:true\na\t<b>b</b>\n", "--into", "note.md", "--yes")
    assert result.exit_code == 1
    assert "a.txt: this file contains HTML, and" in result.stderr
    assert 'pip install "mkdocs-flashcards[import]"' in result.stderr
    assert not Path("note.md").exists()
    assert call("b.txt", "#separator:tab\n#html:true\na\tb &lt; c\n").stdout == "```flashcard\na\n---\nb < c\n```\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a,b\n" * 1_000_000, "refused: it has more than 50,000 rows"),
        (b'"a,b\n' * 1_000, "refused: too many quotation marks that are not closed"),
        (b"a,b\0\n", "this is not text"),
        ("é,ü\n".encode("latin-1"), "this is not text in UTF-8"),
        (b"just one line\n", "refused: nothing separates this text into columns"),
        (b"", "refused: nothing separates this text into columns"),
    ],
)
def test_what_cannot_be_read_is_refused(content: bytes, message: str) -> None:
    result = call("a.csv", content, "--from", "csv", "--into", "note.md", "--yes")
    assert result.exit_code
    assert message in result.stderr
    assert not Path("note.md").exists()


@pytest.mark.parametrize("name", FORMATS)
@settings(deadline=None)
@given(st.text(st.sampled_from("QAC:=~{}[]()#?*`-|,\"' \n\\T19x<>!/$"), max_size=80))
def test_any_text_in_any_format_is_read_or_refused(name: str, text: str) -> None:
    FORMATS[name].is_like(text)
    try:
        read = FORMATS[name].read(text, lambda _: "")
    except Unreadable:
        return
    result = write_blocks(read.cards)
    assert len(result.blocks) + len(result.refused) == len(read.cards)
    for block in result.blocks:
        (fence,) = Scan(block).fences
        assert not parse(fence).mistakes


HOSTILE = [
    "Q: x\n",
    "A: y\n",
    "C: [",
    "{",
    "{=",
    "a {=b ~c}\n\n",
    "==",
    "=",
    "[[",
    "[",
    "::",
    "a::b\n",
    "?\n",
    "**Q",
    "<b ",
    "](",
    "\n#",
    "- ",
    "<!--",
]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("json", "script")])
def test_a_hostile_text_takes_no_longer_than_its_length(name: str, piece: str) -> None:
    def reading(pieces: int) -> Callable[[], object]:
        text = piece * pieces

        def read() -> None:
            FORMATS[name].is_like(text)
            with contextlib.suppress(Unreadable):
                assert FORMATS[name].read(text, lambda _: "")

        return read

    assert grows_in_proportion(reading, 300)


BOXES = [
    "<details>",
    "<details><summary>Is it?</summary>",
    "<h2>a",
    "<p>Is it?</p><details><summary>Answer</summary>a</details>",
]


@pytest.mark.parametrize("piece", BOXES)
def test_a_page_of_many_boxes_takes_no_longer_than_their_number(piece: str) -> None:
    def reading(boxes: int) -> Callable[[], object]:
        text = f"<p>{piece * boxes}"

        def read() -> None:
            with contextlib.suppress(Unreadable):
                FORMATS["script"].read(text, lambda _: "")

        return read

    assert grows_in_proportion(reading, 200)


@pytest.mark.parametrize(
    "piece",
    [
        "::: tip\n",
        ":::: tip\n:::\n",
        "::: solution\na\n:::\n",
        "{{< details >}}\n",
        "```{toggle}\n",
        "> a\n{: .solution}\n",
        "What is it?\n\n:::{dropdown} Answer\na\n:::\n\n",
    ],
)
def test_boxes_of_other_sites_take_no_longer_than_their_number(piece: str) -> None:
    def reading(boxes: int) -> Callable[[], object]:
        return lambda: convert_note(piece * boxes + ":::\n" * boxes)

    assert grows_in_proportion(reading, 300)


@pytest.mark.parametrize("text", ["> " * 400 + "a\n", "".join("> " * level + "a\n" for level in range(200))])
def test_quotes_nested_deeply_are_left_alone(text: str) -> None:
    assert convert_note(text).text == text


def test_a_note_of_many_boxes_takes_no_longer_than_their_number() -> None:
    def reading(boxes: int) -> Callable[[], object]:
        text = "# A\n\n" + '## Part\n\nA statement.\n\n??? note "Answer"\n    text\n\n' * boxes
        return lambda: convert_note(text)

    assert grows_in_proportion(reading, 300)


def test_a_question_of_many_lines_takes_no_longer_than_their_number() -> None:
    def reading(lines: int) -> Callable[[], object]:
        text = "What is meant\n" * lines + "here? {=this ~that}\n"
        return lambda: FORMATS["gift"].read(text, lambda _: "")

    assert grows_in_proportion(reading, 4_000)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_of_spreadsheets_are_read(encoding: str, ends: str) -> None:
    text = 'question;answer\nWas ist „ä“?;"zwei\nZeilen"\n'.replace("\n", ends)
    result = call("a.csv", text.encode(encoding))
    assert result.stdout == "```flashcard\nWas ist „ä“?\n---\nzwei\n\nZeilen\n```\n"
    assert (result.exit_code, result.stderr) == (0, "1 card\n")


def test_a_large_field_is_read() -> None:
    result = call("a.csv", 'question,answer\nLong?,"' + "word " * 50_000 + '"\nShort?,yes\n')
    assert result.stderr.startswith("2 cards")
