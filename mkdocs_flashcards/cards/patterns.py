"""Regular expressions that are compiled when they are first used: a site without cards does not wait for ours."""

from __future__ import annotations

import re
from typing import Any, cast

METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub")


class _Lazy:
    """Stands for a pattern, and takes over its methods when one is asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Called once, for the first method; from then on all of them are attributes like any other."""
        compiled = re.compile(self.pattern, self._flags)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` returns, without its work until a method is called."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
