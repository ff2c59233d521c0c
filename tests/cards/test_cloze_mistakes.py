"""Mistakes in the text of a cloze: blanks that are broken, missed or misplaced, and what is no mistake."""

from __future__ import annotations

import pytest

from mkdocs_flashcards.cards import Options
from mkdocs_flashcards.cards.cloze.parse import parse_cloze


def said(body: str) -> list[tuple[int, str]]:
    return [(mistake.line, mistake.message) for mistake in parse_cloze(body, Options())[1]]


@pytest.mark.parametrize(
    ("body", "line", "part"),
    [
        ("", 0, "is empty"),
        ("\n \n", 0, "is empty"),
        ("Nothing.", 0, "no blank"),
        ("`a == b`", 0, "no blank"),
        ("==a== and\nthe ====.", 2, "has no answer"),
        ("==a== and\nthe == ==.", 2, "has no answer"),
        ("\n{{c1::}}", 2, "has no answer"),
        ("{{c1:: }}", 1, "has no answer"),
        ("{{c1::::hint}}", 1, "has no answer"),
        ("x\n{{c1::a}", 2, "has no end"),
        ("{{c1::a {{c2::b}}}}", 1, "inside another"),
        ("==a==\nand ____", 2, "looks like another"),
        ("==a== and\n___ b", 2, "looks like another"),
        ("{{c1::a}}\n\n==b==", 3, "looks like another"),
        ("{{c1::a}} ____", 1, "looks like another"),
        ("A ____.", 0, "expected a line ---"),
        ("A ____.\n---", 2, "0 answers"),
        ("A ____.\n\n---\na\nb", 3, "2 answers"),
        ("A ____ ____.\n---\na", 2, "1 answer "),
    ],
)
def test_mistakes(body: str, line: int, part: str) -> None:
    assert [(at, part in message) for at, message in said(body)] == [(line, True)]


def test_look_alikes_in_code_and_math_are_no_mistakes() -> None:
    assert not said("==a== and `____` and `x___y`")
    assert not said("==a== and\n\n____\n\na rule")
    assert not said("{{c1::a}} and `x == y` and `____` and $a ==b== c$")


@pytest.mark.parametrize(
    ("body", "line", "piece"),
    [
        ("The ==Earth== goes round\nthe == Sun ==.", 2, "== Sun =="),
        ("==a== and ==b ==.", 1, "==b =="),
        ("==a== and == b==.", 1, "== b=="),
        ("==a== and ==\u00a0b\u00a0==.", 1, "== b =="),
        ("==a== and ==\u2003b==.", 1, "== b=="),
        ("The ==Moon= goes round the ==Earth==.", 1, "==Moon="),
        ("The =Moon== goes round the ==Earth==.", 1, "=Moon=="),
        ("The =Moon= goes round the ==Earth==.", 1, "=Moon="),
        ("The ==Moon goes round the ==Earth==.", 1, "==Moon"),
        ("The Moon== goes round the ==Earth==.", 1, "Moon=="),
        ("==a== and ===b===.", 1, "===b==="),
        ("==a== and ===b==.", 1, "===b=="),
        ("==a== and ＝＝b＝＝.", 1, "＝＝b＝＝"),
        ("- ==a==\n- == b ==", 2, "== b =="),
        ("> ==a==\n> == b ==", 2, "== b =="),
        ("| x |\n|---|\n| ==a== |\n| == b == |", 4, "== b =="),
        ("== a ==", 1, "== a =="),
        ("{{c1::a}} and {{c2:b}}", 1, "{{c2:b}}"),
        ("{{c1::a}} and {{C2::b}}", 1, "{{C2::b}}"),
        ("{{c1::a}} and {c3::b}", 1, "{c3::b}"),
        ("{{c1::a}} and {c3::b}}", 1, "{c3::b}}"),
        ("{{c1::a}} and {{ c2::b }}", 1, "{{ c2::b"),
        ("{{c1::a}} and {{c::b}}", 1, "{{c::b}}"),
        ("{{c1::a}} and {{2::b}}", 1, "{{2::b}}"),
        ("{{c1::a}} and {{c2：：b}}", 1, "{{c2：：b}}"),
        ("{{c1::a}} and {{с2::b}}", 1, "{{с2::b}}"),
        ("{{c1::a}} and [[c2::b]]", 1, "[[c2::b]]"),
        ("{{c1::a}} and {{c0::b}}", 1, "{{c0::b}}"),
        ("{{c1::a}} and `f({{c2:b}})`", 1, "{{c2:b}}"),
        ("{{c1::a}}\n\n```py\nx = {{C2::b}}\n```", 4, "{{C2::b}}"),
        ("{{c0::a}}", 1, "{{c0::a}}"),
        ("==a== and {{c2:b}}", 1, "{{c2:b}}"),
        ("{{c1::a}} and == b ==.", 1, "== b =="),
        ("____ and == b ==.\n---\na", 1, "== b =="),
        ("____ and {{c2:b}}.\n---\na", 1, "{{c2:b}}"),
        ("____ and ___ing\n---\na", 1, "___ing"),
        ("____ and __.\n---\na", 1, "__"),
        ("____ and _ _ _ _\n---\na", 1, "_ _ _ _"),
        ("==a== in `f(name==value==)`", 1, "name==value=="),
        ("```py\nf(name==value==)\n==y== = 2\n```", 2, "name==value=="),
        ("```py\n==y== = 2\nf(x)==True==\n```", 3, "f(x)==True=="),
        ("```py\n==name= 2\n==y== = 2\n```", 2, "==name="),
        ("```py\n==x=== 2\n==y== = 2\n```", 2, "==x==="),
        ("```py\n== for == line in x:\n==y== = 2\n```", 2, "== for == line"),
        ("```py\n==a\nb==\n```\n==c==", 2, "==a b=="),
    ],
)
def test_a_blank_that_is_missed(body: str, line: int, piece: str) -> None:
    ((at, message),) = said(body)
    assert at == line
    assert "looks like a blank but is not one" in message
    assert piece in message


