"""Tests of what runs in the browser, in a browser."""
