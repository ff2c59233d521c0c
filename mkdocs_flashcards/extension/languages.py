"""What a site makes of a code block's language."""

from __future__ import annotations

from importlib import import_module

from markdown import Markdown


def own_fences(md: Markdown) -> set[str]:
    """The languages that a site makes something else of than highlighted code, such as diagrams (SuperFences)."""
    if "fenced_code_block" not in md.preprocessors:
        return set()
    extension = getattr(md.preprocessors["fenced_code_block"], "extension", None)
    return {str(one["name"]) for one in getattr(extension, "superfences", ())} - {"superfences"}


def has_language(md: Markdown, name: str) -> bool:
    """Whether a site has a language of this name: one of its own, or one that its highlighter knows."""
    if name in own_fences(md):
        return True
    try:  # here, because a site may do without it, and most never ask
        lexers, error = import_module("pygments.lexers"), import_module("pygments.util").ClassNotFound
    except ImportError:
        return False
    try:
        lexers.get_lexer_by_name(name)
    except error:
        return False
    return True
