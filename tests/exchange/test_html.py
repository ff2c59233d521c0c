"""HTML of other programs' cards as Markdown that reads the same."""

from __future__ import annotations

import html
import re

import pytest
from markdown import markdown

from mkdocs_flashcards.exchange.to_markdown.html import html_to_markdown

BREAK = "  \n"
CASES = {
    "marks": ("<b>a</b> <i>b</i> x<sup>2</sup> H<sub>2</sub>O", "**a** *b* x<sup>2</sup> H<sub>2</sub>O"),
    "marks side by side": ("<b>a</b><b>b</b> <b><b>c</b></b>", "**ab** **c**"),
    "marks by style": ('<span style="font-weight: 600">a</span>', "**a**"),
    "marks around paragraphs": ("<b>a<br><br>b</b>", "**a**\n\n**b**"),
    "marks around a list": ("<b><ul><li>a</li></ul></b>", "- a"),
    "lines": ("a<br>b<div>c</div><div><br></div><div>d</div>", f"a{BREAK}b\n\nc\n\nd"),
    "lines at the ends": ("<br>a<br>", "a"),
    "two lines are a paragraph": ("a<br> <br>b", "a\n\nb"),
    "text that looks like Markdown": ("- a<br>1. b<br># c<br>*d*", f"\\- a{BREAK}1\\. b{BREAK}\\# c{BREAK}\\*d\\*"),
    "bullets that somebody typed": ("Parts:<br>- a<br>- b *c*", "Parts:\n\n- a\n- b \\*c\\*"),
    "numbers that somebody typed": ("<div>2) a</div><div>3) b</div>", "2. a\n3. b"),
    "other bullets": ("• a<br>• <b>b</b>", "- a\n- **b**"),
    "a bullet alone": ("<i>a</i><br>- b", f"*a*{BREAK}\\- b"),
    "bullets in a text": ("- a<br>- b<br>and c", f"\\- a{BREAK}\\- b{BREAK}and c"),
    "numbers that do not count": ("1. a<br>7. b", f"1\\. a{BREAK}7\\. b"),
    "text that looks like HTML": ("&lt;script&gt;x&lt;/script&gt;", "&lt;script>x&lt;/script>"),
    "a rule": ("a<hr>b", "a\n\n***\n\nb"),
    "a heading": ("<h3>a</h3>b", "**a**\n\nb"),
    "lists": ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>d", "- a\n    - b\n- c\n\nd"),
    "a list among items": ("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n    - b"),
    "items that nothing ends": ("<ol><li>a<li>b<ul><li>c<li>d</ul><li>e</ol>", "1. a\n2. b\n    - c\n    - d\n3. e"),
    "one item that nothing ends": ("<ul><li>a<li>b</li><li>c</li></ul>", "- a\n- b\n- c"),
    "cells that nothing ends": ("<table><tr><th>a<th>b<tr><td>c<td>d</table>", "| a | b |\n| --- | --- |\n| c | d |"),
    "a numbered list": ("<ol start=3><li>a</li><li><p>b</p><p>c</p></li></ol>", "3. a\n4. b\n\n    c"),
    "a task list": (
        '<ul><li><input type="checkbox" checked> a</li><li><input type=checkbox>b</li></ul>', "- [x] a\n- [ ] b"
    ),
    "a table": (
        "<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td><td>x<br>y</td></tr></table>",
        "| a | b |\n| --- | --- |\n| 1\\|2 | x<br>y |",
    ),
    "a table without a head": ("<table><tr><td>a</td></tr></table>", "| a |\n| --- |"),
    "a list in a table": ("<table><tr><th><ul><li>a</li><li>b</li></ul></th></tr></table>", "| • a<br>• b |\n| --- |"),
    "code": ("<code>a*b</code> <code>x`y</code>", "`a*b` `` x`y ``"),
    "a block of code": (
        '<pre><code class="language-python">def f():<br>    return 1\n\n\nx</code></pre>',
        "```python\ndef f():\n    return 1\n\n\nx\n```",
    ),
    "code of several lines": ("<code>a<br>b</code>", "```text\na\nb\n```"),
    "code with a fence": ("<pre>```\nx\n```</pre>", "````text\n```\nx\n```\n````"),
    "formulas": (r"\(a &lt; b\) and <anki-mathjax>c</anki-mathjax> and [$]d[/$]", r"\(a < b\) and \(c\) and \(d\)"),
    "formulas of their own": (r"so \[x<br>= y\] there", "so\n\n\\[x = y\\]\n\nthere"),
    "formulas in LaTeX": (r"[latex]$x^2$[/latex], [latex]\begin{align}a\end{align}[/latex]",
                          "\\(x^2\\),\n\n\\[\\begin{align}a\\end{align}\\]"),
    "LaTeX that is no formula": (
        r"[latex]\begin{itemize}<br>\item a<br>\end{itemize}[/latex][latex]so it is[/latex]",
        "```latex\n\\begin{itemize}\n\\item a\n\\end{itemize}\n```\n\nso it is",
    ),
    "formulas with text": (r"[latex]so $x_1$ is[/latex]", "so $x_1$ is"),
    "formulas with comments": ("\\(a % b\n+ c\\)", r"\(a + c\)"),
    "formulas with a dollar": (r"\(5\,\$\)", r"\(5\,\$\)"),
    "formulas in a table": (r"<table><tr><th>\(|x|\)</th></tr></table>", "| \\(\\vert x\\vert\\) |\n| --- |"),
    "no formula in code": (r"<code>\(x\)</code>", r"`\(x\)`"),
    "money": ("<i>from</i> $5 to US$", "*from* &#36;5 to US&#36;"),
    "a link": ('<a href="https://a.b/c d">x*y</a>', "[x\\*y](https://a.b/c%20d)"),
    "a picture": ('<img src="a b (1).png" alt="see">', "![see](a%20b%20%281%29.png)"),
    "furigana": ("<ruby>漢<rp>(</rp><rt>かん</rt></ruby>", "<ruby>漢<rt>かん</rt></ruby>"),
    "terms": ("<dl><dt>a</dt><dd>b</dd></dl>", "**a**\n\nb"),
    "comments": ("a<!-- b -->c<?php d ?>", "ac"),
    "blank space": (" a \n <i>b</i> ", "a\n*b*"),
    "nothing": ("<div><br></div>&nbsp;", ""),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_markdown(case: str) -> None:
    source, expected = CASES[case]
    assert html_to_markdown(source).text.strip(" ") == expected


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>a",
        '<a href="javascript:alert(1)">a</a>',
        '<a href=" java\nscript:alert(1)">a</a>',
        '<a href="data:text/html,<script>alert(1)</script>">a</a>',
        '<b onclick="alert(1)">a</b>',
        '<img src="x" onerror="alert(1)">a',
        '<svg onload="alert(1)"><a xlink:href="javascript:alert(1)"></a></svg>a',
        '<iframe src="javascript:alert(1)"></iframe>a',
        "<style>a{background:url(javascript:alert(1))}</style>a",
        "&lt;img src=x onerror=alert(1)&gt;a",
        "[a](javascript:alert(1))",
        '<img src="x" alt="](javascript:alert(1)) <script>alert(1)</script>">a',
        '<img src="x)<script>alert(1)</script>">a',
        "<kbd onclick='alert(1)'>a</kbd>",
        "<<b>script>alert(1)</script>a",
        '<a href="https://a.b">a](javascript:alert(1))</a>',
        "[<b>a</b>](javascript:alert(1))",
        "[a<b>]</b>(javascript:alert(1))",
        "[a]<b>(javascript:alert(1))</b>",
        "[<b>a</b>]: javascript:alert(1)<br>a",
    ],
)
def test_nothing_runs(source: str) -> None:
    page = markdown(html_to_markdown(source).text, extensions=["tables", "pymdownx.superfences"])
    assert "a" in re.sub(r"<[^>]+>", "", page)
    for tag in re.findall(r"<[^>]+>", page):
        assert not re.match(
            r"<script|<[^>]*(?:\son\w+=|=\"\s*(?:javascript|data):)", re.sub(r'alt="[^"]*"', "", tag)
        ), page


