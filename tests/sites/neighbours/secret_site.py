"""A site with notes that are hidden from its readers, and other plugins where they are installed."""

from __future__ import annotations

import importlib.util

import pytest
from whole_site import CARD, Built, Files

SECRET = "```flashcard id=secret\nThe password of the vault?\n---\nSesame.\n```\n"
SITE: Files = {
    "docs/index.md": "# Home\n\n[r](review/index.md) [w](review/week-1.md)\n",
    "docs/week-1/open.md": f"# Open\n\n## Part\n\n{CARD}",
    "docs/week-1/closed.md": f"---\npassword: x\n---\n# Closed\n\n{SECRET}",
    "docs/week-2/closed.md": f"---\npassword: x\n---\n# Closed too\n\n{SECRET.replace('secret', 'secret-too')}",
}


def needs(*modules: str) -> pytest.MarkDecorator:
    """A plugin that is tried where it is installed."""
    missing = [module for module in modules if not importlib.util.find_spec(module)]
    return pytest.mark.skipif(bool(missing), reason=f"{', '.join(missing)} is not installed")


def leaks(built: Built) -> list[str]:
    """The files of the site in which what was hidden can be read."""
    return [
        name
        for name, content in built.files().items()
        if b"Sesame" in content or b"vault" in content or b"secret" in content
    ]
