"""Valid notes with something typed wrongly, in eight sites: what nobody thought of must not break the cards beside it.

Seeded: a red run is red for the next person too. The default run is short;
`MUTATIONS=10000 pytest tests/extension/at_random/test_mutations.py` looks longer, and SEED=… elsewhere.
"""

from __future__ import annotations

import os
import random
import re
import time
from functools import cache

import pytest
from company import CARDS, Company, fenced, settings_of, shape
from golden_cases import CASES, source_of
from markdown import Markdown
from pages import CONFIGS, EXTENSIONS, PATH, SNIPPETS, Page, Site

MUTATIONS = int(os.environ.get("MUTATIONS", "400"))
SEED = int(os.environ.get("SEED", "2026"))
LENIENT = {"pymdownx.snippets": {"base_path": [str(SNIPPETS)]}}  # a mistyped path is no matter of ours
SITES: dict[str, Company] = {
    "nothing": ([], {}),
    "extra": (["extra", "codehilite", "toc", "sane_lists"], {}),
    "much": (EXTENSIONS, {**CONFIGS, **LENIENT}),
    "critic": ([*EXTENSIONS, "pymdownx.critic"], {**CONFIGS, **LENIENT}),
    "preserve_tabs": settings_of("preserve_tabs", "critic, accepted"),
    "blocks": settings_of("blocks", "magiclink"),
    "typography": settings_of("smarty", "smartsymbols"),
    "keys": settings_of("keys", "caret"),
}
PIECES = [
    *["```", "````", "~~~", "```flashcard", "```cloze", "```flashcards", "---", "--", "\n", "\n\n", "    ", "  ", "\t"],
    *[
        "==",
        "=",
        "===",
        "{{c1::",
        "}}",
        "{{",
        "}",
        "{",
        "::",
        "____",
        "___",
        "|",
        "$",
        "$$",
        "`",
        "\\",
        "\\(",
        "[",
        "](",
    ],
    *[
        "- ",
        "- [x] ",
        "[ ] ",
        "1. ",
        "> ",
        "!!! note\n",
        "/// note\n",
        "///\n",
        "<b>",
        "</div>",
        "<div>",
        "&",
        '"',
        "'",
    ],
    *[
        "{++",
        "++}",
        "{--",
        "{==",
        "==}",
        "{>>",
        "https://example.org/",
        "++ctrl++",
        "(c)",
        "\u00a0",
        "\u200b",
        "日本",
        "＝",
    ],
    *["True. ", "id=x ", "week=3 ", "hint=", "#a ", "{.flashcard}", "<!-- x -->", "</flash-card>", ":smile:", "[^1]"],
]
LONG = "`" * 90
BEFORE = f"{LONG}flashcard id=first\nSentinelone asks?\n---\nSentineltwo answers.\n{LONG}\n"
AFTER = f"{LONG}cloze id=last\nSentinelthree is ==sentinelfour== here.\n{LONG}\n"
LEFT = re.compile(r"q[a-p]{12}x[a-p]+z|[\x00-\x08\x0b-\x1f]|wzxhzdk|klzzwxh|czjqqkd")
# What a browser, or Markdown, reads as one piece up to an end that may never come.
OPEN_HTML = re.compile(
    r"<(?:!--|\?|!\[|/[^a-z>]|pre|script|style|textarea|title|xmp|svg|/?[a-z][\w-]*[^<>]*(?:$|<))", re.I | re.M
)
IN_ATTRIBUTE = re.compile(r"_wzxhzdk:\d+_")
"""What attr_list itself makes of a tag that is typed into the name of an attribute, with or without us."""
CRITICS = re.compile(r"\x02(?:</?span[^>]*>)*czjqqkd(?:</?span[^>]*>)*:(?:</?span[^>]*>)*\d+(?:</?span[^>]*>)*\x03")
SECONDS = 20
"""Of the processor, for a page that takes some milliseconds: only what runs wild takes so long."""


def notes() -> list[str]:
    """The good cases of `golden`, and the cards that are taken through every company."""
    good = [source_of(path) for path in CASES if not path.stem.startswith("bad-")]
    # A block of snippets that never ends takes the rest of a page before any other extension sees it.
    own = [note.replace("\r\n", "\n") for note in good if "--8<--" not in note]
    return [*own, *(fenced(text) for text, _ in CARDS)]


