"""A reworded question is noticed, in the build and by `check`, and keeps its progress on command."""

from __future__ import annotations

import random
import re
import shlex
from pathlib import Path

import pytest
from locked_course import THREE, card, ids, lock, note, reworded, run

WRITTEN_ID = re.compile(r" ?(?:(?<!of )id=|(?<=flashcard) #)\w+")
EDITS: dict[str, tuple[str, str, list[str]]] = {
    "reworded": ("".join(THREE), "".join([THREE[0], card("2?", "An answer to Two?"), THREE[2]]), ["docs/a.md:7"]),
    "all reworded": (
        "".join(THREE),
        "".join(card(f"Q{n}", f"An answer to {n}?") for n in ("One", "Two", "Three")),
        ["docs/a.md:1", "docs/a.md:7", "docs/a.md:13"],
    ),
    "reworded below a new one": (
        THREE[0],
        card("New?", "Another answer") + card("1?", "An answer to One?"),
        ["docs/a.md:7"],
    ),
    "a cloze": ("```cloze\nThe ==Sun== shines.\n```\n", "```cloze\nOur ==Sun== shines.\n```\n", ["docs/a.md:1"]),
    "an id that was changed": (card("One?", header=" id=one"), card("One?", header=" id=first"), ["docs/a.md:1"]),
    "an id in braces with the name": (
        "```{ .flashcard #one week=2 }\nOne?\n---\nYes\n```\n",
        "```{ .flashcard #first week=2 }\nOne?\n---\nYes\n```\n",
        ["docs/a.md:1"],
    ),
    "an id behind a text that speaks of one": (
        "~~~ flashcard {hint='of id=2 #3' id=one}\nOne?\n---\nYes\n~~~\n",
        "~~~ flashcard {hint='of id=2 #3' id=first}\nOne?\n---\nYes\n~~~\n",
        ["docs/a.md:1"],
    ),
    "in a list": (
        "- Item\n\n    " + THREE[0].replace("\n", "\n    "),
        "- Item\n\n    " + card("1?", "An answer to One?").replace("\n", "\n    "),
        ["docs/a.md:3"],
    ),
    "below front matter": (
        "---\ntitle: Notes\n---\n" + THREE[0],
        "---\ntitle: Notes\n---\n" + card("1?", "An answer to One?"),
        ["docs/a.md:4"],
    ),
    "a row": (
        "```flashcard\n| A | B |\n| - | - |\n| dog | perro |\n| cat | gato |\n```\n",
        "```flashcard\n| A | B |\n| - | - |\n| dog | perro |\n| a cat | gato |\n```\n",
        ["docs/a.md:5"],
    ),
    "the same order, elsewhere": ("".join(THREE), "# More\n\n" + "".join(reversed(THREE)), []),
    "another answer": (THREE[0], card("One?", "Something else"), []),
    "question and answer": (THREE[0], card("1?", "Something else"), []),
    "one of two with the same answer goes": (
        card("A?", "True") + card("B?", "True"),
        card("C?", "True"),
        [],
    ),
    "two of two with the same answer": (
        card("A?", "True") + card("B?", "True"),
        card("AA?", "True") + card("BB?", "True"),
        ["docs/a.md:1", "docs/a.md:7"],
    ),
    "an answer that comes back elsewhere": (
        "".join(THREE),
        "".join([THREE[0], THREE[2], card("2?", "An answer to Two?")]),
        [],
    ),
    "a mistake": (THREE[0], "```flashcard\nOne?\n```\n", []),
}


