"""Blanks: where they begin and end, and what is expected in them."""

from __future__ import annotations

import pytest

from mkdocs_flashcards.cards import Cloze, Options
from mkdocs_flashcards.cards.cloze.parse import parse_cloze
from mkdocs_flashcards.cards.model import token


def cloze(body: str) -> Cloze:
    card, mistakes = parse_cloze(body, Options())
    assert card
    assert not mistakes, mistakes
    return card


def shown(card: Cloze) -> str:
    """The text with each blank as [number]."""
    return card.with_blanks(lambda number: f"[{number}]")


@pytest.mark.parametrize(
    ("body", "text", "answers"),
    [
        ("==a==", "[1]", ["a"]),
        ("==a== ==b==", "[1] [2]", ["a", "b"]),
        ("x==a==y", "x[1]y", ["a"]),
        ("==a b==", "[1]", ["a b"]),
        ("==a\nb==", "[1]", ["a\nb"]),
        ("==a=b==", "[1]", ["a=b"]),
        ("==*a*==", "[1]", ["*a*"]),
        ("**==a==**", "**[1]**", ["a"]),
        ("(==a==),", "([1]),", ["a"]),
        ("„==a==“", "„[1]“", ["a"]),
        ("a == b ==a==", "a == b [1]", ["a"]),
        ("`a == b` ==c==", "`a == b` [1]", ["c"]),
        ("`x==1 and y==2` ==c==", "`x==1 and y==2` [1]", ["c"]),
        ("`a === b` ==c==", "`a === b` [1]", ["c"]),
        ("`==a==`", "`[1]`", ["a"]),
        ("`x = ==a==`", "`x = [1]`", ["a"]),
        ("`x.==a==()`", "`x.[1]()`", ["a"]),
        ("`f(==a, b==)`", "`f([1])`", ["a, b"]),
        ("`==a|b==`", "`[1]`", ["a|b"]),
        ("`a[0]==b==c` ==d==", "`a[0]==b==c` [1]", ["d"]),
        ("`f()==b==c` ==d==", "`f()==b==c` [1]", ["d"]),
        ('`"a"==b==c` ==d==', '`"a"==b==c` [1]', ["d"]),
        ("`'a'==b==c` ==d==", "`'a'==b==c` [1]", ["d"]),
        ("`{}==b==c` ==d==", "`{}==b==c` [1]", ["d"]),
        ("`!==b==` ==d==", "`!==b==` [1]", ["d"]),
        ("`+==a==`", "`+[1]`", ["a"]),
        ("```py\nx == 1\n==y== = 2\n```", "```py\nx == 1\n[1] = 2\n```", ["y"]),
        ("$==a==$", "$[1]$", ["a"]),
        ("$x ==a|b==$", "$x [1]$", ["a|b"]),
        ("$$\n==a\nb==\n$$", "$$\n[1]\n$$", ["a\nb"]),
        ("| a |\n|---|\n| ==b== |", "| a |\n|---|\n| [1] |", ["b"]),
        (r"\==a== ==b==", r"\==a== [1]", ["b"]),
        ("==a== {{ x }} {% y %}", "[1] {{ x }} {% y %}", ["a"]),
        ("==日本==の", "[1]の", ["日本"]),
    ],
)
def test_equals(body: str, text: str, answers: list[str]) -> None:
    card = cloze(body)
    assert shown(card) == text
    assert [blank.answer for blank in card.blanks] == answers
    assert [blank.number for blank in card.blanks] == list(range(1, len(card.blanks) + 1))


@pytest.mark.parametrize(
    ("answer", "first", "others", "exact", "typed"),
    [
        ("a", "a", (), False, True),
        ("a|b", "a", ("b",), False, True),
        ("a | b|c", "a", ("b", "c"), False, True),
        (r"a\|b", r"a\|b", (), False, True),
        ("`a|b`", "`a|b`", (), True, True),
        ("``a ` b``", "``a ` b``", (), True, True),
        ("`a` and `b`", "`a` and `b`", (), False, True),
        ("`len`|`size`", "`len`", ("`size`",), True, True),
        ("$a|b$", "$a|b$", (), False, False),
        ("$a$|b", "$a$", ("b",), False, False),
        ("![x](y.png)", "![x](y.png)", (), False, False),
        ("|", "|", (), False, True),
        ("a|", "a", (), False, True),
    ],
)
def test_what_is_expected_in_prose(answer: str, first: str, others: tuple[str, ...], exact: bool, typed: bool) -> None:
    (blank,) = cloze(f"The =={answer}== one.").blanks
    assert (blank.answer, blank.others, blank.exact, blank.typed) == (first, others, exact, typed)


