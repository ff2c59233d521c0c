"""The reader of finished HTML sees what a browser would."""

from __future__ import annotations

import re

import pytest
from pages import Site

from mkdocs_flashcards.extension.markup import (
    Tag,
    attributes_of,
    end_of,
    has_cards,
    read,
    span_of_cards,
    tags,
)

CARD = '<flash-card id="card-a" data-card="a" data-kind="recall">inside</flash-card>'


def names(html: str) -> list[str]:
    return [element.name for element in read(html)]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("", []),
        ("<p>flash-card</p>", []),
        (CARD, ["flash-card"]),
        (f"<h2>A</h2>{CARD}<h3 id='b'>B</h3>", ["h2", "flash-card", "h3"]),
        (
            f'<div class="flash-set"><p class="flash-set-head">h</p>{CARD}</div>',
            ["flash-set", "flash-set-head", "flash-card"],
        ),
        ('<div class="flash-mistake" role="note"></div>', ["flash-mistake"]),
        ("<div class=flash-mistake role=note></div>", ["flash-mistake"]),
        ('<flash-review data-page="index"></flash-review>', ["flash-review"]),
        ('<p class="flash-source">s</p>', ["flash-source"]),
        ('<p class="flash-sources">flash-card</p>', []),
        ('<p data-class="flash-source">s</p>', []),
        # a minifier's
        ("<flash-card data-card=a data-kind=recall>x</flash-card>", ["flash-card"]),
        # what only looks like it
        (f"<!-- {CARD} -->", []),
        (f"<!-- -- > {CARD} -->", []),
        (f"<!-->{CARD}", ["flash-card"]),
        (f"<!--->{CARD}", ["flash-card"]),
        (f"<!-- --!>{CARD}", ["flash-card"]),
        (f"<!-- {CARD}", []),
        (f"<script>'{CARD}'</script>", []),
        (f"<SCRIPT type='x'>{CARD}</SCRIPT >{CARD}", ["flash-card"]),
        (f"<script>{CARD}", []),
        (f"<style>{CARD}</style>", []),
        (f"<textarea>{CARD}</textarea>", []),
        (f"<title>{CARD}</title>", []),
        (f"<p title='{CARD}'>x</p>", []),
        (f"<p title='>' data-x=\"'\">{CARD}</p>", ["flash-card"]),
        (f"<p title = '{CARD}'>x</p>", []),
        (f"<p a'b>{CARD}</p>", ["flash-card"]),
        (f"<p a=b'c>{CARD}</p>", ["flash-card"]),
        (f"a < b <3 {CARD}", ["flash-card"]),
        (f"<?php '{CARD}' ?>", []),  # it ends at the first >, which is that of the card's start tag
        (f"<p title='x {CARD}", []),
        ("<flash-cards data-card='a'></flash-cards>", []),
        ("<flash-card>x</flash-card>", []),
        ("<flash-card title='data-card=a'>x</flash-card>", []),
        ("<flash-card data-card='a'>x", []),
        (f"</flash-card>{CARD}", ["flash-card"]),
        (f"<flash-card data-card='b'>x{CARD}", ["flash-card"]),
        (f"<h2>flash-{CARD}", ["flash-card"]),
        # a card is one thing
        ("<flash-card data-card='a'><h2>x</h2><div class='flash-mistake'></div></flash-card>", ["flash-card"]),
        (f"<flash-card data-card='b'>{CARD}</flash-card>", ["flash-card"]),
        ("<flash-card data-card='a'><!-- </flash-card> --></flash-card><h2>x</h2>", ["flash-card", "h2"]),
        (f"<h2>a</h2><flash-card data-card='b'><h2>x</flash-card></h2>{CARD}", ["h2", "flash-card", "flash-card"]),
    ],
)
def test_what_is_found(html: str, found: list[str]) -> None:
    assert names(html) == found


def test_where_it_is() -> None:
    html = f"<p>a</p>{CARD}<p>b</p>"
    (card,) = read(html)
    assert html[card.start : card.end] == CARD
    assert html[card.inside : card.until] == "inside"
    assert attributes_of(card.attributes) == {"id": "card-a", "data-card": "a", "data-kind": "recall"}


def test_attributes() -> None:
    text = """ A="1 &amp; 2" b='"' c=d/e f g = "h" a="no" """
    assert attributes_of(text) == {"a": "1 & 2", "b": '"', "c": "d/e", "f": "", "g": "h"}


def test_the_span_of_cards() -> None:
    mistake = '<div class="flash-mistake"></div>'
    html = f"<h2>a</h2>{mistake}<p>b</p>{CARD}<p>c</p>{mistake}"
    start, end = span_of_cards(read(html))
    assert html[start:end] == f"{mistake}<p>b</p>{CARD}"
    assert has_cards(read(html))
    assert span_of_cards(read(f"<p>flash-</p>{mistake}")) == (13, 13)
    assert not has_cards(read('<h2>a</h2><p class="flash-source">s</p>'))


@pytest.mark.parametrize("names", ["h2", "/?(?:span|li)", "pre", "p", "/?br"])
def test_tags_that_are_mostly_passed_quickly_are_found_where_they_are_looked_for(names: str) -> None:
    html = 'a <span class="x">b</span> <li>c</li><pre class="y">d</pre><br> <h2 class="z">e</h2><p class="f">g</p>'
    found = [(tag.name, html[tag.start : tag.end]) for tag in tags(html, names)]
    expected = re.findall(rf"<((?:{names})(?=[ >]))([^>]*)>", html)
    assert found == [(name, f"<{name}{rest}>") for name, rest in expected]
    assert found


def test_the_end_of_an_element() -> None:
    html = "<div>a<div>b</div><!-- </div> --><script>'</div>'</script></div><p>"
    first = next(tags(html, "div"))
    assert html[: end_of(html, first)] == html.removesuffix("<p>")
    assert end_of(html, Tag("p", "", len(html) - 3, len(html))) == len(html)


def test_every_card_of_a_page_is_found_where_it_is() -> None:
    text = "# A\n\n```flashcard\nQ <b>x\n---\nA <!-- </flash-card> -->\n```\n\n## B\n\n```cloze\n==a== `<i>`\n```\n"
    html = Site().page(text).html
    found = read(html)
    assert [element.name for element in found] == ["h1", "flash-card", "h2", "flash-card"]
    assert all(html[one.start :].startswith(f"<{one.name}") for one in found)
    assert all(html[: one.end].endswith(f"</{one.name}>") for one in found)
