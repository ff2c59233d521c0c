"""Clozes of packages: their blanks as the build reads them."""

from __future__ import annotations

import pytest
from anki_packages import CLOZE_TYPE, Entry, Type
from package_import import block, blocks_of, ids_and_kinds

from mkdocs_flashcards.exchange.to_markdown.anki_blanks import restored, with_flat_blanks
from mkdocs_flashcards.exchange.to_markdown.html import html_to_markdown


@pytest.mark.parametrize(
    ("html", "expected", "doubts"),
    [
        ("{{c1::a}} {{c12::b::hint}}", "{{c1::a}} {{c12::b::hint}}", 0),
        ("{{c1::a {{c2::b}} c}}", "{{c1::a}} {{c2::b}} {{c1::c}}", 1),
        ("{{c1::{{c2::b::h}}}}", "{{c2::b::h}}", 1),
        (r"{{c1::\(x + {{c2::y}}\)}}", r"{{c1::\(x + y\)}}", 1),
        ("{{c1,3::a}}", "{{c1::a}}", 1),
        ("{{c1::a", "&#123;{c1::a", 0),
        ("a }} {{c1::b}}", "a }} {{c1::b}}", 0),
        ("{{c0::a}} {{c1::b}}", "a {{c1::b}}", 0),
        ("<b>{{c1::a</b> b}}", "**{{c1::a b}}**", 0),
        ("{{c1::<i>a}} b</i>", "*{{c1::a}} b*", 0),
        ("<div>{{c1::a</div><div>b}}</div>", "{{c1::a  \nb}}", 0),
        ("<code>{{c1::x::h}}</code>", "`{{c1::x}}`", 1),
        ("{{c1::std&#58;&#58;x}}&#58; y", "{{c1::std&#58;&#58;x}}: y", 0),
        ("<code>{{c1::a&#58;&#58;b}}</code>", "`{{c1::a::b}}`", 0),
        ("{{c1::a&#125;&#125;b}}", "{{c1::a&#125;&#125;b}}", 0),
        ("<pre>{{c1::a<br>b}}</pre>", "```text\n{{c1::a\nb}}\n```", 0),
        (r"\({{c1::\frac{a}{b} }}\)", r"\({{c1::\frac{a}{b} }}\)", 0),
        ("{{c1::<ul><li>a</li><li>b</li></ul>}}", "{{c1::\n\n- a\n- b\n\n}}", 0),
    ],
)
def test_blanks(html: str, expected: str, doubts: int) -> None:
    found: list[str] = []
    made = html_to_markdown(with_flat_blanks(html, found), keeps_blanks=True)
    assert restored(made.text) == expected
    assert len(found) == doubts


@pytest.mark.parametrize(
    "text",
    [
        "{{c1::a}}",
        "{{c1::a}} {{c2::b::h}}",
        "<ul><li>{{c1::a}}</li></ul>",
        "{{c1::<ul><li>a</li><li>b</li></ul>}}",
        r"{{c1::\(x\)}} and \({{c2::y}}\)",
        "<table><tr><td>{{c1::a|b}}</td></tr></table>",
        "{{c1::==a==}} and _____",
    ],
)
def test_clozes_are_read_by_the_build(text: str) -> None:
    (found,) = ids_and_kinds(blocks_of(Entry((text, "more"), CLOZE_TYPE)))
    assert found[1] == "cloze"


def test_a_cloze_that_is_typed_in_has_its_text_once() -> None:
    sides = ("{{Head}}: {{cloze:Text}}<br>{{type:cloze:Text}}", "{{cloze:Text}}<br>{{type:cloze:Text}}{{More}}")
    kind = Type(("Text", "Head", "More"), (sides,), "Typed", is_cloze=True)
    assert blocks_of(Entry(("{{c1::a}} b", "Head", "more"), kind)) == block("Head: {{c1::a}} b\n---\nmore", "cloze")
