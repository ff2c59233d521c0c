"""What an author types inside a card stays there. A browser says the same: tests/browser/cards/test_containment.py."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pages import Site
from typed_html import CARDS, PIECES, cards_with

from mkdocs_flashcards.extension.containment import contain, contain_item, contain_line
from mkdocs_flashcards.extension.markup import attributes_of, read

sys.path.insert(0, str(Path(__file__).parent.parent))

from growth import grows_in_proportion

AFTER = "```flashcard id=after\nNext question?\n---\nNext answer.\n```\n\nThe end.\n"
SITES = {"much": Site(), "nothing": Site([])}


@pytest.mark.parametrize(
    ("html", "contained"),
    [
        # nothing to do
        ("", ""),
        ("a < b", "a < b"),
        ("<p>a <b>b</b></p>", "<p>a <b>b</b></p>"),
        ("<ul><li>a<li>b</ul>", "<ul><li>a<li>b</ul>"),
        ("<p>a<p>b", "<p>a<p>b"),
        ("<br><img src='x'><hr/>", "<br><img src='x'><hr/>"),
        ("a</br>b", "a</br>b"),
        ("<!-- </div> -->", "<!-- </div> -->"),
        ("<script>x = '</div>'</script>", "<script>x = '</div>'</script>"),
        ("<svg><path d=''/></svg>", "<svg><path d=''/></svg>"),
        ("<svg><![CDATA[</svg>]]></svg>", "<svg><![CDATA[</svg>]]></svg>"),
        ("<math><mi><![CDATA[</mi>]]></mi></math>", "<math><mi><![CDATA[</mi>]]></mi></math>"),
        ("<table><tr><td>a<td>b</table>", "<table><tr><td>a<td>b</table>"),
        ("<a title='</div>'>x</a>", "<a title='</div>'>x</a>"),
        ('<a title="a > b">x</a>', '<a title="a > b">x</a>'),
        # end tags too many
        ("a</div>", "a"),
        ("<div>a</div></div>", "<div>a</div>"),
        ("<b>a</i></b>", "<b>a</b>"),
        ("a</script>", "a"),
        ("<p>a</div></p>", "<p>a</p>"),
        ("a</div x='y'>b", "ab"),
        ("a</DIV>b", "ab"),
        ("<table><tr><td></div></td></tr></table>", "<table><tr><td></td></tr></table>"),
        ("<div><table><tr><td></div>a</td></tr></table></div>", "<div><table><tr><td>a</td></tr></table></div>"),
        # end tags missing
        ("<div>a", "<div>a</div>"),
        ("<DIV>a", "<DIV>a</div>"),
        ("<div><b>a</div>", "<div><b>a</b></div>"),
        ("<b/>a", "<b/>a</b>"),
        ("<p><b>a</p><p>b", "<p><b>a</b></p><p>b"),
        ("<table><tr><td><i>a", "<table><tr><td><i>a</i></table>"),
        ("<table><tr><td><i>a</table>", "<table><tr><td><i>a</i></table>"),
        ("<details><summary>a", "<details><summary>a</summary></details>"),
        ("<template><div>", "<template><div></div></template>"),
        ("<svg><g>", "<svg><g></g></svg>"),
        # what never ends
        ("a <!-- b", "a &lt;!-- b"),
        ("a <script> b", "a &lt;script> b"),
        ("<textarea>a</p>", "&lt;textarea>a"),
        ("<script><!-- <script> </script>", "&lt;script>&lt;!-- <script> </script>"),
        ('<a href="x>y</a>', '&lt;a href="x>y'),
        ("a <? b", "a &lt;? b"),
        # what would change the page, and what is ours
        ("<body class='x'>a</body>", "&lt;body class='x'>a&lt;/body>"),
        ("<plaintext>a", "&lt;plaintext>a"),
        ("a</flash-card>b", "a&lt;/flash-card>b"),
        ("<i class='a flash-answer'>flash-x</i>", "<i class='a not-flash-answer'>flash-x</i>"),
        ('<i class="flash-heading" title="flash-x">a</i>', '<i class="flash-heading" title="flash-x">a</i>'),
    ],
)
def test_what_comes_out_is_balanced(html: str, contained: str) -> None:
    assert contain(html) == contained
    assert contain(contained) == contained


@pytest.mark.parametrize("piece", PIECES)
def test_what_came_out_once_comes_out_again(piece: str) -> None:
    once = contain(piece)
    assert contain(once) == once


@pytest.mark.parametrize(
    ("inside", "contained"),
    [
        ("a", "a"),
        ("a</li>b", "ab"),
        ("a<li>b", "a&lt;li>b"),
        ("<ul><li>a", "<ul><li>a</ul>"),
        ("<ul><li>a</ul></ul>", "<ul><li>a</ul>"),
        ("<div>a", "<div>a</div>"),
        ("<!-- </li> -->", "<!-- </li> -->"),
    ],
)
def test_an_item_stays_one_item(inside: str, contained: str) -> None:
    assert contain_item(f'<li class="x">{inside}</li>\n') == f'<li class="x">{contained}</li>\n'


def test_a_single_line_holds_no_block() -> None:
    assert contain_line("a <div>b</div> <b>c") == "a &lt;div>b&lt;/div> <b>c</b>"


@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
@pytest.mark.parametrize("part", CARDS)
def test_what_stands_beside_a_card_is_as_without_it(part: str, site: Site) -> None:
    alone = site.page(f"Between.\n\n{AFTER}").html
    for piece in PIECES:
        for block in cards_with(part, piece):
            html = site.page(f"{block}\n\nBetween.\n\n{AFTER}").html
            assert html.endswith(f"\n{alone}"), block
            last = [element for element in read(html) if element.name == "flash-card"][-1]
            assert attributes_of(last.attributes)["data-card"] == "after", block


LONG = {
    "start tags": lambda size: "<div>" * size,
    "items in one element after the other": lambda size: "<li><ol>" + "<span>" * size + "<li></li>" * size,
    "end tags that reach no further than a border": lambda size: "<i>" + "<table><tr><td>" * size + "</i>" * size,
    "rows in tables in cells": lambda size: "<table><tr><td>" * size + "<tr>" * size,
    "cells that end in no table": lambda size: "<object>" * size + "</td>" * size,
    "tables in objects": lambda size: "<object>" * size + "<table></table>" * size,
    "drawings in titles": lambda size: "<svg><title>" * size + "</div>" * size,
    "buttons": lambda size: "<button>" * size,
    "comments without an end": lambda size: "<!-- " * size,
    "scripts without an end": lambda size: "<script>" * size,
    "values without an end": lambda size: "<a b='x " * size,
}


@pytest.mark.parametrize("shape", LONG)
def test_time_grows_in_proportion(shape: str) -> None:
    html = LONG[shape]
    assert grows_in_proportion(lambda size: lambda: contain_item(f"<li>{html(size)}</li>"), 1000)
