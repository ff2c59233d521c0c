"""Every message about the fences of a block, and what stands before and behind them."""

from __future__ import annotations

from ..mistakes import Mistake, short


def unclosed(name: str, fence: str, found: str) -> Mistake:
    return Mistake(
        f"this {name} has no end: expected a line {fence} that closes it, found {found}. "
        f"Put {fence} on a line of its own after the last line of the card (a code block inside it needs its own)."
    )


def cut_by_bare_fence(name: str, fence: str, line: int) -> Mistake:
    return Mistake(
        f"this {name} ends here, at a line {fence}, but what follows looks like its code. "
        f"Give code in a card a language, as in {fence}text, or use a longer fence for the card, "
        f"as in {fence}{fence[0]}{name}. "
        "If the card does end here, leave a blank line below it.",
        line,
    )


def card_in_card(line: int) -> Mistake:
    return Mistake(
        "a card cannot be inside another card. Close the first one before this line; "
        "to show a block as an example, put it into a longer fence with a language, such as ````markdown.",
        line,
    )


def indented_too_little(name: str, owner: str) -> Mistake:
    return Mistake(
        f"this {name} is indented by fewer than four spaces, so it does not belong to {short(owner)!r} above it. "
        "Indent each of its lines by four spaces, or not at all."
    )


def indented_below_text(name: str, owner: str) -> Mistake:
    return Mistake(
        f"this {name} is indented, and so it is code, because {short(owner)!r} above it opens nothing. "
        "Correct that line, switch on the extension that it needs, or do not indent the card."
    )


def indented_below_item(name: str, item: str) -> Mistake:
    return Mistake(
        f"this {name} is indented, and so it is code, because {short(item)!r} above it stands right below text and so "
        "is no item of a list. Leave a blank line above the first item, or do not indent the card."
    )


def in_open_code(name: str, fence: str, line: int) -> Mistake:
    return Mistake(
        f"this {name} is inside a code block that has no end. Close the code block with {fence} before it; "
        f"to show a block as an example, put it into a longer fence, such as {fence}{fence[0]}markdown.",
        line,
    )


def wrong_name(typed: str, name: str, fence: str) -> Mistake:
    return Mistake(
        f"there is no block {short(typed)!r}, and this one looks like a card. Did you mean {name}? "
        f"Write {fence}{name}, or, to show the block as an example, put it into a longer fence, "
        f"such as {fence}{fence[0]}markdown."
    )


def odd_fence(name: str, seen: str) -> Mistake:
    return Mistake(
        f"this looks like a {name}, but its first line does not begin with a fence: found {seen!r}. "
        "Begin the line with three backticks, with nothing before them, not even an invisible character, as in "
        f"```{name}, and write ``` below the last line."
    )


def boxed(name: str, opening: str) -> Mistake:
    return Mistake(
        f"this looks like a {name}, but a box such as {short(opening)!r} shows everybody its answer. "
        f"Write ```{name} instead of this line, indent the lines below it no further than that, and write ``` "
        "below the last one."
    )


def made_into_code(name: str, cell: int = 0) -> Mistake:
    where = f", in cell {cell} of a notebook," if cell else ""
    return Mistake(
        f"this {name}{where} became plain code before the plugin could read it"
        f"{'' if cell else ', as happens in the cells of a notebook'}. Move it into a Markdown note."
    )
