"""Tests of review pages and of what stands on them around the sessions."""
