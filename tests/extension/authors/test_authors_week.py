"""A whole week of a course, as its author typed it: which cards it has, and what each of them asks."""

from __future__ import annotations

from pages import render

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
