"""A card of each kind, and of each sort that the script treats differently, as an author writes them."""

from __future__ import annotations

import markdown

EXTENSIONS = [
    "mkdocs_flashcards.extension:FlashcardsExtension",
    "attr_list",
    "tables",
    "pymdownx.superfences",
    "pymdownx.highlight",
]

RECALL = """
```flashcard id=recall source="Ungraded Lab - Introduction to Docker" hint="Think of shipping."
What is Docker?
---
A tool that ships software together with *everything* it needs to run. See [its site](#docker).
```
"""

LIST = """
```flashcard id=list
When serving a model, you should consider three key components. What are they?
---
- the model
- an interpreter for the execution
- input data

Forgetting the interpreter is the usual mistake.
```
"""

TRUE_FALSE = """
```flashcard id=tf
Machine learning deployment is usually done on Linux machines.
---
True. Most cloud machines run it.
```
"""

RADIO = """
```flashcard id=radio
What is a container?
---
- [ ] a picture of `a` container
- [x] a **running** instance of an image
- [ ] a set of instructions

Images by themselves do not do much.
```
"""

CHECKBOX = """
```flashcard id=checkbox
Which of these are prime?
---
1. [x] two
2. [ ] four
3. [x] five
```
"""

ORDERING = """
```flashcard id=order order=yes
Put these steps into the order in which they are taken.
---
1. Write a `Dockerfile`
2. Build an **image**
3. Run a container
4. Remove the container

What is removed cannot be run.
```
"""

CLOZE = """
```cloze id=cloze
The metric you push as high as you can is the ==optimizing|optimising== one; the one that must only stay within a limit
is the ==satisficing== one.
---
Latency is often the second kind.
```
"""

CODE = """
````cloze id=code
Complete:

```python
def total(xs):
    return ==sum==(xs)
```
````
"""

NUMBERS = """
```cloze id=numbers
{{c1::Rotterdam}} is a port in {{c2::Netherlands::country}}.
```
"""

MATH = """
```cloze id=math
The square of $x$ is $==x^2==$, a ==power== of it.
```
"""

SET = """
```flashcard
| Wort | word |
| --- | --- |
| der Hund | the dog |
| die Geschwindigkeit | the speed, the velocity |
```
"""

MISTAKE = """
```flashcard
What is Docker?
```
"""

KINDS = RECALL + LIST + TRUE_FALSE + RADIO + CHECKBOX + ORDERING + CLOZE + CODE + NUMBERS + MATH + SET
ALL = KINDS + MISTAKE


def render(text: str) -> str:
    """The text as the extension makes a page of it."""
    return markdown.markdown(text, extensions=EXTENSIONS)
