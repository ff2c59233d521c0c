"""Cards as authors of courses type them, in a hurry and with the marks their subject is full of.

Each test says what the author meant: the kind, the question, the answer, the blanks, and code character for character.
"""

from __future__ import annotations

from pages import render

# Programming


def test_python_comparisons_beside_blanks() -> None:
    card = render("""
```cloze source=Loops
Fill in the gaps, so that every even number is printed

```python
def evens(xs : list[int]) -> None:
    ==for== x ==in== xs:
        if x % 2 == 0 and not x=="":
            print(f"{x!r:>{4}}")   # a == b
```
```
""").card
    assert card.kind == "cloze"
    assert card.answers == ["for", "in"]
    assert [node["data-exact"] for node in card.fills] == ["", ""]
    filled = (
        "def evens(xs : list[int]) -> None:\n    for x in xs:\n"
        '        if x % 2 == 0 and not x=="":\n            print(f"{x!r:>{4}}")   # a == b\n'
    )
    assert card.reveal.code == [filled]
    assert card.question.code == [filled.replace("for", "[…]").replace(" in ", " […] ")]


def test_python_answer_with_dunder_names_and_a_decorator() -> None:
    card = render("""
```flashcard
what does `@property` do, and what is `__init__`??
---
```python
class A:
    def __init__(self): self._x = 1

    @property
    def x(self):
        return self._x
```
makes `a.x` look like an attribute
```
""").card
    assert card.kind == "recall"
    assert card.question.text == "what does @property do, and what is __init__??"
    assert card.reveal.code == [
        "class A:\n    def __init__(self): self._x = 1\n\n    @property\n    def x(self):\n        return self._x\n"
    ]
    assert card.reveal.text.endswith("makes a.x look like an attribute")


def test_bash_tests_and_pipes() -> None:
    card = render("""
~~~cloze
`[[ $a == $b ]]` compares strings. Quit where nothing was given, then count lines:

```bash
if [[ "$1" == "" || $# -lt 1 ]]; then
  echo "usage: $0 {{name}}" >&2; ==exit== 1
fi
cat x | sort | ==uniq -c== | head
```
~~~
""").card
    assert card.answers == ["exit", "uniq -c"]
    assert card.question.text.startswith("[[ $a == $b ]] compares strings.")
    quits = 'if [[ "$1" == "" || $# -lt 1 ]]; then\n  echo "usage: $0 {{name}}" >&2; exit 1\nfi\n'
    assert card.reveal.code == [quits + "cat x | sort | uniq -c | head\n"]


def test_yaml_with_document_marks() -> None:
    card = render("""
```flashcard id=front-matter
How do you give a page a title in MkDocs?
---
With front matter:

```yaml
---
title: "Week 1: {{ x }}"
tags: [a, b]
---

# Text
```

---
That last line was a rule.
```
""").card
    assert card["data-card"] == "front-matter"
    assert card.reveal.code == ['---\ntitle: "Week 1: {{ x }}"\ntags: [a, b]\n---\n\n# Text\n']
    assert card.reveal.one("hr")
    assert card.reveal.text.endswith("That last line was a rule.")


def test_cpp_scopes_in_anki_braces() -> None:
    card = render("""
```cloze
Read a number with `{{c1::std::cin}} >> n;` and print it:

```cpp
template <typename T> void f(const std::vector<std::vector<T>>& v) {{ {{c2::std::cout}} << v[0][0] << "::" ; }}
```
---
`::` is the {{scope}} operator
```
""").card
    assert card.answers == ["std::cin", "std::cout"]
    assert card["data-numbers"] == "1 2"
    assert card.reveal.code == [
        'template <typename T> void f(const std::vector<std::vector<T>>& v) {{ std::cout << v[0][0] << "::" ; }}\n'
    ]
    assert card.reveal.text.endswith(":: is the {{scope}} operator")