@pytest.mark.parametrize(
    ("body", "text", "found"),
    [
        ("{{c1::a}}", "[1]", [(1, "a", "")]),
        ("{{c1::a}} {{c1::b}} {{c2::c}}", "[1] [2] [3]", [(1, "a", ""), (1, "b", ""), (2, "c", "")]),
        ("{{c2::a}} {{c1::b}}", "[1] [2]", [(2, "a", ""), (1, "b", "")]),
        ("{{c1::a::hint}}", "[1]", [(1, "a", "hint")]),
        ("{{c1::a::h::i}}", "[1]", [(1, "a", "h::i")]),
        ("{{c1::a|b}}", "[1]", [(1, "a|b", "")]),
        ("{{c12::a}}", "[1]", [(12, "a", "")]),
        ("`{{c1::std::cin}}`", "`[1]`", [(1, "std::cin", "")]),
        (r"${{c1::\frac{1}{2}}}$", "$[1]$", [(1, r"\frac{1}{2}", "")]),
        (r"${{c1::\text{a}\}}}$", "$[1]$", [(1, r"\text{a}\}", "")]),
        ("$x_{{{c1::i}}}$", "$x_{[1]}$", [(1, "i", "")]),
        ("`{{c1::{}}}`", "`[1]`", [(1, "{}", "")]),
        ("`{{c1::f({a: 1})}}`", "`[1]`", [(1, "f({a: 1})", "")]),
        ("{{c1::a}} {{c}} {{x}} {{ c1 }}", "[1] {{c}} {{x}} {{ c1 }}", [(1, "a", "")]),
        ("{{c1::a\nb}}", "[1]", [(1, "a\nb", "")]),
        ("{{c1::==a==}}", "[1]", [(1, "==a==", "")]),
        ("```cpp\n{{c1::a::b}} == c\n```", "```cpp\n[1] == c\n```", [(1, "a::b", "")]),
    ],
)
def test_anki(body: str, text: str, found: list[tuple[int, str, str]]) -> None:
    card = cloze(body)
    assert card.numbered
    assert shown(card) == text
    assert [(blank.number, blank.answer, blank.hint) for blank in card.blanks] == found


@pytest.mark.parametrize(
    ("body", "text", "answers"),
    [
        ("A ____.\n---\nb", "A [1].", ["b"]),
        ("A ___.\n---\nb", "A [1].", ["b"]),
        ("walk____\n---\ning", "walk[1]", ["ing"]),
        ("____ing\n---\nwalk", "[1]ing", ["walk"]),
        ("__init__ and a___b ___\n---\nb", "__init__ and a___b [1]", ["b"]),
        ("________________ ____\n---\na\nb", "[1] [2]", ["a", "b"]),
        # beside other notations a line of nothing but underscores is a rule, here it is a blank
        ("____\n---\n- a", "[1]", ["a"]),
        ("A ____ ____.\n---\n- a\n- b", "A [1] [2].", ["a", "b"]),
        ("A ____ ____.\n---\n1. a\n2. b", "A [1] [2].", ["a", "b"]),
        ("A ____ ____.\n---\n1) a\n2) b", "A [1] [2].", ["a", "b"]),
        ("A ____ ____.\n---\n\na\n\n\nb\n", "A [1] [2].", ["a", "b"]),
        ("A ____ ____.\n---\n- 5\n7", "A [1] [2].", ["- 5", "7"]),
        ("A ____.\n---\n-5", "A [1].", ["-5"]),
        ("`____` and `a____b`\n---\nx", "`[1]` and `a____b`", ["x"]),
        ("```py\n___(x)\n__init__\n```\n---\nf", "```py\n[1](x)\n__init__\n```", ["f"]),
        ("$x = ____$\n---\n$y$", "$x = [1]$", ["y"]),
        ("$x_1$ ____\n---\na", "$x_1$ [1]", ["a"]),
        ("a == b ____\n---\nc", "a == b [1]", ["c"]),
        ("{{ x }} ____\n---\nc", "{{ x }} [1]", ["c"]),
    ],
)
def test_underscores(body: str, text: str, answers: list[str]) -> None:
    card = cloze(body)
    assert shown(card) == text
    assert [blank.answer for blank in card.blanks] == answers


