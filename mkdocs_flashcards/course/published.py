"""Which files of a course are published: not drafts, nor what mkdocs.yml or the exclude plugin leaves out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fnmatch import fnmatchcase

from pathspec.gitignore import GitIgnoreSpec

from .settings import Settings


class LeftOut:
    """Knows the files that are not published, by their paths in the folder of notes."""

    def __init__(self, settings: Settings, patterns: Sequence[str]) -> None:
        """`patterns` are those, in the manner of .gitignore, that hold whatever the settings say."""
        self._specs = [GitIgnoreSpec.from_lines([*patterns, *settings.exclude])]
        if settings.drafts:
            self._specs.append(GitIgnoreSpec.from_lines(settings.drafts))
        options = dict(settings.plugins).get("exclude", {})
        self._globs, self._expressions = _texts(options.get("glob")), _texts(options.get("regex"))

    def holds(self, path: str) -> bool:
        """Whether a file is left out."""
        return (
            any(spec.match_file(path) for spec in self._specs)
            or any(fnmatchcase(path, glob) for glob in self._globs)
            or any(_matches(expression, path) for expression in self._expressions)
        )


def _texts(said: object) -> list[str]:
    return [str(one) for one in (said if isinstance(said, list) else [said] if said else [])]


def _matches(expression: str, path: str) -> bool:
    try:
        return re.match(expression, path) is not None
    except re.error:  # which the build will say
        return False
