"""Pictures of packages: where they go, and that none leaves its folder or runs a script."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from anki_packages import PNG, Entry, package
from package_import import imported


def shown(*names: str) -> Entry:
    return Entry((" ".join(f'<img src="{name}">' for name in names) + "?", "yes"))


def files() -> Sequence[str]:
    return sorted(str(path) for path in Path().rglob("*") if path.is_file() and path.name != "deck.apkg")


def test_pictures_go_beside_the_note_or_to_a_folder() -> None:
    deck = package(shown("p.png"), media={"p.png": PNG, "unused.png": PNG})
    assert imported(deck, "--into", "docs/a/n.md", "--yes").exit_code == 0
    assert imported(deck, "--into", "docs/b/n.md", "--media", "docs/img", "--yes").exit_code == 0
    assert files() == ["docs/a/n.md", "docs/a/p.png", "docs/b/n.md", "docs/img/p.png"]
    assert "![](p.png)?" in Path("docs/a/n.md").read_text(encoding="utf-8")
    assert "![](../img/p.png)?" in Path("docs/b/n.md").read_text(encoding="utf-8")


def test_pictures_of_printed_blocks_go_only_where_somebody_says() -> None:
    deck = package(shown("p.png"), media={"p.png": PNG})
    result = imported(deck)
    assert (result.exit_code, files()) == (1, [])
    assert "deck.apkg: not copied: 1 picture. Say where they go, by --into or --media DIR.\n" in result.stderr
    assert imported(deck, "--media", "img", "--dry-run").exit_code == 0
    assert files() == []
    result = imported(deck, "--media", "img")
    assert (result.exit_code, files()) == (0, ["img/p.png"])
    assert "![](img/p.png)?" in result.stdout


def test_nothing_is_written_without_a_yes() -> None:
    deck = package(shown("p.png"), media={"p.png": PNG})
    assert imported(deck, "--into", "n.md").exit_code == 1
    assert imported(deck, "--into", "n.md", "--dry-run").exit_code == 0
    assert files() == []


def test_no_file_is_written_over() -> None:
    Path("p.png").write_bytes(b"mine")
    Path("q.png").symlink_to("nowhere.png")
    deck = package(shown("p.png", "q.png", "P.png"), media={"p.png": PNG, "q.png": PNG, "P.png": b"other"})
    result = imported(deck, "--into", "n.md", "--yes")
    assert result.exit_code == 0, result.stderr
    assert Path("p.png").read_bytes() == b"mine"
    assert not Path("nowhere.png").exists()
    note = Path("n.md").read_text(encoding="utf-8")
    for name in ("p-", "q-", "P"):
        assert f"![]({name}" in note
    assert imported(deck, "--into", "m.md", "--yes").exit_code == 0
    assert len(list(Path().glob("*.png"))) == 5


BAD_NAMES = [
    "../up.png", "/etc/up.png", "a/b.png", "a\\b.png", "..\\up.png", "C:up.png", ".hidden.png", "~x.png", "run.html",
    "con.png", "x.png\x00.html", "x.png ", "%2e%2e%2fup.png", "a" * 300 + ".png", "..", "",
]  # fmt: skip


@pytest.mark.parametrize("name", BAD_NAMES)
def test_no_picture_leaves_its_folder(name: str, tmp_path: Path) -> None:
    deck = package(
        shown(name.replace("\x00", "")), media={name: PNG, name.replace("%2e", ".").replace("%2f", "/"): PNG}
    )
    result = imported(deck, "--into", "docs/n.md", "--yes")
    assert files() == ["docs/n.md"], result.stderr
    assert list(tmp_path.parent.glob("up*")) == []


def test_a_picture_that_runs_a_script_is_not_carried_over() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>'
    result = imported(
        package(shown("a.svg", "b.svg"), media={"a.svg": svg, "b.svg": b"<svg/>"}), "--into", "n.md", "--yes"
    )
    assert (result.exit_code, files()) == (0, ["b.svg", "n.md"])
    assert "a picture was not carried over: a.svg" in Path("n.md").read_text(encoding="utf-8")
