"""With the plugin on, a site comes out as it did without it, but for its cards."""

from __future__ import annotations

import copy
import re
from typing import Any

import pymdownx.superfences
import pytest
from plain_notes import EXAMPLES, INDENTED, PAGES, PLAIN, RAW
from whole_site import CARD, CLOZE, Site, boxes, card_ids, our_tags

MERMAID = {"name": "mermaid", "class": "mermaid", "format": pymdownx.superfences.fence_code_format}
OWN = {"name": "quiz", "class": "quiz", "format": pymdownx.superfences.fence_div_format}
MATERIAL = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    {"toc": {"permalink": True}},
    {"pymdownx.arithmatex": {"generic": True}},
    "pymdownx.betterem",
    "pymdownx.caret",
    "pymdownx.details",
    {"pymdownx.highlight": {"anchor_linenums": True, "line_spans": "__span", "pygments_lang_class": True}},
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.mark",
    "pymdownx.smartsymbols",
    {"pymdownx.snippets": {"base_path": ["."]}},
    {"pymdownx.superfences": {"custom_fences": [MERMAID, OWN]}},
    {"pymdownx.tabbed": {"alternate_style": True}},
    {"pymdownx.tasklist": {"custom_checkbox": True}},
    "pymdownx.tilde",
]
EXTENSIONS: dict[str, list[Any]] = {
    "nothing": [],
    "fenced_code": ["fenced_code"],
    "superfences": ["pymdownx.superfences"],
    "superfences-first": ["pymdownx.superfences", "fenced_code", "markdown.extensions.fenced_code"],
    "superfences-last": ["fenced_code", "admonition", "pymdownx.superfences"],
    "preserve-tabs": [{"pymdownx.superfences": {"preserve_tabs": True}}, {"pymdownx.snippets": {"base_path": ["."]}}],
    "no-indented-code": [{"pymdownx.superfences": {"disable_indented_code_blocks": True}}, "admonition"],
    "own-fences": [{"pymdownx.superfences": {"custom_fences": [MERMAID, OWN]}}],
    "every-fence": [
        {"pymdownx.superfences": {"custom_fences": [{**OWN, "name": "*"}]}},
    ],
    "css-class": [{"pymdownx.superfences": {"css_class": "code"}}, {"pymdownx.highlight": {"css_class": "hl"}}],
    "relaxed": [{"pymdownx.superfences": {"relaxed_headers": True}}],
    "pymdownx-extra": ["pymdownx.extra", {"pymdownx.highlight": {"linenums": True, "anchor_linenums": True}}],
    "pymdownx-extra-options": [{"pymdownx.extra": {"pymdownx.superfences": {"custom_fences": [MERMAID]}}}],
    "extra": ["markdown.extensions.extra", "admonition"],
    "extra-superfences": ["extra", "pymdownx.superfences"],
    "superfences-extra": ["pymdownx.superfences", "extra"],
    "codehilite": [{"codehilite": {"linenums": True, "guess_lang": False}}, "md_in_html"],
    "codehilite-superfences": ["codehilite", "pymdownx.superfences"],
    "no-pygments": [{"pymdownx.highlight": {"use_pygments": False}}, "pymdownx.superfences"],
    "line-tables": [
        {"pymdownx.highlight": {"linenums_style": "pymdownx-inline", "anchor_linenums": True}},
        "pymdownx.superfences",
    ],
    "quotes": ["pymdownx.quotes", "pymdownx.superfences"],
    "blocks": ["pymdownx.blocks.tab", "pymdownx.blocks.admonition", "pymdownx.superfences"],
    "smart": ["smarty", "sane_lists", "nl2br", "wikilinks", "meta", {"toc": {"permalink": "#", "baselevel": 2}}],
    "material": MATERIAL,
}


