"""From blocks to Anki and to other files, and back: ids, kinds and weeks stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from package_import import call, ids_and_kinds

from mkdocs_flashcards.cli import main

COURSE = """# Note

```flashcard hint="Think *hard*" source='Lab *1*' tags=a,b
Why `x`?
---
So.

1. one
```

```flashcard id=own reverse=yes
Word
---
Wort
```

```flashcard
Which?
---
- one
    - inner
- two

Because.
```

```flashcard
Which steps, *in order*?
---
1. one
2. two
```

```flashcard order=yes
Order?
---
1. first
2. second
3. third
```

```flashcard
Is it?
---
True. Indeed.
```

```flashcard
Choose.
---
- [x] `right`
- [ ] wrong

Because.
```

```flashcard
| Word | Meaning |
|---|---|
| dog | perro |
| cat | gato |
```

```flashcard id=sounds
| Animal | Sound |
|---|---|
| a **dog** | `woof` |
| cat | a\\|b |
```

```cloze
The ==Sun== and the ==Moon==: $a_1$.
---
Both.
```

```cloze
{{c1::one::a hint}} and {{c2::two}} and {{c1::three}}
```

```cloze
A ==std::vector== and `x: ==int== = {{}}`.
```

```cloze
Water is ____.
---
wet
---
Indeed.
```

```cloze
```python
print(==1 if x else {}==)
```
```

```cloze
So $a = ==b==$.
```

```flashcard
Code?

```python
x = {{1}}
```
---
| a | b |
|---|---|
| 1 | 2 |
```
"""


def through_anki(package: Path) -> None:
    """Import a package into Anki, and put in its place what Anki exports."""
    pytest.importorskip("anki", reason="anki is not installed")
    from anki.collection import (  # noqa: PLC0415
        Collection,
        ExportAnkiPackageOptions,
        ImportAnkiPackageOptions,
        ImportAnkiPackageRequest,
    )

    Path("anki").mkdir()
    collection = Collection(str(Path("anki/collection.anki2").resolve()))
    request = ImportAnkiPackageRequest(package_path=str(package.resolve()), options=ImportAnkiPackageOptions())
    collection.import_anki_package(request)
    options = ExportAnkiPackageOptions(with_media=True, with_deck_configs=False, with_scheduling=True, legacy=False)
    collection.export_anki_package(out_path=str(package.resolve()), options=options, limit=None)
    collection.close()


@pytest.mark.parametrize("way", ["anki", "json", "tsv", "through anki"])
def test_blocks_come_back_with_their_ids_kinds_and_weeks(way: str) -> None:
    format_ = way.rpartition(" ")[2]
    Path("mkdocs.yml").write_text(
        "site_name: My course\nsite_url: https://example.org/\nplugins: [flashcards]\n"
        "markdown_extensions: [tables, pymdownx.superfences]\n",
        encoding="utf-8",
    )
    Path("docs/week-2").mkdir(parents=True)
    Path("docs/week-2/note.md").write_text(COURSE, encoding="utf-8")
    more = "```flashcard week='exam 2'\nNamed?\n---\nYes\n```\n\n```flashcard\nOf no week?\n---\nYes\n```\n"
    Path("docs/other.md").write_text(more, encoding="utf-8")
    name = f"deck.{format_.replace('anki', 'apkg')}"
    made = CliRunner().invoke(main, ["export", "--to", format_, "-o", name])
    assert made.exit_code == 0, made.stderr
    if way != format_:
        through_anki(Path(name))
    result = call(name)
    assert result.exit_code == 0, result.stderr
    assert sorted(ids_and_kinds(result.stdout)) == sorted(ids_and_kinds(COURSE + more))
    blocks = result.stdout.count("```flashcard") + result.stdout.count("```cloze")
    assert result.stdout.count(" week=2") == blocks - 2
    for piece in [
        'source="Lab *1*" week=2 tags="a, b" hint="Think *hard*"',
        "id=own week=2" + " reverse=yes" * (format_ != "tsv"),
        "order=yes",
        "- [x] `right`\n- [ ] wrong\n\nBecause.",
        "==Sun==",
        "{{c1::one::a hint}}" + " and {{c2::two}} and {{c1::three}}" * (format_ != "tsv"),
        "```flashcard week=2\ndog\n---\nperro\n```",
        '```flashcard week="Exam 2"\nNamed?',
        "```flashcard\nOf no week?",
    ]:
        assert piece in result.stdout
