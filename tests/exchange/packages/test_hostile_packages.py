"""Packages that are broken, hostile or huge: a clear message, never a traceback, never a half-written note."""

from __future__ import annotations

import io
import json
import random
import sqlite3
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
import zstandard
from anki_packages import BASIC_TYPE, CLOZE_TYPE, PNG, SCHEMA, Entry, Type, archive, database, package
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_flashcards.cards import Scan, parse
from mkdocs_flashcards.cli import main
from mkdocs_flashcards.exchange.anki_packages import PackageFile, Pictures, collection, package_file, read_package
from mkdocs_flashcards.exchange.write_blocks import write_blocks

ONE_NOTE = database(Entry(("a", "b")))
GOOD = package(Entry(('<img src="p.png">a', "b")), media={"p.png": PNG})


def call(content: bytes, name: str = "deck.apkg") -> Result:
    Path(name).write_bytes(content)
    result = CliRunner().invoke(main, ["import", name, "--into", "docs/note.md", "--yes"])
    assert not result.exception or isinstance(result.exception, SystemExit), result.exception
    return result


def refused(content: bytes, why: str, name: str = "deck.apkg") -> None:
    result = call(content, name)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Error: {name}: refused: "), result.stderr
    assert why in result.stderr
    assert not Path("docs").exists()


def newest(content: bytes, media: bytes = b"") -> bytes:
    """A package in the form of today, with these contents packed as they are."""
    return archive({"meta": b"\x08\x03", "collection.anki21b": content, "collection.anki2": b"stub", "media": media})


def with_script(sql: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(sql)
        db.commit()
        return archive({"collection.anki2": db.serialize()})


def test_the_good_one_is_good() -> None:
    assert call(GOOD).exit_code == 0


TAGS = ("b", "div", "code", "pre", "li", "ul", "table", "td")
SIGNS = st.sampled_from(
    [
        *"ab <>{}:()[]|-*_#=`$&;!~+\\\n\u00a01.",
        *(f"<{end}{tag}>" for tag in TAGS for end in ("", "/")),
        *("{{c1::", "{{c2::", "::", "}}", "&#58;&#58;", r"\(", r"\)", "<br>", "<hr>", "&lt;", "---", "```", "True"),
        *("<img src=x>", "[sound:x]", '<a href="http://x">', "</a>"),
    ]
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])  # measures nothing
@given(st.lists(SIGNS, max_size=25), st.lists(SIGNS, max_size=15), st.booleans())
def test_each_note_is_one_card_or_listed(first: list[str], second: list[str], is_cloze: bool) -> None:
    entry = Entry(("".join(first), "".join(second)), CLOZE_TYPE if is_cloze else BASIC_TYPE)
    Path("deck.apkg").write_bytes(package(entry))
    with PackageFile(Path("deck.apkg")) as opened:
        read = read_package(opened, lambda _: "", Pictures(opened))
    made = write_blocks(read.cards)
    assert len(made.blocks) + len(made.refused) + len(read.left_over) == 1
    for block in made.blocks:
        (fence,) = Scan(block).fences
        assert not parse(fence).mistakes


