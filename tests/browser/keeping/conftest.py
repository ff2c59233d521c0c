"""The page of all weeks of a student who has a past, and files to restore from."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ..courses import Student, at
from ..past import NOW, Review, remember
from .kept import NOTES

Open = Callable[..., Student]
Files = Callable[..., Path]


@pytest.fixture
def index(review: Open, page: Page) -> Callable[..., Page]:
    """Opens the index of a student with a past, with all that is offered there."""

    def opened(reviews: list[Review], *more: str, **settings: Any) -> Page:
        at(page, NOW)
        review(NOTES, at="review/", **settings)
        remember(page, reviews, *more)
        page.locator(".flash-keeping > summary").click()
        expect(page.locator(".flash-keeping section").last).to_be_visible()
        return page

    return opened


@pytest.fixture
def file(tmp_path: Path) -> Files:
    """Writes a file to restore from."""

    def written(content: object, name: str = "backup.json") -> Path:
        path = tmp_path / name
        text = content if isinstance(content, str) else json.dumps(content)
        path.write_text(text, encoding="utf-8")
        return path

    return written
