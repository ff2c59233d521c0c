"""A language that the site itself knows is no slip of ours."""

from __future__ import annotations

from typing import Any

import pytest
from markdown import Markdown
from pages import render, tree
from pygments import lexers
from pygments.lexers.special import TextLexer

from mkdocs_flashcards.extension import FlashcardsExtension

BLOCK = "```flashcards\nQuestion?\n---\nAnswer.\n```\n"


def diagram(source: str, *_: Any, **__: Any) -> str:
    return f"<figure>{source}</figure>"


def test_a_fence_of_the_site_is_left_alone() -> None:
    fences = [{"name": "flashcards", "class": "theirs", "format": diagram}]
    page = render(BLOCK, configs={"pymdownx.superfences": {"custom_fences": fences}})
    assert not page.messages
    assert page.html == "<figure>Question?\n---\nAnswer.</figure>"


def test_a_language_that_the_highlighter_knows_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Did you mean flashcard?" in render(BLOCK).messages[0]
    real = lexers.get_lexer_by_name
    monkeypatch.setattr(lexers, "get_lexer_by_name", lambda name: TextLexer() if name == "flashcards" else real(name))
    page = render(BLOCK)
    assert not page.messages
    assert page.root.one("pre").raw == "Question?\n---\nAnswer.\n"


@pytest.mark.parametrize("extensions", [[], ["fenced_code"], ["extra"], ["extra", "codehilite"]])
def test_a_slip_is_noticed_whatever_makes_the_code(extensions: list[str]) -> None:
    page = render(BLOCK + "\n" + BLOCK.replace("flashcards", "text"), extensions)
    assert [message.partition("Did")[0] for message in page.messages] == [
        "docs/week-1/page.md:1: there is no block 'flashcards', and this one looks like a card. "
    ]


def test_windows_lines_and_front_matter() -> None:
    page = render("---\ntitle: T\n---\n\n" + BLOCK.replace("\n", "\r\n"))
    assert page.messages[0].startswith("docs/week-1/page.md:5: ")


# What a site makes a picture of


def only_when_asked(_: str, inputs: dict[str, str], *__: Any) -> bool:
    return "exec" in inputs


@pytest.mark.parametrize("text", ["a -> ==b==", "a -> {{c1::b}}", "a -> ____"])
@pytest.mark.parametrize("fence", ["```picture", "~~~picture", "``` { .picture title=x }", "```picture title=x"])
def test_a_blank_in_what_becomes_a_picture_is_a_mistake(fence: str, text: str) -> None:
    fences = [{"name": "picture", "class": "theirs", "format": diagram}]
    answers = "---\nb\n" if "____" in text else ""
    page = render(
        f"`````cloze\n{fence}\n{text}\n{fence[:3]}\n{answers}`````\n",
        configs={"pymdownx.superfences": {"custom_fences": fences}},
    )
    assert "cannot be filled in where it is" in page.messages[0]
    assert not page.cards


def test_a_fence_that_is_a_picture_only_when_asked() -> None:
    fences = [{"name": "python", "class": "theirs", "format": diagram, "validator": only_when_asked}]
    configs = {"pymdownx.superfences": {"custom_fences": fences}}
    code = "`````cloze\n```python{}\nprint(==x==)\n```\n`````\n"
    assert render(code.format(""), configs=configs).card.answers == ["x"]
    assert "cannot be filled in" in render(code.format(' exec="1"'), configs=configs).messages[0]


def test_math_in_a_fence_of_the_site() -> None:
    fences = [{"name": "math", "class": "arithmatex", "format": diagram}]
    page = render(
        "`````cloze\n```math\nx = ==y==\n```\n`````\n", configs={"pymdownx.superfences": {"custom_fences": fences}}
    )
    assert "cannot be filled in" in page.messages[0]


# The language that a site speaks


@pytest.mark.parametrize(
    ("options", "answer", "verdict"),
    [
        ({"language": "nl"}, "Waar.", "true"),
        ({"language": "fr"}, "Faux : jamais.", "false"),
        ({"language": "pt_BR"}, "Falso.", "false"),
        ({"language": "de", "words": {"true": "Jawoll"}}, "Jawoll!", "true"),
        ({}, "True.", "true"),
        ({}, "Waar.", None),
    ],
)
def test_verdicts_in_the_language_of_the_site(options: dict[str, Any], answer: str, verdict: str | None) -> None:
    html = Markdown(extensions=[FlashcardsExtension(**options)]).convert(f"```flashcard\nX?\n---\n{answer}\n```")
    card = tree(html).one("flash-card")
    assert card.attributes.get("data-answer") == verdict
    assert card.kind == ("true-false" if verdict else "recall")
