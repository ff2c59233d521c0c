"""Packages of questions in QTI 2.1, which learning platforms read."""

from .item import judges_itself
from .package import as_package

__all__ = ["as_package", "judges_itself"]
