"""Addresses from elsewhere."""

from __future__ import annotations

from urllib.parse import quote, unquote


def quoted(address: str) -> str:
    """An address as it may stand in Markdown, without what would end it. One that is quoted already stays."""
    return quote(unquote(address) if "%" not in address else address, safe="%/:?#@!$&'*+,;=~-._[]")
