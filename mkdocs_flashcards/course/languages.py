"""The languages of a site that the static-i18n plugin builds one after the other, each with cards of its own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .notes import real
from .settings import Settings


class Languages:
    """Knows the language of a note by its folder or its name, as the plugin does."""

    def __init__(self, settings: Settings) -> None:
        options = dict(settings.plugins).get("i18n", {})
        said = options.get("languages")
        languages = [one for one in said if isinstance(one, Mapping)] if isinstance(said, list) else []
        self._docs = real(settings.docs)
        self._by_folder = options.get("docs_structure") == "folder"
        self._locales = {str(one.get("locale")): one.get("default") is True for one in languages}

    def of(self, note: Path) -> str:
        """The locale of a note; empty for the site's own language, and where there is but one."""
        if not self._locales or not (path := real(note)).is_relative_to(self._docs):
            return ""
        name = path.relative_to(self._docs).parts[0] if self._by_folder else path.stem.rpartition(".")[2]
        return "" if self._locales.get(name, True) else name
