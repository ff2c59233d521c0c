"""Light and dark, and what moves in a page while it loads."""

from __future__ import annotations

PALETTES = {"light": "", "dark": '<link rel="stylesheet" href="dark.css">'}
WATCH = """
  window.shifts = [];
  new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value)))
    .observe({ type: "layout-shift", buffered: true });
"""
