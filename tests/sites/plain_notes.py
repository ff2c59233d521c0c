"""Whatever people write in notes, none of it a card."""

from __future__ import annotations

from whole_site import Files

# Whatever people write in notes, none of it a card.
PLAIN = """\
---
title: Plain
week: 3
tags: [a, b]
---
# A page with all sorts

Here ```` ```flashcard ```` and ``` ```cloze ``` are words in a sentence, as are flashcard, `cloze` and ==marked== text,
{{ braces }}, {% percent %} and {{c1::Anki}}.

A heading by its underline
---

```python title="a.py" hl_lines="2" linenums="1"
def f(x):
    return x == 1 and x == 2
\tif tab:
```

```
no language \t with a tab
```

~~~yaml
plugins:
  - flashcards
~~~

``` { .python #named .extra linenums="3" }
a = 1
```

```mermaid
graph LR
  A --> B
```

```quiz
one of the author's own
```

    indented code
    ---
    with a rule

- item

    ```bash
    in a list
    ```

    - nested

        ```bash
        deeper
        ```

1. one
```text
not indented
```
2. two

> quoted
>
> ```python
> x = 1
> ```

!!! note "An admonition"
    Text.

    ```python
    y = 1
    ```

=== "First"
    ```python
    z = 1
    ```

=== "Second"
    Text

??? info "Details"
    Hidden

<div markdown="1">
**bold** in a div

```python
in_div = True
```
</div>

<div>
**raw**
</div>

Term
:   Definition

    ```python
    d = 1
    ```

| a | b |
|---|---|
| 1 | `x|y` |

Text with a note[^1], a [reference][ref], an HTML abbreviation & an &amp; and <kbd>Ctrl</kbd>, $x^2$.

$$
a
---
b
$$

[^1]: The note.

    ```python
    in_note = 1
    ```

[ref]: #heading-two
*[HTML]: Hypertext

## Heading two {: #heading-two }

```python
never closed
"""
EXAMPLES = """\
# How to write cards

````markdown
```flashcard
Question
---
Answer
```

```cloze
A ==blank==
```
````

~~~~
~~~flashcard
Question
~~~
~~~~

- in a list

    ````md
    ```flashcard
    Question
    ---
    Answer
    ```
    ````

!!! tip

    ````text
    ```cloze week=1 bad header
    nothing
    ```
    ````

=== "Tab"

    `````
    ````flashcard
    unclosed on purpose
    `````

> ````
> ```flashcard
> ```
> ````
"""
INDENTED = """\
# Indented

Text.

    ```flashcard
    Question

    ---

    Answer
    ```

- item

        ```cloze
        A ==blank== and
        \ta tab
        ```

    text

Text again.

    ~~~cloze nonsense header
    no end

End.
"""
RAW = """\
# Raw

<!-- a comment
```flashcard
Question
```
-->

<!--
```cloze

==x==
```

-->

<pre>
```flashcard
Question
---
Answer
```
</pre>

<pre><code>
~~~cloze
no blank

and a gap
~~~
</code></pre>

<script>
const fence = "```flashcard";
</script>

<style>
/* ```cloze */
</style>

```python
text = '''
~~~flashcard
~~~
'''
```
"""
PAGES: Files = {
    "docs/index.md": "# Home\n\nNothing but a [link](plain.md).\n",
    "docs/plain.md": PLAIN,
    "docs/examples.md": EXAMPLES,
    "docs/deep/down/indented.md": INDENTED,
    "docs/raw.md": RAW,
    "docs/crlf.md": PLAIN.replace("\n", "\r\n"),
    "docs/bom.md": b"\xef\xbb\xbf" + EXAMPLES.encode(),
    "docs/trailing.md": "# T  \n\nline  \nbreak   \n\t\n```python  \nx = 1  \n```  \n\n\n\n",
    "docs/controls.md": "# C\n\n```text\n\x02 a tree drawn with signs of control \x1c\x03\n```\n",
    "docs/empty.md": "",
    "docs/code.md": '# Included\n\n--8<-- "shared/part.md"\n\n```python\n--8<-- "shared/part.py"\n```\n',
    "shared/part.md": "```python\nincluded = 1\n```\n",
    "shared/part.py": "x = 1\n\ny = 2\n",
}
