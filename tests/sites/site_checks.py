"""What holds for every page of every site: addresses lead somewhere, ids are unique, and what names one finds it."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urldefrag, urljoin

from whole_site import Built, elements

from mkdocs_flashcards.plugin.bundle import LATER

ADDRESSES = ("href", "src", "poster", "data", "cite", "data-script", "xlink:href")
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list", "form")
ELSEWHERE = re.compile(r"(?:[a-z][a-z+.-]*:|//)", re.I)


def dead_addresses(built: Built, base: str = "") -> list[str]:
    """Addresses that lead nowhere, and fragments that no element has, in pages and in the scripts with their cards.

    With `base`, the folder on its host that the site is meant for, addresses from the root count as well.
    """
    files = {name: content for name, content in built.files().items() if not name.endswith(".gz")}
    pages = {name: content.decode(built.encoding) for name, content in files.items() if name.endswith(".html")}
    pages = {name: text + brought(built, text) for name, text in pages.items()}
    names = {page: ids_and_names(text) for page, text in pages.items()}
    dead = []
    for page, text in pages.items():
        for address in addresses(text):
            if ELSEWHERE.match(address):
                continue
            path, fragment = urldefrag(urljoin(f"http://x/{base}{page}", address).removeprefix("http://x/"))
            target = unquote(path).partition("?")[0]
            if not target.startswith(base):
                dead.append(f"{page}: {address} leaves the site")
                continue
            target = target.removeprefix(base)
            if target == "" or target.endswith("/"):
                target = str(PurePosixPath(target, "index.html"))
            if target not in files or (fragment and target in names and unquote(fragment) not in names[target]):
                dead.append(f"{page}: {address}")
    return dead


def brought(built: Built, page: str) -> str:
    """The cards that the page of all weeks can load: what they name lies as seen from that page."""
    scripts = re.findall(r'data-script="[^"]*?(assets/[^"/]+)"', page)
    return "".join(card for script in scripts for card in cards_of(built.html(script)))


def cards_of(script: str) -> list[str]:
    """The cards in a data script."""
    found = re.fullmatch(r'window\[Symbol\.for\("mkdocs-flashcards"\)\]\.week\("[^"]+",(\[.*\])\);\n', script)
    assert found
    cards: list[str] = json.loads(found[1])
    return cards


def addresses(html: str) -> list[str]:
    """Everything in a text that a browser would fetch or follow."""
    found = []
    for element in elements(html):
        found += [element.attributes[key] for key in ADDRESSES if key in element.attributes]
        for entry in element.attributes.get("srcset", "").split(", "):
            found += entry.split()[:1]
        found += [address for part in LATER for address in element.attributes.get(f"data-{part}", "").split()]
        if "usemap" in element.attributes:
            found.append(element.attributes["usemap"])
        found += re.findall(r"url\(['\"]?([^)'\"]+)", " ".join(element.attributes.values()))
    return found


def ids_and_names(html: str) -> set[str]:
    """What a fragment can lead to."""
    return {value for one in elements(html) for key, value in one.attributes.items() if key in ("id", "name")}


def repeated_ids(html: str) -> list[str]:
    """Ids that stand twice."""
    ids = [element.attributes["id"] for element in elements(html) if "id" in element.attributes]
    return sorted({name for name in ids if ids.count(name) > 1})


def broken_references(html: str) -> list[str]:
    """Attributes that name an id which is not there."""
    ids = {element.attributes["id"] for element in elements(html) if "id" in element.attributes}
    return [
        f"{key}={name}"
        for element in elements(html)
        for key in REFERENCES
        for name in element.attributes.get(key, "").split()
        if name not in ids
    ]