@pytest.mark.parametrize(
    ("body", "explanation"),
    [
        ("==a==", ""),
        ("==a==\n---\nWhy.", "Why."),
        ("==a==\n---\nWhy.\n\n---\nMore.", "Why.\n\n---\nMore."),
        ("{{c1::a}}\n---\nWhy.", "Why."),
        ("A ____.\n---\nb", ""),
        ("A ____.\n---\nb\n---\nWhy.", "Why."),
        ("A ____.\n---\nb\n---\nWhy.\n\n---\nMore.", "Why.\n\n---\nMore."),
        ("==a==\n\n```\n---\n```\n\n---\nWhy.", "Why."),
        ("==a==\n---\nIt is ==b==, not ____ or {{c1::c}}.", "It is ==b==, not ____ or {{c1::c}}."),
    ],
)
def test_explanations(body: str, explanation: str) -> None:
    assert cloze(body).explanation == explanation


def test_what_stands_for_a_blank_cannot_be_typed() -> None:
    assert shown(cloze(f"{token(1)}{token(2)} ==a== `{token(1)}`")) == "\ufffd1\ufffd\ufffd2\ufffd [1] `\ufffd1\ufffd`"


def test_many_blanks() -> None:
    card = cloze(" ".join(f"==a{n}==" for n in range(60)))
    assert shown(card) == " ".join(f"[{n}]" for n in range(1, 61))


@pytest.mark.parametrize(
    ("body", "text", "answers"),
    [
        ("`f(size===0.2==)`", "`f(size=[1])`", ["0.2"]),
        ("`f(size===0.2==, b===1==)`", "`f(size=[1], b=[2])`", ["0.2", "1"]),
        ('`<a ==href==="u">`', '`<a [1]="u">`', ["href"]),
        ('```html\n<a ==href==="u" ==id==="x">\n```', '```html\n<a [1]="u" [2]="x">\n```', ["href", "id"]),
        ("```js\nif (a===b && c===d) x===1==;\n```", "```js\nif (a===b && c===d) x=[1];\n```", ["1"]),
        ("`x+===1==` `y:===2==`", "`x+=[1]` `y:=[2]`", ["1", "2"]),
        ("`width===10==px`", "`width=[1]px`", ["10"]),
        ('```toml\nname==="x"==\n```', "```toml\nname=[1]\n```", ['"x"']),
        ("$f(x)===x^2==$", "$f(x)=[1]$", ["x^2"]),
        ("首都是==New York==的，最大的是==Los Angeles==。", "首都是[1]的，最大的是[2]。", ["New York", "Los Angeles"]),
        ("東京は==the capital of Japan==です", "東京は[1]です", ["the capital of Japan"]),
        ("한국의==수도는 서울==입니다", "한국의[1]입니다", ["수도는 서울"]),
        ("un==believ able==y", "un[1]y", ["believ able"]),
        ("==https://example.org/?q=1== is", "[1] is", ["https://example.org/?q=1"]),
        ("https://example.org的==首都==是", "https://example.org的[1]是", ["首都"]),
        ("==[x](y?a=b)== and ==<b>z</b>==", "[1] and [2]", ["[x](y?a=b)", "<b>z</b>"]),
    ],
)
def test_marks_beside_other_signs(body: str, text: str, answers: list[str]) -> None:
    card = cloze(body)
    assert shown(card) == text
    assert [blank.answer for blank in card.blanks] == answers


@pytest.mark.parametrize(
    ("body", "answer", "hint"),
    [
        ("{{c1::`std::vector<int>`}}", "`std::vector<int>`", ""),
        ("{{c1::`std::vector<int>`::a container}}", "`std::vector<int>`", "a container"),
        ("{{c1::`{`}}", "`{`", ""),
        ("{{c1::`}`}}", "`}`", ""),
        ("{{c1::`}}`::two}}", "`}}`", "two"),
        ("{{c1::``a ` {``}}", "``a ` {``", ""),
        ("{{c1::$a::b$::hint}}", "$a::b$", "hint"),
        (r"{{c1::$\{x$}}", r"$\{x$", ""),
        (r"{{c1::\(a::b\)::hint}}", r"\(a::b\)", "hint"),
        ("{{c1::`a` or `b::c`::h}}", "`a` or `b::c`", "h"),
        ("{{c1::costs $5}} and $6", "costs $5", ""),
        ("{{c1::a `b}} and `c", "a `b", ""),
        ("${{c1::e^{i\\pi}::power}}$", "e^{i\\pi}", "power"),
    ],
)
def test_code_and_math_in_an_anki_blank(body: str, answer: str, hint: str) -> None:
    (blank,) = cloze(body).blanks
    assert (blank.answer, blank.hint) == (answer, hint)
