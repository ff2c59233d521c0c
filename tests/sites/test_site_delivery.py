"""Pages with cards load one script and one stylesheet, others nothing; and each build begins anew."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from whole_site import CARD, CLOZE, Built, Site, boxes, card_ids, elements, our_tags

from mkdocs_flashcards.extension import FlashcardsExtension

SITE = {
    "docs/index.md": f"# Home\n\n{CARD}",
    "docs/plain.md": "# Plain\n",
    "docs/404.md": f"# Lost\n\n{CLOZE}",
    "docs/week-1/index.md": f"# Week\n\n{CARD}",
    "docs/week-1/deep/down/note.md": f"# Note\n\n{CARD}\n{CLOZE}",
    "docs/week-1/deep/down/mistake.md": "# Mistake\n\n```cloze\nno\n```\n",
}
PAGES = {
    "index": 0,
    "week-1/index": 1,
    "404": 0,
    "week-1/deep/down/note": 3,
    "week-1/deep/down/mistake": 3,
}


def address(page: str, *, folders: bool) -> tuple[str, int]:
    """The file of a page, and how many folders deep it lies."""
    name = page.rpartition("/")[2]
    if folders and name != "index":
        return f"{page}/index.html", PAGES[page] + 1
    return f"{page}.html", PAGES[page]


def our_files(built: Built) -> set[str]:
    """The files that we add to a site."""
    return {name for name in built.files() if "/flashcards." in name}


@pytest.mark.parametrize("folders", [True, False], ids=["folders", "files"])
@pytest.mark.parametrize("theme", ["bare", "material", "mkdocs", "readthedocs"])
def test_each_page_with_cards_has_both_tags_once(site: Site, folders: bool, theme: str) -> None:
    built = site.write(SITE).build(theme=theme, use_directory_urls=folders, plugins=["search"])
    assert len(our_files(built)) == 2
    for page in PAGES:
        name, deep = address(page, folders=folders)
        text = built.html(name)
        style, script = our_tags(text)
        assert style.endswith(".css")
        assert script.endswith(".js")
        for tag in (style, script):
            assert tag.startswith("../" * deep + "assets/"), tag
            assert tag.removeprefix("../" * deep) in our_files(built)
        assert text.index(style) < text.index("<flash-card" if "<flash-card" in text else "flash-mistake")
        assert text.index(script) > text.rfind("</flash-card>")
        (tag,) = (e for e in elements(text, "script") if e.attributes.get("src") == script)
        assert "defer" in tag.attributes
    assert our_tags(built.html("plain/index.html" if folders else "plain.html")) == []


@pytest.mark.parametrize("theme", ["bare", "material", "mkdocs", "readthedocs"])
def test_nothing_of_ours_stands_inline(site: Site, theme: str) -> None:
    kinds = [
        CARD.replace("flashcard", 'flashcard hint="A hint" source="A lab" tags="a, b" reverse=yes'),
        CLOZE,
        "```cloze\nAnki {{c1::x::hint}} and {{c2::y}} `{{c2::z}}`.\n```\n",
        "```flashcard\nTrue?\n---\nTrue, because.\n```\n",
        "```flashcard\nWhich?\n---\n1. [x] one\n2. [x] two\n3. [ ] three\n\nBecause.\n```\n",
        "```flashcard\nName them.\n---\n- a\n- b\n```\n",
        "```flashcard\n| a | b |\n|---|---|\n| c | d |\n| e | False. |\n```\n",
        "```flashcard\nmistake\n```\n",
    ]
    built = site.write({"docs/index.md": "# T\n\n" + "\n".join(kinds)}).build(theme=theme)
    text = built.html("index.html")
    style, script = our_tags(text)
    ours = text[text.rindex("<link", 0, text.index(style)) : text.index("</script>", text.index(script))]
    assert len(card_ids(ours)) == 8
    for found in elements(ours):
        assert "style" not in found.attributes
        assert not [name for name in found.attributes if name.startswith("on")]
        assert found.tag not in ("style", "iframe", "object")
        assert found.tag != "script" or found.attributes.get("src")
        assert not found.attributes.get("href", "").startswith("javascript:")
    for name in our_files(built):
        content = built.files()[name].decode()
        assert not re.search(r"\beval\(|new Function\(|https?://(?!www\.w3\.org)|@import|setAttribute\(.style", content)


def test_a_site_without_cards_gets_no_files(site: Site) -> None:
    built = site.write({"docs/index.md": "# Home\n\nflashcard\n"}).build()
    assert our_files(built) == set()


def test_the_name_of_a_file_follows_its_content(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def names(**plugin: Any) -> set[str]:
        return our_files(site.build(plugin=plugin))

    site.write(SITE)
    first = names()
    assert names() == first
    script = {name for name in first if name.endswith(".js")}
    for other in ({"words": {"show": "Reveal"}}, {"course": "other"}):
        assert first - names(**other) == script
    monkeypatch.setattr("mkdocs_flashcards.plugin.assets.stylesheet", lambda _: "flash-card{color:red}")
    assert first - names() == first - script


def test_two_builds_give_the_same_site(site: Site) -> None:
    site.write(SITE)
    one, two = (site.build(to=name).files() for name in ("one", "two"))
    for name in one:
        if "sitemap" not in name:
            assert one[name] == two[name], name


def test_search_finds_a_card_once_and_nothing_of_ours(site: Site) -> None:
    for theme in ("mkdocs", "material"):
        built = site.write({"docs/index.md": f"# Home\n\n{CARD}"}).build(theme=theme, plugins=["search"])
        index = built.html(
            "search/search_index.json"
            if theme == "mkdocs"
            else "search.json"
            if "search.json" in built.files()
            else "search/search_index.json"
        )
        assert "What is Docker" in index
        assert "assets/flashcards" not in index


# One process, several builds, as `mkdocs serve` does


def test_each_build_forgets_the_cards_of_the_last(site: Site) -> None:
    site.write({"docs/a.md": CARD, "docs/b.md": "# B\n"})
    assert site.build(strict=True).warnings == []
    site.write({"docs/a.md": "# A\n", "docs/b.md": "# B\n\n" + CARD.replace("A tool", "Something")})
    assert site.build(strict=True).warnings == []
    site.write({"docs/c.md": CARD})
    for _ in range(2):
        (warning,) = site.build(strict=True).warnings
        assert warning.startswith("docs/c.md:1: the same question has a different answer at docs/b.md:3")


def test_one_configuration_built_twice_adds_nothing_twice(site: Site) -> None:
    config = site.write(SITE).config()
    for _ in range(2):
        build(config)
        extensions = [one for one in config.markdown_extensions if isinstance(one, FlashcardsExtension)]
        assert len(extensions) == 1
        assert len(our_tags((site.root / "site/index.html").read_text())) == 2


def test_a_dirty_build_keeps_the_files(site: Site) -> None:
    built = site.write(SITE).build()
    before = our_files(built)
    site.write({"docs/plain.md": "# Plain\n\nchanged\n"})
    built = site.build(dirty=True)
    assert our_files(built) == before
    site.write({"docs/plain.md": f"# Plain\n\n{CARD}"})
    built = site.build(dirty=True)
    assert set(our_tags(built.html("plain/index.html"))) == {f"../{name}" for name in before}
    assert [text for text in built.warnings if "dirty" not in text] == []


def test_a_dirty_build_after_new_words_leaves_no_page_without_its_files(site: Site) -> None:
    site.write(SITE).build()
    site.write({"docs/plain.md": "# Plain\n\nchanged\n"})
    built = site.build(dirty=True, plugin={"words": {"show": "Reveal"}})
    for page in PAGES:
        name, deep = address(page, folders=True)
        for tag in our_tags(built.html(name)):
            assert tag.removeprefix("../" * deep) in built.files()


# Programs


def run(site: Site, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=site.root, capture_output=True, text=True, check=False, encoding="utf-8"
    )


def written(site: Site, theme: str) -> Site:
    site.write(SITE).config(theme=theme)
    return site


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_the_command_line_builds_and_fails_with_the_line(site: Site, program: str) -> None:
    pytest.importorskip(program, reason=f"{program} is not installed")
    result = run(written(site, "material"), program, "build", "--strict")
    assert result.returncode == 1
    assert "WARNING -  docs/week-1/deep/down/mistake.md:3: this cloze has no blank." in result.stderr
    assert "Traceback" not in result.stderr
    site.write({"docs/week-1/deep/down/mistake.md": CLOZE})
    result = run(site, program, "build", "--strict")
    assert result.returncode == 0, result.stderr
    text = (site.root / "site/week-1/deep/down/note/index.html").read_text(encoding="utf-8")
    assert len(card_ids(text)) == 2
    assert len(our_tags(text)) == 2
    assert boxes(text) == []


def test_a_bad_setting_is_said_without_a_traceback(site: Site) -> None:
    site.write({"docs/index.md": CARD}).write(
        {"mkdocs.yml": "site_name: Course\nplugins:\n  - flashcards:\n      language: klingon\n"}
    )
    result = run(site, "mkdocs", "build")
    assert result.returncode == 1
    assert "Plugin 'flashcards' option 'language': there is no table of words for 'klingon'." in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("value", ["", " {}", " null"])
def test_the_plugin_without_settings(site: Site, value: str) -> None:
    site.write({"docs/index.md": CARD, "mkdocs.yml": f"site_name: Course\nplugins:\n  - flashcards:{value}\n"})
    config = MkDocsConfig(config_file_path=str(site.root / "mkdocs.yml"))
    with (site.root / "mkdocs.yml").open("rb") as file:
        config.load_file(file)
    errors, warnings = config.validate()
    assert (errors, warnings) == ([], [])