@pytest.mark.parametrize(
    ("source", "doubt"),
    [
        ("a[sound:b c.mp3]", "the recording b c.mp3 was not carried over"),
        ("a<script>x</script>", "an element script was not carried over"),
        ('a<video src="v.mp4"></video>', "the recording v.mp4 was not carried over"),
        ('a<audio><source src="s.ogg"></audio>', "the recording s.ogg was not carried over"),
        ('a<img src="data:image/png;base64,AAAA">', "a picture was not carried over"),
        ("a<svg><path/></svg>", "an element svg was not carried over"),
        ('<a href="other.html">a</a>', "a link was not carried over: other.html"),
    ],
)
def test_what_is_not_carried_over_is_said(source: str, doubt: str) -> None:
    converted = html_to_markdown(source)
    assert (converted.text, converted.doubts) == ("a", (doubt,))


def test_pictures_get_the_address_that_the_caller_says() -> None:
    places = {"a.png": "img/a.png"}
    converted = html_to_markdown('<img src="a.png"> <img src="b.png" alt="B">', picture=places.get)
    assert converted.text == "![](img/a.png) B"
    assert converted.doubts == ("a picture was not carried over: B",)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The {{c1::<b>sun</b>::big}}.", "The {{c1::**sun**::big}}."),
        ("<b>{{c1::a_b}}</b> }}", "**{{c1::a_b}}** }}"),
        (r"\(x = {{c2::\frac{a}{b} }}\)", r"\(x = {{c2::\frac{a}{b} }}\)"),
        ("<pre>x = {{c1::1}}</pre>", "```text\nx = {{c1::1}}\n```"),
        ("&#123;&#123;c1::a}}", "&#123;{c1::a}}"),
    ],
)
def test_blanks_of_a_cloze_stay(source: str, expected: str) -> None:
    assert html_to_markdown(source, keeps_blanks=True).text == expected


TEXTS = [
    "a_b_c *x*",
    "==a== {{c1::b}}",
    "1. a\n2. b",
    "> a",
    "C:\\dir\\*",
    "`a",
    "a ` b",
    "$5",
    "<b>",
    "&amp;",
    "[x]: y",
]


@pytest.mark.parametrize("text", TEXTS)
def test_text_reads_as_it_was_typed(text: str) -> None:
    page = markdown(
        html_to_markdown(f"<p>{html.escape(text)}</p><p>z</p>").text, extensions=["tables", "pymdownx.mark"]
    )
    assert html.unescape(re.sub(r"<[^>]+>", "", page)) == f"{text}\nz"


@pytest.mark.parametrize("piece", ["<div>", "<b>", "<ul><li>", "<pre>", "<table><tr><td>"])
def test_html_that_is_nested_deeply_loses_its_form_only(piece: str) -> None:
    converted = html_to_markdown(piece * 1500 + "x")
    assert (converted.text, len(converted.doubts)) == ("x", 1)
