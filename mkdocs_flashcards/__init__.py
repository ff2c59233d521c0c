"""Flash cards and cloze texts in course notes, for MkDocs and every Python-Markdown site.

Importing this package imports neither Markdown nor MkDocs; the parts do:
`cards` (what a card is), `extension` (Markdown), `plugin` (MkDocs).
"""

__version__ = "0.1.0"
