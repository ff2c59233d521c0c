"""Packages for Anki, written with the standard library. Anki itself reads them in the tests."""

from .package import as_package

__all__ = ["as_package"]
