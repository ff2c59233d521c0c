"""Cards as the extension writes them, one of each kind and of each notation that the script treats differently."""

from __future__ import annotations


def card(
    kind: str,
    question: str,
    reveal: str,
    *,
    id: str = "",
    after: str = "",
    source: str = "",
    hint: str = "",
    attributes: str = "",
) -> str:
    name = id or kind
    hint_html = f'<details class="flash-hint"><summary>Hint</summary><p>{hint}</p></details>\n' if hint else ""
    source_html = f'<p class="flash-source">Source: {source}</p>\n' if source else ""
    return (
        f'<flash-card id="card-{name}" data-card="{name}" data-kind="{kind}" {attributes}>\n'
        f'<div class="flash-question">{question}</div>\n{after}{hint_html}'
        f'<details class="flash-answer"><summary>Show answer</summary>\n'
        f'<div class="flash-reveal">{reveal}</div>\n</details>\n{source_html}</flash-card>\n'
    )


def options(texts: list[str], right: set[int], explanation: str = "", tag: str = "ul") -> tuple[str, str]:
    """The options below a question, and what stands in its answer."""
    shown = "".join(f"<li>{text}</li>" for text in texts)
    solved = "".join(
        f'<li data-right="yes"><span class="flash-verdict">right</span> {text}</li>'
        if i in right
        else f'<li data-right="no">{text}</li>'
        for i, text in enumerate(texts)
    )
    return (
        f'<{tag} class="flash-options">{shown}</{tag}>\n',
        f'<{tag} class="flash-options flash-solution">{solved}</{tag}>{explanation}',
    )


def choice(
    texts: list[str], right: set[int], *, id: str, question: str, explanation: str = "", tag: str = "ul"
) -> str:
    shown, solved = options(texts, right, explanation, tag)
    return card(
        "choice", question, solved, id=id, after=shown, attributes="data-multiple" if len(right) > 1 else ""
    )


def blank(number: int, hint: str = "…", attributes: str = "") -> str:
    return (
        f'<span class="flash-blank" data-blank="{number}" role="img" '
        f'aria-label="Blank {number}" {attributes}>[{hint}]</span>'
    )


def fill(number: int, text: str, attributes: str = "") -> str:
    return f'<mark class="flash-fill" data-blank="{number}" {attributes}>{text}</mark>'


def cloze(question: str, filled: str, explanation: str = "", *, id: str = "cloze", attributes: str = "") -> str:
    return card(
        "cloze", question, f'<div class="flash-filled">{filled}</div>{explanation}', id=id, attributes=attributes
    )


RECALL = card(
    "recall",
    "<p>What is Docker?</p>",
    "<p>A tool that ships software together with <em>everything</em> it needs to run.</p>",
    source="Ungraded Lab - Introduction to Docker",
    hint="Think of shipping.",
)

LIST = card(
    "list",
    "<p>When serving a model you should consider three key components. What are they?</p>",
    '<ul class="flash-items"><li>the model</li><li>an interpreter for the execution</li><li>input data</li></ul>'
    "<p>Forgetting the interpreter is the usual mistake.</p>",
    after='<p class="flash-count">3 items</p>\n',
)

TRUE_FALSE = card(
    "true-false",
    "<p>Machine learning deployment is usually done on Linux machines.</p>",
    "<p>True. Most cloud machines run it.</p>",
    attributes='data-answer="true"',
)

RADIO = choice(
    ["a picture of <code>a</code> container", "a <strong>running</strong> instance of an image", "a set of instructions"],
    {1},
    id="radio",
    question="<p>What is a container?</p>",
    explanation="<p>Images by themselves do not do much.</p>",
)

CHECKBOX = choice(
    ["two", "four", "five"],
    {0, 2},
    id="checkbox",
    question="<p>Which of these are prime?</p>",
    tag="ol",
)

OR = 'data-or="[&quot;optimising&quot;]"'

CLOZE = cloze(
    f"<p>The metric you push as high as you can is the {blank(1)} one; the one that must only stay within a limit "
    f"is the {blank(2, 'starts with s')} one.</p>",
    f"<p>The metric you push as high as you can is the {fill(1, 'optimizing', OR)} one; "
    f"the one that must only stay within a limit is the {fill(2, 'satisficing')} one.</p>",
    "<p>Latency is often the second kind.</p>",
)

CODE = cloze(
    f'<p>Complete:</p><div class="highlight"><pre><code class="nohighlight"><span class="k">def</span> total(xs):\n'
    f'    <span class="k">return</span> {blank(1)}(xs)</code></pre></div>',
    f'<p>Complete:</p><div class="highlight"><pre><code class="nohighlight"><span class="k">def</span> total(xs):\n'
    f'    <span class="k">return</span> {fill(1, "sum", "data-exact")}(xs)</code></pre></div>',
    id="code",
)

NUMBERS = cloze(
    f"<p>{blank(1, attributes='data-number=1')} is the capital of {blank(2, 'country', 'data-number=2')}.</p>",
    f"<p>{fill(1, 'Paris', 'data-number=1')} is the capital of {fill(2, 'France', 'data-number=2')}.</p>",
    id="numbers",
    attributes='data-numbers="1 2"',
)

SAID = cloze(
    f"<p>The sign {blank(1, attributes='data-said')} means {blank(2)}.</p>",
    f"<p>The sign {fill(1, '<strong>∑</strong>', 'data-said')} means {fill(2, 'addition')}.</p>",
    id="said",
)

SET = (
    '<div class="flash-set"><p class="flash-set-head"><span>Wort</span> <span>word</span></p>\n'
    + card("recall", "<p>der Hund</p>", "<p>the dog</p>", id="hund").replace('id="card-', 'class="flash-short" id="card-')
    + card("recall", "<p>die Geschwindigkeit</p>", "<p>the speed, the velocity</p>", id="geschwindigkeit").replace(
        'id="card-', 'class="flash-short" id="card-'
    )
    + "</div>\n"
)

MISTAKE = (
    '<div class="flash-mistake" role="note"><p class="flash-mistake-title">This card needs mending</p>'
    "<p>docs/x.md:42: expected a line of three hyphens between question and answer; found none.</p>"
    '<pre><code class="nohighlight">```flashcard\nWhat is Docker?\n```</code></pre></div>\n'
)

ALL = RECALL + LIST + TRUE_FALSE + RADIO + CHECKBOX + CLOZE + CODE + NUMBERS + SAID + SET + MISTAKE
