"""Every message about what an author typed: what was expected, what stands there, how to write it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing to mend. `line` counts from the opening fence of the block, which is 0."""

    message: str
    line: int = 0


def short(text: str, length: int = 60) -> str:
    """A piece of the author's text, on one line and not too long, for use inside a message."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def in_raw_html(name: str) -> Mistake:
    return Mistake(
        f"this {name} is where Markdown is not read, most likely inside an HTML element. "
        'Move it out, or give the element the attribute markdown="1" (extension md_in_html).'
    )


# The header

KEYS = 'id="…", source="…", week="…", tags="…", hint="…", reverse="yes", order="yes", review="no"'


def unreadable_header(piece: str, name: str) -> Mistake:
    return Mistake(
        f"expected options such as {KEYS} after {name}, found {short(piece)!r}. "
        'Write the question below this line, and put values in straight quotes: source="Lab 1".'
    )


def comma_between_options(piece: str, name: str) -> Mistake:
    return Mistake(
        f"expected spaces between the options after {name}, found {short(piece)!r}. "
        'Remove the comma, and put a value that needs one in straight quotes: source="Lab 1, part 2".'
    )


def unknown_option(key: str, near: str | None) -> Mistake:
    guess = f" Did you mean {near}?" if near else ""
    return Mistake(f"there is no option {short(key)!r}.{guess} Options are {KEYS}, and #id.")


def option_twice(key: str) -> Mistake:
    return Mistake(f"the option {key} is given twice. Keep one of the two.")


def empty_option(key: str) -> Mistake:
    return Mistake(f'the option {key} is empty. Write {key}="…", or leave it out.')


def not_yes_or_no(key: str, value: str) -> Mistake:
    return Mistake(f"expected {key}=yes or {key}=no, found {key}={short(value)!r}.")


def bad_id(value: str) -> Mistake:
    return Mistake(
        f"{short(value)!r} cannot be an id: expected letters, digits, '-', '_' and '.', without spaces. "
        "Write id=docker-image, or #docker-image."
    )


def long_id(value: str, most: int) -> Mistake:
    return Mistake(
        f"the id {short(value)!r} is too long: expected at most {most} characters, found {len(value)}. "
        "Write a short name, such as id=docker-image."
    )


def bad_week(value: str) -> Mistake:
    return Mistake(
        f"{short(value)!r} is not a week: expected a number, a range or a short name. "
        'Write week=3, week=9-10 or week="exam week".'
    )


def backwards_week(value: str, other: str) -> Mistake:
    return Mistake(f"the range {short(value)!r} runs backwards. Write the lower number first: week={_quoted(other)}.")


def long_week(value: str) -> Mistake:
    return Mistake(
        f"{short(value)!r} is not a week: the number of a week has three digits at most. "
        'Write week=3, week=9-10 or a name, such as week="exam 2027".'
    )


def reverse_needs_text(kind: str, line: int = 0) -> Mistake:
    article = "an" if kind == "ordering" else "a"
    return Mistake(
        f"reverse=yes asks a card from answer to question, which does not work for {article} {kind} card. "
        "Remove reverse, or write the answer as text.",
        line,
    )


def order_needs_list(found: str) -> Mistake:
    return Mistake(
        f"order=yes is for an answer that is a numbered list, and this is a {found}. "
        "Remove order, or write a flashcard whose answer is a numbered list."
    )


# The body of a flashcard


def no_separator(name: str) -> Mistake:
    return Mistake(
        f"expected a line --- between question and answer, found none in this {name}. "
        "Write the question, a line ---, and the answer. "
        "Only a block that contains just a table of two columns needs no such line."
    )


def near_separator(found: str, line: int) -> Mistake:
    return Mistake(
        f"expected a line of three hyphens or more, found {found!r}. "
        "Write --- between question and answer, and before an explanation; for a line in the text, write ***.",
        line,
    )


def empty_question() -> Mistake:
    return Mistake("the question is empty: there is nothing before the line ---. Write the question above it.", 1)


def empty_answer(line: int) -> Mistake:
    return Mistake("the answer is empty: there is nothing after the line ---. Write the answer below it.", line)


def empty_block(name: str) -> Mistake:
    return Mistake(f"this {name} is empty. Write the question, a line ---, and the answer.")


def empty_cloze() -> Mistake:
    return Mistake("this cloze is empty. Write a text and mark what students fill in: The ==answer== is hidden.")


def cells(found: int, line: int) -> Mistake:
    return Mistake(
        f"a table of cards has two columns, question and answer; found {counted(found, 'cell')} here. "
        "Write two cells in each row, and \\| for a | inside a cell.",
        line,
    )


def empty_cell(line: int) -> Mistake:
    return Mistake(
        "a row of this table of cards has an empty cell. Write a question on the left and its answer on the right.",
        line,
    )


def no_rows() -> Mistake:
    return Mistake(
        "this table of cards has a header but no rows. Write one row for each card below the line |---|---|."
    )


# The whole site


def same_question(place: str) -> Mistake:
    return Mistake(
        f"the same question has a different answer at {place}. Give one of the two cards an id, as in id=other-name, "
        "so that each keeps its own schedule, or make the answers the same."
    )


def same_id(value: str, place: str) -> Mistake:
    return Mistake(
        f"the id {value!r} is taken by another card at {place}. "
        "Give this one another id. An id names one card in the whole site."
    )


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value
