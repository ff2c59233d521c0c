"""The texts that Quizlet exports where its defaults, a tab and a line for each term, were changed."""

from __future__ import annotations

from ....cards.patterns import lazy

TIGHT = r"(?<!\d),(?=\S)|,(?=[^\s\d])"
"""A comma that stands in no sentence, where a space follows it, and in no number."""
BETWEEN = (lazy(r"\t"), lazy(TIGHT), lazy(r" +[-–—=] +"))
"""What may stand between a term and its definition."""
FEW = 3
"""Terms from which on nothing else is likely: fewer could be a row of a table, or a sentence."""


def with_lines(text: str) -> str:
    """The text with a line for each term where semicolons stand between them: `el perro,the dog;el gato,the cat`."""
    whole = text.strip()
    if "\n" in whole or ";" not in whole:
        return text
    terms = [term.strip() for term in whole.split(";") if term.strip()]
    sign = next((sign for sign in BETWEEN if all(len(sign.findall(term)) == 1 for term in terms)), None)
    return "\n".join(sign.sub("\t", term) for term in terms) + "\n" if sign and len(terms) >= FEW else text


def has_tight_commas(text: str) -> bool:
    """Whether each line is a term and its definition, with a comma between them."""
    lines = [line for line in text.splitlines() if line.strip()]
    comma = BETWEEN[1]
    return len(lines) >= FEW and all(
        len(found := [*comma.finditer(line)]) == 1 and line.index(",") == found[0].start() for line in lines
    )
