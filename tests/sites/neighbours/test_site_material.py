"""Beside the plugins that come with Material: blog, tags, meta, offline, search; and with the themes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from whole_site import ALL_VALIDATION, CARD, CLOZE, Built, Files, Site, boxes, card_ids, elements, our_tags

pytest.importorskip("material", reason="mkdocs-material is not installed")

POST = """\
---
date: 2026-01-{day}
tags: [docker]
categories: [Containers]
---
# Post {day}

{before}

<!-- more -->

{after}
"""
EXTENSIONS: list[Any] = ["admonition", "attr_list", "pymdownx.superfences", {"toc": {"permalink": True}}]


def blog(site: Site, posts: dict[str, tuple[str, str]], **settings: Any) -> Built:
    """A blog with posts, each with what stands before and after `<!-- more -->`."""
    pages: Files = {"docs/index.md": "# Home\n", "docs/blog/index.md": "# Blog\n"}
    for number, (name, (before, after)) in enumerate(posts.items(), 11):
        pages[f"docs/blog/posts/{name}.md"] = POST.format(day=number, before=before, after=after)
    return site.write(pages).build(
        strict=True,
        theme="material",
        plugins=[{"blog": {"post_url_format": "{slug}"}}],
        markdown_extensions=EXTENSIONS,
        **settings,
    )


def test_a_card_in_a_blog_excerpt_is_a_card_of_its_post(site: Site) -> None:
    built = blog(site, {"one": (CARD, CLOZE), "two": ("Nothing.", CARD)}, site_url="https://example.org/c/")
    assert built.warnings == []
    post, overview = built.html("blog/post-11/index.html"), built.html("blog/index.html")
    assert len(card_ids(post)) == 2
    assert len(our_tags(post)) == 2
    assert card_ids(overview) == card_ids(post)[:1]
    assert sorted(tag.rpartition(".")[2] for tag in our_tags(overview)) == ["css", "js"]
    for tag in our_tags(overview):
        assert tag.removeprefix("../") in built.files()


def test_a_mistake_in_a_blog_excerpt_is_reported_once_at_its_post(site: Site) -> None:
    built = blog(site, {"one": ("```cloze\nno blank\n```", CARD), "two": (CLOZE, "End.")})
    (warning,) = built.warnings
    assert warning.startswith("docs/blog/posts/one.md:8: ")
    assert len(boxes(built.html("blog/post-11/index.html"))) == 1
    (box,) = boxes(built.html("blog/index.html"))
    assert "docs/blog/posts/one.md:8: " in box


def test_a_changed_post_is_no_contradiction_with_its_own_excerpt(site: Site) -> None:
    assert blog(site, {"one": (CARD, "")}).warnings == []
    assert blog(site, {"one": (CARD.replace("A tool", "Something"), "")}).warnings == []


def test_tags_list_pages_with_cards(site: Site) -> None:
    page = f"---\ntags: [docker]\nweek: 2\n---\n# Page\n\n{CARD}"
    site.write({"docs/index.md": page, "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n"})
    built = site.build(strict=True, theme="material", plugins=["tags"], validation=ALL_VALIDATION)
    assert built.warnings == []
    assert len(card_ids(built.html("index.html"))) == 1
    assert "docker" in built.html("tags/index.html")
    assert our_tags(built.html("tags/index.html")) == []


def test_a_week_from_the_meta_plugin_that_is_none_is_reported(site: Site) -> None:
    pytest.importorskip("material.plugins.meta", reason="this Material has no meta plugin")
    site.write({"docs/index.md": "# Home\n", "docs/w/.meta.yml": "week: 3?\n", "docs/w/x.md": f"# X\n\n{CARD}"})
    built = site.build(strict=True, theme="material", plugins=["meta"])
    (warning,) = built.warnings
    assert "is not a week" in warning
    assert "docs/w/" in warning
    assert not re.match(r"docs/w/x\.md:\d", warning), "that line says nothing about a week"


def test_offline_and_search(site: Site) -> None:
    site.write({"docs/index.md": f"# Home\n\n{CARD}", "docs/w/x.md": f"# X\n\n{CLOZE}\n{CARD}"})
    built = site.build(strict=True, theme="material", plugins=["search", "offline"], validation=ALL_VALIDATION)
    assert built.warnings == []
    page = built.html("w/x.html")
    style, script = our_tags(page)
    assert style.removeprefix("../") in built.files()
    assert script.removeprefix("../") in built.files()
    assert all(
        e.attributes.get("type") != "module"
        for e in elements(page, "script")
        if "flashcards" in e.attributes.get("src", "")
    )


def test_search_has_each_question_under_its_heading(site: Site) -> None:
    site.write({"docs/index.md": f"# Home\n\nText.\n\n## Part\n\n{CARD}\n{CLOZE}"})
    built = site.build(theme="material", plugins=["search"])
    index = json.loads(built.html("search.json" if "search.json" in built.files() else "search/search_index.json"))
    items = index.get("items", index.get("docs"))
    (part,) = (one for one in items if one.get("title") == "Part")
    assert "What is Docker?" in part["text"]
    assert "<script" not in part["text"]


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs", "bare"])
def test_each_theme_shows_every_kind_of_card(site: Site, theme: str) -> None:
    text = "\n".join(
        [
            "# Cards\n",
            CARD.replace("flashcard", 'flashcard hint="A *hint*" source="Lab 1"'),
            CLOZE,
            "```flashcard\nTrue?\n---\nTrue.\n```\n",
            "```flashcard\nWhich?\n---\n- [x] a\n- [ ] b\n```\n",
            "```flashcard\nName them.\n---\n1. a\n2. b\n```\n",
            "!!! note\n\n    ````cloze\n    ```python\n    x = ==1==\n    ```\n    ````\n",
            "```flashcard\n| a | b |\n|---|---|\n| c | d |\n```\n",
        ]
    )
    extensions = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "pymdownx.superfences"]
    built = site.write({"docs/x.md": text}).build(theme=theme, markdown_extensions=extensions)
    page = built.html("x/index.html")
    assert len(card_ids(page)) == 7
    assert boxes(page) == []
    assert len(our_tags(page)) == 2
    assert page.count("<flash-card ") == page.count("</flash-card>") == page.count('<details class="flash-answer">')


@pytest.mark.parametrize(("language", "theme"), [("de", "material"), ("xx", "material"), ("fr", "mkdocs")])
def test_the_language_of_the_theme_is_taken_where_there_are_words(site: Site, language: str, theme: str) -> None:
    key = "language" if theme == "material" else "locale"
    settings = {"name": theme, key: language, **({"font": False} if theme == "material" else {})}
    if language == "xx":
        del settings[key]
    built = site.write({"docs/index.md": CARD}).build(theme=settings)
    assert not built.failed
    words = json.loads(
        (Path(__file__).parents[3] / "mkdocs_flashcards/translations/en.json").read_text(encoding="utf-8")
    )
    own = Path(__file__).parents[3] / f"mkdocs_flashcards/translations/{language}.json"
    if own.exists():
        words |= json.loads(own.read_text(encoding="utf-8"))
    assert f"<summary>{words['show']}</summary>" in built.html("index.html")


def test_verdicts_speak_the_language_of_the_theme(site: Site) -> None:
    site.write({"docs/index.md": "# T\n\n```flashcard\nWater kookt bij 100 graden.\n---\nWaar, op zeeniveau.\n```\n"})
    built = site.build(theme={"name": "material", "font": False, "language": "nl"})
    (card,) = elements(built.html("index.html"), "flash-card")
    assert card.attributes["data-answer"] == "true"
