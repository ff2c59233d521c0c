"""What changes in a card's HTML when it moves to another page, attribute by attribute."""

from __future__ import annotations

import pytest

from mkdocs_flashcards.plugin.review.addresses import join_urls, moved, split_urls

NOTE, PAGE = "week-1/docker/", "review/week-1/"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        # addresses
        ('<a href="../x/">', '<a href="../../week-1/x/">'),
        ("<a href='../x/'>", '<a href="../../week-1/x/">'),
        ("<a href=../x/>", '<a href="../../week-1/x/">'),
        ('<A HREF = "../x/">', '<A HREF = "../../week-1/x/">'),
        ('<a\nhref="../x/"\n>', '<a\nhref="../../week-1/x/"\n>'),
        ('<a class="b" href="../x/">', '<a class="b" href="../../week-1/x/">'),
        ('<a title="a > b" href="../x/">', '<a title="a > b" href="../../week-1/x/">'),
        ('<a href="../../">', '<a href="../../">'),
        ('<a href="">', '<a href="../../week-1/docker/">'),
        ('<a href="./">', '<a href="../../week-1/docker/">'),
        ('<a href="#a">', '<a href="../../week-1/docker/#a">'),
        ('<a href="#">', '<a href="#">'),
        ('<a href="?q=1#a">', '<a href="../../week-1/docker/?q=1#a">'),
        ('<a href="x?a=1&amp;b=2#c">', '<a href="../../week-1/docker/x?a=1&amp;b=2#c">'),
        ('<a href="b%20c.svg">', '<a href="../../week-1/docker/b%20c.svg">'),
        ('<a href="../../../../out/">', '<a href="../../../../out/">'),
        ('<img src="a.png">', '<img src="../../week-1/docker/a.png">'),
        ('<img alt="" data-src="a.png"/>', '<img alt="" data-src="../../week-1/docker/a.png"/>'),
        (
            '<img srcset="a.png, b.png 2x,c.png 3x">',
            '<img srcset="../../week-1/docker/a.png, ../../week-1/docker/b.png 2x,../../week-1/docker/c.png 3x">',
        ),
        ('<img srcset="data:image/png;base64,AA== 1x">', None),
        ('<video poster="p.png">', '<video poster="../../week-1/docker/p.png">'),
        ('<object data="o.svg">', '<object data="../../week-1/docker/o.svg">'),
        ('<use xlink:href="i.svg#x"/>', '<use xlink:href="../../week-1/docker/i.svg#x"/>'),
        ('<p style="background:url(b.png)">', '<p style="background:url(../../week-1/docker/b.png)">'),
        ("<p style=\"background:url('b.png')\">", '<p style="background:url(&#x27;../../week-1/docker/b.png&#x27;)">'),
        # addresses that are the same everywhere
        ('<a href="https://x.y/z?a#b">', None),
        ('<a href="//x.y/z">', None),
        ('<a href="/z">', None),
        ('<a href="mailto:a@b.c">', None),
        ('<a href="&#109;&#97;&#105;&#108;&#116;&#111;&#58;a">', None),
        ('<a href="javascript:void 0">', None),
        ('<img src="data:image/png;base64,AA==">', None),
        # names
        ('<i id="a">', '<i id="N-a">'),
        ('<a id="a"></a><a href="#a">', '<a id="N-a"></a><a href="#N-a">'),
        ('<i id="&eacute;"></i><a href="#%C3%A9">', '<i id="N-é"></i><a href="#N-%C3%A9">'),
        ('<a name="a">', '<a name="N-a">'),
        ('<input name="a" id="b"><label for="b">', '<input name="N-a" id="N-b"><label for="N-b">'),
        ('<label for="elsewhere">', None),
        ('<b id="a"></b><p aria-labelledby="a x a">', '<b id="N-a"></b><p aria-labelledby="N-a x N-a">'),
        ('<map name="m"></map><img usemap="#m">', '<map name="N-m"></map><img usemap="#N-m">'),
        ('<g id="g"/><rect fill="url(#g)"/>', '<g id="N-g"/><rect fill="url(#N-g)"/>'),
        ('<rect fill="url(#elsewhere)"/>', None),
        ('<param name="movie">', None),
        ('<meta name="x">', None),
        # what only looks like it
        ('<code>&lt;a href="x"&gt;</code>', None),
        ('<p>a href="x" id="y"</p>', None),
        ('<p title="href=x">', None),
        ("<p data-href='x' data-id='y'>", None),
        ('<span class="n">id</span> &lt; 3', None),
        ("3 < 4 and src=x > 2", None),
        ("", None),
    ],
)
def test_a_card_that_moves(html: str, expected: str | None) -> None:
    assert join_urls(split_urls(html, "N-"), NOTE, PAGE) == (html if expected is None else expected)


@pytest.mark.parametrize(
    ("address", "note", "page", "expected"),
    [
        ("x/", "./", "review/", "../x/"),
        ("#a", "./", "review/", "../#a"),
        ("", "index.html", "review/index.html", "../index.html"),
        ("img/a.png", "index.html", "review/week-1.html", "../img/a.png"),
        ("b.html#c", "week-1/a.html", "review/week-1.html", "../week-1/b.html#c"),
        ("../", "review/own/", "review/", "./"),
        ("a", "review/own.html", "review/index.html", "a"),
        ("..", "a/b/", "review/", "../a/"),
        ("x/..", "a/b/", "review/", "../a/b/"),
    ],
)
def test_an_address_from_another_page(address: str, note: str, page: str, expected: str) -> None:
    assert moved(address, note, page) == expected


def test_no_tag_takes_long() -> None:
    for piece in ("<a href=", "<a href='", "<a b ", '<a b="', "<a \n", "url(", "<img srcset='a ", "<a b=c "):
        split_urls(piece * 1500, "N-")
        split_urls("<p " + piece * 1500 + ">", "N-")