@pytest.mark.parametrize("part", range(1, 20))
def test_a_package_that_was_cut_off(part: int) -> None:
    refused(GOOD[: len(GOOD) * part // 20], "damaged or was cut off")


def test_bytes_that_changed_on_the_way() -> None:
    chance = random.Random(1)
    for _ in range(150):
        content = bytearray(GOOD)
        for _ in range(chance.choice((1, 1, 8, 64))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        result = call(bytes(content))
        assert result.exit_code in (0, 1)
        if Path("docs/note.md").exists():
            assert Path("docs/note.md").read_text(encoding="utf-8").count("```") == 2
            Path("docs/note.md").unlink()


def test_bytes_of_the_database_that_changed() -> None:
    chance = random.Random(2)
    base = database(*[Entry((f"a{number}" * 50, "b")) for number in range(20)])
    for _ in range(100):
        content = bytearray(base)
        for _ in range(chance.choice((1, 16, 256))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        result = call(archive({"collection.anki2": bytes(content)}))
        assert result.exit_code in (0, 1)
        Path("docs/note.md").unlink(missing_ok=True)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "damaged or was cut off"),
        (b"no package", "damaged or was cut off"),
        (archive({"readme.txt": b"x"}), "there is no Anki collection in it"),
        (archive({"collection.anki2": b"x" * 5000}), "its collection is damaged"),
        (archive({"collection.anki2": b""}), "its collection"),
        (archive({"collection.anki2": ONE_NOTE, "media": b"{"}), "its list of files is damaged"),
        (archive({"collection.anki2": ONE_NOTE, "media": b"[" * 100_000}), "its list of files is damaged"),
        (newest(b"x" * 100), "collection.anki21b in it is damaged"),
        (newest(zstandard.compress(b"x" * 5000)), "its collection is damaged"),
        (newest(zstandard.compress(ONE_NOTE)[:-9], zstandard.compress(b"")), "damaged"),
        (newest(zstandard.compress(ONE_NOTE), zstandard.compress(b"\xff\xff")), "list of files"),
        (with_script("CREATE TABLE notes (a)"), "no notes in Anki's format"),
        (with_script(SCHEMA), "its collection is damaged"),
        (with_script(f"{SCHEMA} INSERT INTO col VALUES ('[]', '{{')"), "its collection is damaged"),
        (with_script(f"{SCHEMA} INSERT INTO col VALUES ('{{\"1\": 5}}', '')"), "its collection is damaged"),
    ],
)  # fmt: skip
def test_what_is_no_package_is_refused(content: bytes, why: str) -> None:
    refused(content, why)


def test_an_encrypted_package() -> None:
    content = bytearray(GOOD)
    for sign, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = content.find(sign)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(sign, at + 4)
    refused(bytes(content), "damaged")


def test_bombs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_file, "LARGEST_COLLECTION", 5_000_000)
    zeros = bytes(50_000_000)
    assert len(archive({"collection.anki2": zeros})) < 100_000
    refused(archive({"collection.anki2": zeros}), "collection.anki2 in it is larger than 5 MB")
    refused(newest(zstandard.compress(zeros)), "collection.anki21b in it is larger than 5 MB")
    listed = {"collection.anki2": ONE_NOTE, "media": bytes(50_000_000)}
    refused(archive(listed), "media in it is larger than 16 MB")
    assert call(package(Entry(('a<img src="p.png">', "b")), media={"p.png": zeros})).exit_code == 0
    assert [path.name for path in Path("docs").iterdir()] == ["note.md"]
    assert "<!-- check: a picture was not carried over: p.png -->" in Path("docs/note.md").read_text(encoding="utf-8")


def test_what_a_bomb_says_of_its_size_is_not_believed() -> None:
    content = bytearray(archive({"collection.anki2": bytes(300_000_000)}))
    at = content.find(b"PK\x01\x02")
    content[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    refused(bytes(content), "collection.anki2")


def test_a_million_notes() -> None:
    rows = "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n LIMIT 1000000) "
    script = f"{SCHEMA} INSERT INTO col VALUES ('{{}}', '{{}}');"
    refused(
        with_script(f"{script} {rows} INSERT INTO notes SELECT i, i, 1, '', '' FROM n"),
        "it has 1,000,000 notes, and the limit is 50,000",
    )


def test_a_database_that_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collection, "STEPS", 1_000)
    monkeypatch.setattr(collection, "MOST_CALLS", 20)
    endless = "CREATE VIEW v AS WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;"
    views = "".join(
        f"CREATE VIEW {name} AS SELECT {columns} FROM v;"
        for name, columns in (("notes", "i id, i guid, i mid, i tags, i flds"), ("cards", "i nid, i ord, i did"))
    )
    refused(with_script(f"CREATE TABLE col (models, decks); {endless} {views}"), "its collection")