NOTES = notes()


def mutated(note: str, dice: random.Random) -> str:
    """A note after one to four slips of the finger."""
    for _ in range(dice.randint(1, 4)):
        at = dice.randint(0, len(note))
        lines = note.split("\n")
        line = dice.randrange(len(lines))
        match dice.randrange(8):
            case 0 | 1:
                note = note[:at] + dice.choice(PIECES) + note[at:]
            case 2:
                note = note[:at] + note[at + dice.randint(1, 6) :]
            case 3:
                del lines[line]
                note = "\n".join(lines)
            case 4:
                lines.insert(line, lines[dice.randrange(len(lines))])
                note = "\n".join(lines)
            case 5:
                lines[line] = dice.choice(["", " ", "  ", "    ", "\t", "> "]) + lines[line].lstrip()
                note = "\n".join(lines)
            case 6:
                other = dice.choice(NOTES)
                start = dice.randint(0, len(other))
                note = note[:at] + other[start : start + dice.randint(1, 60)] + note[at:]
            case _:
                note = note[:at] + dice.choice(PIECES) + note[at + dice.randint(0, 3) :]
    return note


@cache
def site(name: str) -> Site:
    return Site(*SITES[name])


@cache
def sentinels(name: str) -> tuple[object, object]:
    first, last = site(name).page(f"{BEFORE}\n{AFTER}").cards
    return shape(first), shape(last)


def check(name: str, note: str) -> None:
    started = time.process_time()
    page = site(name).page(f"{BEFORE}\n{note}\n\n{AFTER}")
    assert time.process_time() - started < SECONDS
    first, last = sentinels(name)
    assert shape(page.cards[0]) == first
    assert_last(page, note, last)
    for node in [*page.root.all("flash-card"), *page.root.all("div.flash-mistake")]:
        assert not LEFT.search(node.raw), node.raw
    # Critic markup leaves its own in the page's code, as it does without us, and others in what is no card either.
    html = CRITICS.sub("", IN_ATTRIBUTE.sub("", page.html))
    assert not LEFT.search(html) or LEFT.search(without_ours(name, note)), page.html


def assert_last(page: Page, note: str, last: object) -> None:
    """The card below is whole, or in the box of one without end, or said to stand in HTML that never ends."""
    found = [card for card in page.cards if "Sentinelthree" in card.raw]
    if found and shape(found[-1]) == last:
        return
    boxes = "".join(box.raw for box in page.root.all("div.flash-mistake"))
    line = f"{BEFORE}\n{note}\n\n".count("\n") + 1
    is_said = any(message.startswith(f"{PATH}:{line}: ") for message in page.messages)
    assert "Sentinelthree" in boxes or is_said or OPEN_HTML.search(note), page.html


def without_ours(name: str, note: str) -> str:
    """The page without our extension."""
    extensions, configs = SITES[name]
    used = {one: configs[one] for one in extensions if one in configs}
    return Markdown(extensions=extensions, extension_configs=used).convert(note)


@pytest.mark.parametrize("name", SITES)
def test_a_slip_of_the_finger_breaks_nothing_else(name: str) -> None:
    dice = random.Random(f"{SEED} {name}")
    for number in range(MUTATIONS // len(SITES)):
        note = mutated(dice.choice(NOTES), dice)
        try:
            check(name, note)
        except Exception as problem:
            raise AssertionError(f"mutation {number} of {name}: {note!r}") from problem


# What it has found: blocks of ours in what others read as code, and we do not.
FOUND = [
    "```flashcard\nQ\n---\nA\n```\n```\n\n```flashcard\nR\n---\nB\n```\n\n```\n",
    "<!--\n```x    d\nHidden?\n```\n-->\n\n<p///\nre>\n```flashcard\nRaw?\n---\nYes.\n```\n</pre>\n```\n",
    "```flat\n\n- item\n```\nx\n\nx    ```python\n    x\n    ```\n\n- a\n\n    ```cloze id=b\n   \nAll.\n```\n",
]


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("note", FOUND)
def test_what_was_found(name: str, note: str) -> None:
    check(name, note)


def test_the_notes_are_good() -> None:
    assert len(NOTES) > 100
    for text, _ in CARDS:
        check("much", fenced(text))
