"""Cards about formulas, law, biology and history, as authors of courses type them in a hurry.

Each test says what the author meant: the kind, the question, the answer, the blanks, and code character for character.
"""

from __future__ import annotations

from pages import render

# Mathematics, physics, chemistry


def test_latex_with_braces_at_the_end_of_an_anki_blank() -> None:
    card = render(r"""
```cloze
$$
P(A \mid B) = {{c1::\frac{P(B \mid A)\,P(A)}{P(B)}}}
$$

Named after {{c2::Thomas Bayes::a reverend}}, $x_{{{c3::i}}}$.
```
""").card
    assert [node.raw for node in card.fills] == ["Thomas Bayes"]
    assert "data-self" in card
    assert card["data-numbers"] == "1 2 3"
    assert r"{\boxed{\frac{P(B \mid A)\,P(A)}{P(B)}}}" in card.reveal.raw
    assert r"{\boxed{\,?\,}}" in card.question.raw
    assert r"\frac" not in card.question.raw
    assert [blank.text for blank in card.blanks] == ["[a reverend]"]


def test_aligned_equations_with_equals_signs_and_hyphens() -> None:
    card = render(r"""
```flashcard source="Analysis II, § 3"
Complete the square: $x^2+2x-3 = 0$
---
\begin{align*}
x^2 + 2x - 3 &= 0 \\
---------------- \\
(x+1)^2 &== 4 \\
\end{align*}

so $x \in \{-3, 1\}$, it's $5 cheaper.
```
""").card
    assert card.kind == "recall"
    assert card.one("p.flash-source").text == "Source: Analysis II, § 3"
    assert r"(x+1)^2 &== 4 \\" in card.reveal.raw
    assert "it's $5 cheaper" in card.reveal.text


def test_absolute_values_and_conditional_probability_keep_their_bars() -> None:
    card = render(r"""
```cloze
The norm $==\|x\|== = \sqrt{\langle x|x \rangle}$ and the ==triangle inequality|Dreiecksungleichung==.
```
""").card
    assert card.answers == ["triangle inequality | Dreiecksungleichung"]
    assert r"\boxed{\|x\|}" in card.reveal.raw


def test_chemistry_in_a_table_of_short_cards() -> None:
    page = render("""
```flashcard tags=chemistry
Formel | Name
:------|-----:
H~2~O | Wasser
$\\ce{CO2}$ | Kohlen­dioxid, *früher* Kohlensäure
`C|C` | Einfachbindung \\| sigma
```
""")
    assert not page.messages
    assert [card.question.text for card in page.cards] == ["H2O", r"\(\ce{CO2}\)", "C|C"]
    assert page.cards[2].reveal.text == "Einfachbindung | sigma"
    assert page.root.one("div.flash-set").one("p.flash-set-head").text.split() == ["Formel", "Name"]
    assert [card["data-tags"] for card in page.cards] == ["chemistry"] * 3


def test_chemistry_with_underscores() -> None:
    card = render("""
```cloze
2 H~2~ + ___ → 2 ____

The mass of C is ________ u
---
O~2~
H~2~O|Wasser
12|12.0
```
""").card
    assert [fill.text for fill in card.fills] == ["O2", "H2O", "12"]
    assert card.answers == ["O2", "H2O | Wasser", "12 | 12.0"]


# Law, biology, history


def test_law_with_paragraph_signs_and_true_in_capitals() -> None:
    card = render("""
```flashcard
Ein Vertrag unter Minderjährigen ist immer nichtig (§ 105 BGB).
---
FALSE, § 107: schwebend unwirksam.

> „Der Minderjährige bedarf …“
```
""").card
    assert (card.kind, card["data-answer"]) == ("true-false", "false")
    assert card.reveal.one("blockquote").text == "„Der Minderjährige bedarf …“"


def test_biology_with_a_nested_list_and_latin_names() -> None:
    card = render("""
```flashcard
Taxonomy of *Homo sapiens*, from the top?
---
1. Animalia
2. Chordata
    - Vertebrata
    - Mammalia
3. Primates

*King Philip Came Over For Good Soup* :)
```
""").card
    assert card.kind == "list"
    assert card["data-label"] == "≡ List · 3"
    assert card.items[1] == "Chordata Vertebrata Mammalia"
    assert card.reveal.text.endswith("King Philip Came Over For Good Soup :)")


def test_history_with_dates_that_look_like_a_list() -> None:
    card = render("""
```flashcard
When did WW I end?
---
11 November 1918. At 11 o'clock -- in a railway car.
```
""").card
    assert card.kind == "recall"
    assert card.reveal.text == "11 November 1918. At 11 o'clock -- in a railway car."