def difference(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that differ."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.mark.parametrize("extensions", EXTENSIONS.values(), ids=EXTENSIONS)
def test_pages_without_cards_are_the_same_to_the_byte(site: Site, extensions: list[Any]) -> None:
    site.write(PAGES)
    if extensions is EXTENSIONS["no-indented-code"]:  # there an indented block is a card
        site.write({"docs/deep/down/indented.md": ""})
    without = site.build(plugin=False, to="without", markdown_extensions=extensions)
    with_plugin = site.build(to="with", markdown_extensions=extensions)
    assert difference(without.files(), with_plugin.files()) == []
    assert with_plugin.warnings == without.warnings


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
@pytest.mark.parametrize("urls", [True, False], ids=["folders", "files"])
def test_themes_and_search_are_the_same_to_the_byte(site: Site, theme: str, urls: bool) -> None:
    site.write(PAGES)
    settings: dict[str, Any] = {
        "theme": theme,
        "use_directory_urls": urls,
        "site_url": "https://example.org/course/",
        "markdown_extensions": MATERIAL if theme == "material" else [],
        "plugins": ["search"],
    }
    without = site.build(plugin=False, to="without", **settings)
    with_plugin = site.build(to="with", **settings)
    changed = difference(without.files(), with_plugin.files())
    for name in list(changed):  # the mkdocs theme writes the time of the build into the home page
        stamped = [re.sub(rb"Build Date UTC[^\n]*", b"", built.files()[name]) for built in (without, with_plugin)]
        if stamped[0] == stamped[1] or name == "sitemap.xml.gz":
            changed.remove(name)
    assert changed == []


@pytest.mark.parametrize("extensions", EXTENSIONS.values(), ids=EXTENSIONS)
def test_only_the_card_is_different_on_a_page_with_cards(site: Site, extensions: list[Any]) -> None:
    place = "CARDPLACE"
    text = PLAIN.replace("week: 3\n", "").replace("never closed\n", "")  # an open fence would take in what follows
    text = text.removesuffix("```python\n")
    parts = [text, EXAMPLES, RAW.replace("# Raw", "## Raw")]
    if extensions is not EXTENSIONS["no-indented-code"]:
        parts.append(INDENTED.replace("# Indented", "## Indented"))
    pages = {
        name: "\n".join([parts[0], card, parts[1], cloze, *parts[2:]])
        for name, card, cloze in (("cards", CARD, CLOZE), ("place", f"{place}\n", f"{place}\n"))
    }
    site.write({f"docs/{name}.md": page for name, page in pages.items()})
    site.write({"shared/part.md": "", "docs/index.md": "# Home\n"})
    built = site.build(markdown_extensions=extensions)
    found = built.content("cards/index.html")
    assert len(card_ids(found)) == 2, boxes(found)
    tags = r'<link rel="stylesheet" href="[^"]*flashcards[^>]*>|<script src="[^"]*flashcards[^>]*></script>'
    tags += r'|\n<p class="flash-onward">[^\n]*</p>'
    bare = re.sub(r"<flash-card.*?</flash-card>\n?", "", re.sub(tags, "", found), flags=re.S)
    expected = re.sub(rf"<p>{place}</p>\n?", "", built.content("place/index.html"))
    assert bare == expected
    assert "flash" not in re.sub(
        r"<code.*?</code>|<pre.*?</pre>|<!--.*?-->|<script>.*?</script>|<style>.*?</style>|flashcards?\b",
        "",
        bare,
        flags=re.S,
    )


def test_no_setting_is_changed(site: Site) -> None:
    site.write(PAGES).write({"docs/card.md": f"# Card\n\n{CARD}"})
    settings: dict[str, Any] = {
        "markdown_extensions": [*MATERIAL, "pymdownx.extra"],
        "plugins": ["search"],
        "extra_css": [],
        "extra_javascript": [],
        "nav": [{"Home": "index.md"}, {"Card": "card.md"}],
    }
    without = dict(site.build(plugin=False, **settings).config)
    before = copy.deepcopy(dict(site.config(**settings))["mdx_configs"])
    after = dict(site.build(**settings).config)
    assert after["mdx_configs"] == before == without["mdx_configs"]
    named = [name for name in after["markdown_extensions"] if isinstance(name, str)]
    assert named == without["markdown_extensions"]
    assert len(after["markdown_extensions"]) == len(named) + 1
    for key in without.keys() - {"mdx_configs", "markdown_extensions", "plugins", "theme"}:
        assert after[key] == without[key], key
    assert dict(after["theme"]) == dict(without["theme"])


def test_a_page_that_only_shows_blocks_loads_nothing(site: Site) -> None:
    built = site.write({"docs/index.md": EXAMPLES, "docs/raw.md": RAW, "docs/in.md": INDENTED}).build(strict=True)
    assert built.warnings == []
    assert not any("flashcards." in name for name in built.files())
    for page in ("index.html", "raw/index.html", "in/index.html"):
        assert our_tags(built.html(page)) == []


@pytest.mark.parametrize("page", [EXAMPLES, INDENTED, "Write ```` ```flashcard ```` into the note.\n"])
def test_a_week_of_somebody_else_is_left_alone(site: Site, page: str) -> None:
    built = site.write({"docs/index.md": f"---\nweek: [calendar, 26]\n---\n{page}"}).build(strict=True)
    assert built.warnings == []


def test_where_there_is_no_indented_code_an_indented_block_is_a_card(site: Site) -> None:
    indented = "".join(f"    {line}\n" for line in CARD.splitlines())
    built = site.write({"docs/index.md": f"Text.\n\n{indented}\nEnd.\n"}).build(
        strict=True, markdown_extensions=EXTENSIONS["no-indented-code"]
    )
    assert len(card_ids(built.html("index.html"))) == 1