def test_a_value_that_is_made_while_it_is_read() -> None:
    generated = SCHEMA.replace("flds text", "flds text AS (printf('%.*c', 9, 'x'))")
    rows = "INSERT INTO col VALUES ('{}', '{}'); INSERT INTO notes VALUES (1, 2, 3, 4);"
    # Longer only then, so that this test does not make it.
    longer = "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, ' 9,', ' 90000000,');"
    result = call(with_script(f"{generated} {rows} {longer}"))
    assert (result.exit_code, "deck.apkg:1: left over" in result.stderr) == (1, True)


def test_too_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_file, "MOST_FILES", 5)
    refused(archive({str(number): b"" for number in range(9)}), "more than 5 files")


def test_a_template_that_repeats_itself() -> None:
    kind = Type(("A", "B"), (("{{A}}" * 10_000, "{{B}}"),), "Own")
    result = call(package(Entry(("a" * 100_000, "b"), kind), Entry(("c", "d"))))
    assert result.exit_code == 1
    assert "deck.apkg:1: left over: a side of more than" in result.stderr
    assert "1 card\n" in result.stderr


@pytest.mark.parametrize("field", ["<div>" * 20_000, "{{c1::" * 10_000, r"\(" * 50_000, "<b>{{" * 5_000, "`" * 100_000])
def test_fields_that_take_long(field: str) -> None:
    kind = Type(("Text", "Back Extra"), (("{{cloze:Text}}", "{{cloze:Text}}"),), "Cloze", is_cloze=True)
    result = call(package(Entry((field, "x")), Entry((field, "x"), kind), Entry(("c", "d"))))
    assert "card" in result.stderr


def test_what_is_no_text_is_marked() -> None:
    result = call(package(Entry((b"caf\xe9?", "yes"))))
    assert result.exit_code == 0
    assert Path("docs/note.md").read_text(encoding="utf-8") == (
        "<!-- check: it has characters that could not be read -->\n```flashcard\ncaf\ufffd?\n---\nyes\n```\n"
    )


def test_templates_and_fields_that_run_something() -> None:
    kind = Type(("A", "B"), (("<script>run()</script>{{A}}", '<img src=x onerror="run()">{{B}}'),), "Own")
    call(package(Entry(('<a href="javascript:run()">a</a>', "<iframe src='x'></iframe>&lt;script&gt;b"), kind)))
    note = Path("docs/note.md").read_text(encoding="utf-8")
    assert "a\n---\n&lt;script>b" in note
    assert "run()" not in note


def test_a_note_of_no_type() -> None:
    script = f"{SCHEMA} INSERT INTO col VALUES ('{{}}', '{{}}'); INSERT INTO notes VALUES (1, 'x', 9, '', 'a');"
    result = call(with_script(script))
    assert (result.exit_code, Path("docs").exists()) == (1, False)
    assert "deck.apkg:1: left over: its note type is missing from the package" in result.stderr


def test_numbers_of_files_that_are_no_numbers() -> None:
    media = json.dumps({"../../x": "p.png", "": "q.png", "collection.anki2": "r.png"}).encode()
    entry = Entry(('<img src="p.png"><img src="q.png"><img src="r.png">', "b"))
    call(archive({"collection.anki2": database(entry), "media": media, "../../x": PNG}))
    assert sorted(path.name for path in Path("docs").iterdir()) == ["note.md", "p.png", "r.png"]


def test_packages_of_today_without_their_decompressor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    result = call(newest(zstandard.compress(ONE_NOTE)))
    assert (result.exit_code, Path("docs").exists()) == (1, False)
    assert "deck.apkg: the package zstandard, which reads this file, is not installed" in result.stderr
    assert 'pip install "mkdocs-flashcards[import]"' in result.stderr


def test_a_file_that_is_no_package_by_content_is_told_by_its_name() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("x", b"x")
    refused(buffer.getvalue(), "there is no Anki collection in it", "notes.txt")
