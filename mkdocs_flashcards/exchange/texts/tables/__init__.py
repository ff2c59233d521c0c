"""Texts in columns: CSV and TSV, tables in Markdown."""