@pytest.mark.parametrize(("before", "after", "places"), EDITS.values(), ids=EDITS)
def test_a_reworded_card_is_noticed(
    before: str, after: str, places: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    note(before)
    lock()
    note(after)
    assert reworded(caplog) == places


@pytest.mark.parametrize("name", [name for name, (_, _, places) in EDITS.items() if places and name != "a row"])
def test_it_keeps_its_progress_on_command(name: str, caplog: pytest.LogCaptureFixture) -> None:
    before, after, places = EDITS[name]
    note(before)
    lock()
    known = ids()
    path = note(after)
    command = re.findall(r"`mkdocs-flashcards (pin --was [^`]+)`", run("check").stdout)
    assert len(command) == len(places)
    shown = run(*shlex.split(command[0]), "--dry-run")
    assert shown.stdout.startswith("--- docs/a.md\n")
    assert path.read_text(encoding="utf-8") == after
    unanswered = run(*shlex.split(command[0]))
    assert (unanswered.exit_code, path.read_text(encoding="utf-8")) == (1, after)
    arguments = [one for place in places for one in ("--was", place)]
    assert run("pin", *arguments, "--yes").exit_code == 0
    assert known <= ids()
    assert reworded(caplog) == []
    assert run("check").exit_code == 0
    without = [WRITTEN_ID.sub("", text) for text in (path.read_text(encoding="utf-8"), after)]
    assert without[0] == without[1]


def test_a_row_cannot_be_pinned() -> None:
    before, after, (place,) = EDITS["a row"]
    note(before)
    lock()
    note(after)
    assert "pin --was" not in run("check").stdout
    result = run("pin", "--was", place, "--yes")
    assert (result.exit_code, "cannot keep an id" in result.output) == (1, True)


@pytest.mark.parametrize("place", ["docs/a.md:1", "docs/a.md", "docs/a.md:x", "docs/none.md:7", "docs/a.md:99", ":"])
def test_only_what_the_lock_file_knows_gets_an_old_id(place: str) -> None:
    note("".join(THREE))
    lock()
    path = note("".join([THREE[0], card("2?", "An answer to Two?"), THREE[2]]))
    before = path.read_bytes()
    result = run("pin", "--was", place, "--yes")
    assert (result.exit_code, path.read_bytes()) == (1, before)
    assert result.output.startswith(f"{place}: ")
    assert ("expected a note and the line" in result.output) == (place in {"docs/a.md", "docs/a.md:x", ":"})


WORDS = ["why", "how", "what", "when", "where", "who", "does", "can", "never", "always", "often"]


class Author:
    """Edits a course at random, and does what the messages say."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.made = 0
        self.notes = {f"week-{n}.md": [self.new() for _ in range(6)] for n in (1, 2, 3)}
        self.edits = [self.reword, self.explain, self.move, self.insert, self.split, self.order, self.reword_many]

    def new(self) -> list[str]:
        self.made += 1
        kinds = [
            "True",
            f"- item {self.made}\n- item b",
            f"Answer {self.made}",
            f"- [x] right {self.made}\n- [ ] wrong",
        ]
        return ["", f"Question {self.made}?", self.random.choice(kinds)]

    def any_note(self) -> list[list[str]]:
        return self.random.choice([cards for cards in self.notes.values() if cards])

    def reword(self) -> None:
        one = self.random.choice(self.any_note())
        one[1] = f"{self.random.choice(WORDS)} {one[1]} {self.made}"
        self.made += 1

    def reword_many(self) -> None:
        for one in self.any_note():
            if one[2] != "True":
                one[1] = f"{self.random.choice(WORDS)} {one[1]}"

    def explain(self) -> None:
        one = self.random.choice(self.any_note())
        one[2] += "\n\nBecause it is so."

    def move(self) -> None:
        cards = self.any_note()
        one = cards.pop(self.random.randrange(len(cards)))
        other = self.random.choice(list(self.notes.values()))
        other.insert(self.random.randint(0, len(other)), one)

    def insert(self) -> None:
        cards = self.any_note()
        cards.insert(self.random.randint(0, len(cards)), self.new())

    def split(self) -> None:
        """Half of a note becomes a note of its own."""
        cards = self.any_note()
        self.notes[f"part-{self.made}.md"] = cards[len(cards) // 2 :]
        del cards[len(cards) // 2 :]
        self.made += 1

    def order(self) -> None:
        self.random.shuffle(self.any_note())

    def write(self) -> None:
        for name, cards in self.notes.items():
            text = "".join(f"## Part\n\n{card(question, answer, header)}" for header, question, answer in cards)
            note(text or "Nothing yet.\n", name)

    def read_ids(self) -> None:
        """Take over what the command has written into headers."""
        for name, cards in self.notes.items():
            headers = re.findall(r"^```flashcard(.*)$", Path("docs", name).read_text(encoding="utf-8"), re.M)
            for one, header in zip(cards, headers, strict=True):
                one[0] = header


@pytest.mark.parametrize("seed", [1])
def test_a_hundred_edits_cost_no_progress(seed: int) -> None:
    author = Author(seed)
    author.write()
    lock()
    earned = ids()
    pinned = 0
    for _ in range(100):
        author.random.choice(author.edits)()
        author.write()
        places = re.findall(r"`mkdocs-flashcards pin --was ([^`]+)`", run("check").stdout)
        if places:
            arguments = [one for place in places for one in ("--was", place)]
            assert run("pin", *arguments, "--yes").exit_code == 0
            pinned += len(places)
            author.read_ids()
        assert earned <= ids()
        assert run("check").output == ""
        lock()
        earned |= ids()
    assert pinned > 10
