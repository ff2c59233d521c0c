"""Where a card can be mended: the author's file at the card's line, and a report, on the host that the site names."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from whole_site import CARD, CLOZE, Site

NOTE = f"---\ntags: [a]\n---\n# Docker\n\n{CARD}\nText.\n\n{CLOZE}"
CARD_LINE, CLOZE_LINE = 6, 14
SET = "\n```flashcard\n| a | b |\n| - | - |\n| one | two |\n| three & four | <b>five</b> |\n```\n"
GITHUB = {"repo_url": "https://github.com/one/course/"}


def links(site: Site, note: str = NOTE, page: str = "week-1/docker/", **config: Any) -> list[dict[str, str]]:
    """The links of each card of a page, by their words."""
    site.write({"docs/index.md": "# C\n", "docs/week-1/docker.md": note})
    built = site.build(strict=True, **config)
    assert not built.failed
    found = re.findall(
        r'<p class="flash-mend">(.*?)</p></flash-card>|<p class="flash-mend">(.*?)</p>',
        built.content(page + "index.html"),
    )
    anchors = [re.findall(r'<a href="([^"]*)">(.*?)</a>', one or other) for one, other in found]
    return [{words: unescape(address) for address, words in card} for card in anchors]


def test_a_site_without_a_repository_has_no_links(site: Site) -> None:
    assert links(site) == []


@pytest.mark.parametrize("page", ["week-1/docker/", "review/week-1/"])
def test_each_card_has_its_line_in_the_note_and_in_the_review(site: Site, page: str) -> None:
    card, cloze = links(site, page=page, **GITHUB)
    base = "https://github.com/one/course/edit/master/docs/week-1/docker.md"
    assert (card["Edit this card"], cloze["Edit this card"]) == (f"{base}#L{CARD_LINE}", f"{base}#L{CLOZE_LINE}")


def test_a_report_says_which_card_it_is_about(site: Site) -> None:
    address = urlsplit(links(site, **GITHUB)[1]["Report a problem with this card"])
    assert address.netloc + address.path == "github.com/one/course/issues/new"
    place, question = f"docs/week-1/docker.md:{CLOZE_LINE}", "A container shares the ____ of its host."
    assert parse_qs(address.query) == {
        "title": [f"{place}: {question}"],
        "body": [f"{place}\n\n> {question}\n\n"],
    }


def test_a_long_question_is_cut_in_a_report(site: Site) -> None:
    question = "Why & how?\n\n" + "word " * 300
    address = links(site, f"```flashcard\n{question}\n---\nSo.\n```\n", **GITHUB)[0]["Report a problem with this card"]
    said = parse_qs(urlsplit(address).query)
    assert said["title"][0].startswith("docs/week-1/docker.md:1: Why & how? word word")
    assert len(said["title"][0]) < 100
    assert "> Why & how?\n> \n> word word" in said["body"][0]
    assert len(address) < 1000


def test_each_row_of_a_set_has_its_own_line(site: Site) -> None:
    rows = links(site, "# C\n" + SET, **GITHUB)
    assert [row["Edit this card"].partition("#")[2] for row in rows] == ["L6", "L7"]


@pytest.mark.parametrize(
    ("config", "edit", "report"),
    [
        (
            {"repo_url": "https://gitlab.uni.example/one/course.git", "edit_uri": "-/edit/main/docs/"},
            "https://gitlab.uni.example/one/course.git/-/edit/main/docs/week-1/docker.md#L6",
            "https://gitlab.uni.example/one/course/-/issues/new?issue[title]=",
        ),
        (
            {"repo_url": "https://git.uni.example/one/course", "repo_name": "GitLab", "edit_uri": "-/blob/main/docs/"},
            "https://git.uni.example/one/course/-/blob/main/docs/week-1/docker.md?plain=1#L6",
            "https://git.uni.example/one/course/-/issues/new?issue[title]=",
        ),
        (
            {"repo_url": "https://github.com/one/course", "edit_uri": "blob/main/docs/"},
            "https://github.com/one/course/blob/main/docs/week-1/docker.md?plain=1#L6",
            "https://github.com/one/course/issues/new?title=",
        ),
        ({"repo_url": "https://github.com/one/course", "edit_uri": ""}, None, "https://github.com/one/course/issues/"),
        (
            {"edit_uri_template": "https://cms.example/{path_noext}"},
            "https://cms.example/week-1/docker",
            None,
        ),
        ({"repo_url": "https://git.uni.example/one/course"}, None, None),
        (
            {"repo_url": "https://bitbucket.org/one/course"},
            "https://bitbucket.org/one/course/src/default/docs/week-1/docker.md",
            None,
        ),
    ],
)
def test_hosts(site: Site, config: dict[str, Any], edit: str | None, report: str | None) -> None:
    found = links(site, **config)
    first = found[0] if found else {}
    assert first.get("Edit this card") == edit
    assert first.get("Report a problem with this card", "").startswith(report or "")
    assert ("Report a problem with this card" in first) == bool(report)


def test_an_included_card_leads_to_the_line_that_includes_it(site: Site) -> None:
    site.write({"part.md": CARD})
    found = links(
        site,
        '# C\n\nText.\n\n--8<-- "part.md"\n',
        markdown_extensions=[{"pymdownx.snippets": {"base_path": [str(site.root)]}}, "pymdownx.superfences"],
        **GITHUB,
    )
    assert found[0]["Edit this card"].endswith("docker.md#L5")


def test_the_search_finds_none_of_their_words(site: Site) -> None:
    site.write({"docs/index.md": NOTE})
    built = site.build(strict=True, plugins=["search"], **GITHUB)
    assert b"Edit this card" in built.files()["index.html"]
    assert b"Edit this card" not in built.files()["search/search_index.json"]