def test_marks_on_both_sides_of_a_blank_line() -> None:
    assert [at for at, _ in said("==a== and ==one\n\ntwo== too")] == [1, 3]


@pytest.mark.parametrize(
    "text",
    [
        "if a == b",
        "a === b",
        "a !== b",
        "a ==> b and b <== a",
        "`a == b and c == d`, `x==1 and y==2`, `a===b && c===d`, `a===b && c==d`, `a[0]==b==c`",
        r"\==x\== and \==y==",
        "\n\nTitle\n=====\n",
        '\n\n=== "Tab"\n\n    text\n',
        '\n\n===! "Tab"\n\n    text\n',
        "[x](y?a==b) and [z](w?c==d)",
        '<a href="?q==x">y</a> and <a href="?q==y">z</a>',
        "https://example.org/?q=YQ==&r=Yg== and https://example.org/?q=YQ==.",
        "see https://example.org/YQ==, www.example.org?a=YQ== and <https://example.org/YQ==>",
        "y=mx+b and x=1, y=2",
        "{{ page.title }}, {% if c %}, {{c}}, {c}, {1: 2}, ((c)), {{ c | upper }}",
        "`{c1::Type}` and `{{ c1 }}`",
        "___bold and italic___ and __bold__ and __init__",
        "\n\n_ _ _\n\n* * *\n",
        '```py\nx = "YWJj=="\ny = "==3.11.*"\nz = ["a>=1,==1.*"]\nif a==b==c or f(a)==g(b):\n    pass\n```',
        "```wiki\n== Heading ==\n=== Heading ===\n```",
        "```diff\n<<<<<<< a\n=======\n>>>>>>> b\n```",
        "```js\nif (a ===b && c!==d || e==f) { g===h }\n```",
        '```bash\n[[ $a ==$b ]] && [ "$a" == "$b" ]\n```',
        "$a == b$ and $$c == d$$",
        "\n\n```mermaid\ngraph LR\nA ==label==> B\nA ==> C ==>|x| D\n```",
    ],
)
@pytest.mark.parametrize("blank", ["The ==blank== and ", "The {{c1::blank}} and ", "The ____ and "])
def test_no_false_alarm(text: str, blank: str) -> None:
    card, wrong = parse_cloze(f"{blank}{text}" + ("\n\n---\nblank" if "____" in blank else ""), Options())
    assert not wrong
    assert card
    assert len(card.blanks) == 1


@pytest.mark.parametrize(
    "body",
    [
        "==a== https://example.org/==path==",
        "==a== (https://example.org/?a==b==)",
        "==a== <https://example.org/x==b==>",
        "{{c1::a}} https://example.org/{{c2::path}}",
        "==a== www.example.org/==path==",
        "____ https://example.org/____\n---\na\nb",
    ],
)
def test_a_blank_in_an_address_is_misplaced(body: str) -> None:
    assert [(at, "cannot be filled in" in message) for at, message in said(body)] == [(1, True)]