def test_sql_with_comment_hyphens() -> None:
    card = render("""
```cloze
Names with more than one order.

```sql
-- customers ------
SELECT name, COUNT(*) FROM orders
==GROUP BY== name
==HAVING== COUNT(*) > 1; --- done
```
---
WHERE comes before grouping
```
""").card
    assert card.answers == ["GROUP BY", "HAVING"]
    assert card.reveal.code == [
        "-- customers ------\nSELECT name, COUNT(*) FROM orders\nGROUP BY name\nHAVING COUNT(*) > 1; --- done\n"
    ]
    assert card.reveal.text.endswith("WHERE comes before grouping")


def test_markdown_about_markdown() -> None:
    card = render("""
````flashcard
How do you write a heading and a rule in Markdown?
---
```md
Heading
---

```python
print()
~~~

---
```
````
""").card
    assert card.kind == "recall"
    assert card.reveal.code == ["Heading\n---\n\n```python\nprint()\n~~~\n\n---\n"]


def test_a_diff_in_a_choice() -> None:
    card = render("""
```flashcard
Which diff adds a line?

```diff
--- a/x.py
+++ b/x.py
@@ -1 +1,2 @@
 a = 1
+b = 2
```

---

- [x] this one
- [ ] none
- [ ] `--- a` removes one

A `+` adds.
```
""").card
    assert card.kind == "choice"
    assert card.question.code == ["--- a/x.py\n+++ b/x.py\n@@ -1 +1,2 @@\n a = 1\n+b = 2\n"]
    assert card.options == [("this one", True), ("none", False), ("--- a removes one", False)]


def test_a_template_language() -> None:
    card = render("""
```cloze
In Jinja `{{ name }}` prints, `{% if x %}` ==decides== and `{# … #}` is a ==comment|remark==.
```
""").card
    assert card.answers == ["decides", "comment | remark"]
    assert card.question.text == "In Jinja {{ name }} prints, {% if x %} […] and {# … #} is a […]."


def test_a_regular_expression_and_a_haskell_operator_in_a_list() -> None:
    card = render("""
```flashcard week=3
Name three operators with a bar:
---
*   `a || b`
*   `x | y == z`  (binary *or*)
*   `data T = A | B`
```
""").card
    assert card.kind == "list"
    assert card.items == ["a || b", "x | y == z (binary or)", "data T = A | B"]


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


# Languages


def test_german_endings() -> None:
    card = render("""
```cloze
Ich gebe d____ klein____ Kind ein____ Apfel.
---
em
en
en
---
Dativ, Dativ, Akkusativ.
```
""").card
    assert card.answers == ["em", "en", "en"]
    assert card.question.text == "Ich gebe d[…] klein[…] Kind ein[…] Apfel."
    assert card.reveal.text.startswith("Ich gebe dem kleinen Kind einen Apfel.")


def test_turkish_dotted_and_dotless_i() -> None:
    card = render("""
```cloze
Büyük harf: "i" → ==İ==, "ı" → ==I==. ==Işık|ışık== *light* demektir.
```
""").card
    assert card.answers == ["İ", "I", "Işık | ışık"]


def test_russian_list_and_quotes() -> None:
    card = render("""
```flashcard id=падежи
Назовите падежи «существительных» …
---
- именительный
- родительный
- дательный
```
""").card
    assert card["data-card"] == "падежи"
    assert card.items == ["именительный", "родительный", "дательный"]


def test_chinese_without_spaces() -> None:
    card = render("""
```cloze hint="第一个字是「北」"
中国的首都是==北京|Beijing==，人口约==两千万==。
```
""").card
    assert card.answers == ["北京 | Beijing", "两千万"]
    assert card.question.text == "中国的首都是[…]，人口约[…]。"
    assert card.one("details.flash-hint").text == "Hint 第一个字是「北」"


def test_arabic_true_false_and_mixed_directions() -> None:
    card = render("""
```flashcard
لغة Python مفسَّرة (`interpreted`)؟
---
True – صحيح
```
""").card
    assert (card.kind, card["data-answer"]) == ("true-false", "true")
    assert card.question.text == "لغة Python مفسَّرة (interpreted)؟"


