"""What the search of a site finds of its cards: their words, once, and none of the words on buttons."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
from whole_site import Built, Site, card_ids

PAGE = """\
# Containers

```flashcard hint="begins with D" source="Lab 1"
What ships **software**?
---
Docker, `as in` *whales*.
```

```flashcard
Which ports are open?
---
- [x] eighty
- [ ] ninety

Because of the firewall.
```

```flashcard
Name two colours.
---
- vermilion
- turquoise
```

```cloze
A container shares the ==kernel== of its host.
```

After the cards.
"""
SEARCHES = ["bare", pytest.param("material", marks=pytest.mark.filterwarnings("ignore"))]


def index(built: Built) -> list[str]:
    """The texts of the index, without the tags that a search keeps."""
    docs = json.loads(built.files()["search/search_index.json"])["docs"]
    return [re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", doc["text"]))) for doc in docs if doc["text"]]


def searched(site: Site, theme: str, page: str = PAGE, **options: Any) -> tuple[Built, str]:
    site.write({"docs/index.md": page})
    plugin = {"review": False, **options}
    built = site.build(strict=True, theme=theme, plugins=["search"], plugin=plugin, markdown_extensions=["attr_list"])
    assert not built.failed
    return built, max(index(built), key=len)


@pytest.mark.parametrize("theme", SEARCHES)
def test_every_word_of_a_card_is_found_once_and_no_button(site: Site, theme: str) -> None:
    _, text = searched(site, theme)
    for word in ["software", "Docker", "whales", "eighty", "ninety", "firewall", "vermilion", "turquoise", "kernel"]:
        assert text.count(word) == 1, text
    for word in ["Show answer", "Hint", "2 items", "right", "[…]", "flashcard"]:
        assert word not in text
    assert "Lab 1" in text
    assert text.rstrip().endswith("After the cards.")


@pytest.mark.parametrize("theme", SEARCHES)
def test_answers_stay_out_of_the_index_where_the_site_says_so(site: Site, theme: str) -> None:
    _, text = searched(site, theme, search_answers=False)
    for word in ["software", "eighty", "ninety", "Name two", "A container shares the", "of its host"]:
        assert word in text
    for word in ["Docker", "whales", "firewall", "vermilion", "turquoise", "kernel"]:
        assert word not in text


@pytest.mark.parametrize("theme", SEARCHES)
def test_the_page_itself_keeps_its_cards(site: Site, theme: str) -> None:
    built, _ = searched(site, theme)
    html = built.html("index.html")
    assert len(card_ids(html)) == 4
    assert "<!--" not in html[html.index("<flash-card") : html.rindex("</flash-card>")]
    without_search = site.build(theme=theme, plugin={"review": False}, plugins=[], to="plain")
    cards = [re.findall(r"<flash-card.*</flash-card>", one.html("index.html"), re.S) for one in (built, without_search)]
    assert cards[0] == cards[1] != []


def test_what_an_author_keeps_out_of_the_search_stays_out(site: Site) -> None:
    page = "# One\n\n```flashcard\nQuestion\n---\nAnswer\n\nSecret words\n{ data-search-exclude }\n```\n"
    built, text = searched(site, "material", page)
    assert "Answer" in text
    assert "Secret" not in text
    assert "Secret" in built.html("index.html")
