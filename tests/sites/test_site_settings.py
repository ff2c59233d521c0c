"""Settings that are bad, good or unknown, words of the site's own, and where a site and its files may lie."""

from __future__ import annotations

from typing import Any

import pytest
from mkdocs.exceptions import Abort
from whole_site import CARD, Site

# Settings


@pytest.mark.parametrize(
    ("settings", "pieces"),
    [
        ({"language": "xx"}, ["language", "'xx'", "en"]),
        ({"language": ["de"]}, ["language"]),
        ({"words": "show"}, ["words", "show: Reveal"]),
        ({"words": {"shoe": "Reveal"}}, ["words", "'shoe'", "show"]),
        ({"words": {"show": 3}}, ["words", "'show'", "3"]),
        ({"words": {"items": "some items"}}, ["words", "'items'", "{n}"]),
        ({"words": {"items": "{m} items"}}, ["words", "'items'", "{n}"]),
        ({"words": ["show"]}, ["words"]),
        ({"words": {"items": {"one": "{n} thing"}}}, ["words", "'items'", "'one'", "other"]),
        ({"words": {"items": {"other": "things"}}}, ["words", "'items'", "{n}"]),
        ({"words": {"items": {"other": "{n} things", "some": "{n} things"}}}, ["words", "'items'", "'some'", "few"]),
        ({"words": {"items": {"other": 3}}}, ["words", "'items'", "3"]),
        ({"words": {"show": {"other": "Reveal"}}}, ["words", "'show'", "Show answer"]),
        ({"words": {"review_count": "{n} cards"}}, ["words", "'review_count'", "{notes}"]),
        ({"course": "my course"}, ["course", "'my course'"]),
        ({"course": "a/b"}, ["course"]),
        ({"course": 3.5}, ["course"]),
        ({"course": ""}, ["course"]),
    ],
)
def test_a_bad_setting_is_named(
    site: Site, caplog: pytest.LogCaptureFixture, settings: dict[str, Any], pieces: list[str]
) -> None:
    site.write({"docs/index.md": CARD})
    with pytest.raises(Abort):
        site.build(plugin=settings)
    messages = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert len(messages) == 1
    assert "flashcards" in messages[0]
    for piece in pieces:
        assert piece in messages[0]
    assert "Traceback" not in caplog.text


def test_an_unknown_setting_is_a_warning(site: Site) -> None:
    built = site.write({"docs/index.md": CARD}).build(plugin={"langage": "en"})
    assert any("langage" in warning for warning in built.config_warnings)


@pytest.mark.parametrize(
    "settings", [{"course": "algebra-2026"}, {"course": "физика_1"}, {"language": "en"}, {"words": {}}]
)
def test_good_settings_are_taken(site: Site, settings: dict[str, Any]) -> None:
    assert not site.write({"docs/index.md": CARD}).build(plugin=settings, strict=True).failed


def test_words_that_yaml_reads_as_yes_and_no_can_be_given(site: Site) -> None:
    """`true: Richtig` is a boolean key to YAML; the author means the word called true."""
    built = site.write({"docs/index.md": CARD}).build(plugin={"words": {True: "Richtig", False: "Falsch"}}, strict=True)
    assert "Richtig" in built.script()


def test_own_words_reach_page_and_script(site: Site) -> None:
    built = site.write({"docs/index.md": CARD}).build(plugin={"words": {"show": "Zeig *es* & <du>", "forgot": "Nö"}})
    assert "<summary>Zeig *es* &amp; &lt;du&gt;</summary>" in built.html("index.html")
    script = built.script()
    assert "Nö" in script


# Where a site and its files may lie


def test_a_site_behind_a_symbolic_link_names_the_same_places(site: Site) -> None:
    (site.root / "real").mkdir()
    (site.root / "link").symlink_to(site.root / "real", target_is_directory=True)
    built = Site(site.root / "link").write({"docs/a/x.md": "# X\n\n```cloze\nno\n```\n"}).build()
    assert [warning.partition(": ")[0] for warning in built.warnings] == ["docs/a/x.md:3"]


def test_another_folder_for_the_notes_is_named(site: Site) -> None:
    built = site.write({"notes/x y.md": "```cloze\nno\n```\n"}).build(docs_dir="notes")
    assert [warning.partition(": ")[0] for warning in built.warnings] == ["notes/x y.md:1"]


def test_pages_and_lines_that_a_hook_makes(site: Site) -> None:
    hook = """\
from mkdocs.structure.files import File

def on_files(files, config):
    files.append(File.generated(config, "made.md", content="# Made\\n\\n```cloze\\nno\\n```\\n"))

def on_page_markdown(markdown, page, **_):
    return "Above.\\n\\n" * 5 + markdown.replace("OLD", "NEW")
"""
    site.write({"hook.py": hook, "docs/index.md": "# T\n\n```cloze souce=x\nAn OLD ==word==.\n```\n"})
    built = site.build(hooks=["hook.py"])
    places = sorted(warning.partition(": ")[0] for warning in built.warnings)
    assert places == ["docs/index.md:3", "docs/made.md:3"]
    assert "NEW" in built.html("index.html")