def test_greek_with_combining_accents_and_a_footnote() -> None:
    card = render("""
```flashcard
Τι σημαίνει *λόγος*[^1];
---
Λόγος: word, reason.
```

[^1]: Ηράκλειτος.
""").card
    assert card.question.one("em").text == "λόγος"
    assert card.question.one("a.footnote-ref").text == "1"
    assert card.reveal.text == "Λόγος: word, reason."


def test_vietnamese_in_an_admonition_in_a_list_indented_with_tabs() -> None:
    page = render("""
1.	Bài 1

	!!! tip "Ôn tập"

		```cloze
		Thủ đô của Việt Nam là ==Hà Nội==.
		```

2.	Bài 2
""")
    assert page.card.answers == ["Hà Nội"]
    assert [node.text for node in page.root.one("ol").children if not isinstance(node, str)][1] == "Bài 2"


def test_a_card_that_an_editor_has_pasted_with_windows_lines_and_no_end_of_file() -> None:
    card = render("```flashcard\r\nWhat's new?\r\n----\r\nNot much\u00a0\u2026\r\n```").card
    assert card.question.text == "What's new?"
    assert card.reveal.text == "Not much …"


# A real week of a course: a list, two to recall, true or false, two blanks, a list of two, one to recall


WEEK = """
# W1 - Serving models

```flashcard source="Introduction to Model Serving"
You put a model into production. Which three things have to be there?
---
- the model itself
- an interpreter that runs it
- input data
```

```flashcard source="Ungraded Lab - Introduction to Docker"
What is Docker?
---
A tool that lets you ship software together with everything it depends on. So it runs where no interpreter or
compiler is installed.

Suppose you trained a model with TensorFlow or JAX in a virtual environment, and a colleague has no Python at all …

In the days before Docker they'd have to install all of it. Now you hand over an image.
```

```flashcard source="Ungraded Lab - Introduction to Docker"
What are Dockerfile, image and container?
---
Dockerfile: a file with the instructions that build an image, from “install Python 3.7” to “copy my code into it”.

Image: all your software in one place.

Container: a running instance of an image.
```

```flashcard source="Ungraded Lab - Introduction to Docker"
Models are mostly deployed on Linux machines in the cloud. True/False
---
True
```

```cloze source="Introduction to Model Serving Infrastructure-GPT Summary"
There's a trade-off between how well a model predicts and how fast. You decide on two metrics: the ____ metric, such as
accuracy or recall, and the ____ metric, a limit such as 200 milliseconds that has to be kept.
---
optimizing
satisficing
```

```flashcard source="Deployment Options-GPT Summary"
Two main ways to deploy a model?
---
- centralized, in a data center
- distributed, an instance for each user
```

```flashcard source="Deployment Options-GPT Summary"
A complex model on a phone drains the battery and is slow.
What is done in such cases?
---
It is deployed to a server, and apps ask it through a REST API.
```
"""


def test_one_real_week() -> None:
    page = render(WEEK)
    assert not page.messages
    listed, docker, three, linux, metrics, two, phone = page.cards
    assert [card.kind for card in page.cards] == [
        "list",
        "recall",
        "recall",
        "true-false",
        "cloze",
        "list",
        "recall",
    ]
    assert listed.items == ["the model itself", "an interpreter that runs it", "input data"]
    assert listed["data-label"] == "≡ List · 3"
    assert len(docker.reveal.all("p")) == len(three.reveal.all("p")) == 3
    assert linux["data-answer"] == "true"
    assert metrics.answers == ["optimizing", "satisficing"]
    assert len(metrics.blanks) == 2
    assert "satisficing" not in metrics.question.raw
    assert len(two.items) == 2
    assert phone.question.text.endswith("What is done in such cases?")
    assert [card.one("p.flash-source").text.removeprefix("Source: ") for card in page.cards] == [
        "Introduction to Model Serving",
        "Ungraded Lab - Introduction to Docker",
        "Ungraded Lab - Introduction to Docker",
        "Ungraded Lab - Introduction to Docker",
        "Introduction to Model Serving Infrastructure-GPT Summary",
        "Deployment Options-GPT Summary",
        "Deployment Options-GPT Summary",
    ]
    assert page.toc == ["W1 - Serving models"]
