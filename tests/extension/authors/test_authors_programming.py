"""Cards about programs, as authors of courses type them, in a hurry and with the marks their subject is full of.

Each test says what the author meant: the kind, the question, the answer, the blanks, and code character for character.
"""

from __future__ import annotations

from pages import render


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
