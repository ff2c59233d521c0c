"""The cards for other programs that a build writes beside its review pages, and links from them."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from mkdocs.exceptions import Abort
from whole_site import ALL_VALIDATION, CARD, CLOZE, Built, Site, elements

from mkdocs_flashcards.cli import main

NOTES = {
    "docs/index.md": "# Course\n",
    "docs/week-1/docker.md": f"# Docker\n\n{CARD}\n{CLOZE}",
    "docs/week-2/sql.md": "# SQL\n\n```flashcard tags=sql\nWhich [note](../week-1/docker.md)? ![p](p.png)\n"
    "---\nThis.\n```\n",
    "docs/week-2/p.png": b"a picture",
}
ADDRESS = "https://example.org/c/"


def built(site: Site, *formats: str, **settings: Any) -> Built:
    exports = {"exports": list(formats)} if formats else {}
    return site.build(plugin={**exports, **settings.pop("plugin", {})}, site_url=ADDRESS, **settings)


def exported(of: Built, place: str) -> list[dict[str, Any]]:
    cards: list[dict[str, Any]] = json.loads(of.files()[place])["cards"]
    return cards


def downloads(of: Built, page: str) -> list[tuple[str, str]]:
    """The addresses of a page's files, and what they are called when they are saved."""
    links = [link.attributes for link in elements(of.html(page), "a") if "download" in link.attributes]
    return [(link["href"], link["download"]) for link in links]


@pytest.mark.parametrize("folders", [True, False])
def test_each_week_and_the_course_can_be_downloaded(site: Site, folders: bool) -> None:
    of = built(site.write(NOTES), "anki", "json", use_directory_urls=folders, strict=True, validation=ALL_VALIDATION)
    assert not of.failed
    week, index = ("week-1/index.html", "index.html") if folders else ("week-1.html", "index.html")
    up = "../" if folders else ""
    assert downloads(of, f"review/{week}") == [
        (f"{up}week-1.apkg", "Course – Week 1.apkg"),
        (f"{up}week-1.json", "Course – Week 1.json"),
    ]
    assert downloads(of, f"review/{index}")[0] == ("index.apkg", "Course.apkg")
    assert "Download the cards:" in of.html(f"review/{index}")
    assert [card["kind"] for card in exported(of, "review/week-1.json")] == ["recall", "cloze"]
    assert [card["week"] for card in exported(of, "review/index.json")] == ["Week 1", "Week 1", "Week 2"]
    with zipfile.ZipFile(io.BytesIO(of.files()["review/week-2.apkg"])) as package:
        assert package.read("0") == b"a picture"


def test_nothing_is_written_unless_it_is_asked_for(site: Site) -> None:
    of = built(site.write(NOTES))
    assert not downloads(of, "review/index.html")
    assert "flash-downloads" not in of.html("review/week-1/index.html")
    assert not [name for name in of.files() if name.endswith((".apkg", ".tsv", ".json")) and "search" not in name]


def test_the_command_and_the_build_say_the_same(site: Site) -> None:
    of = built(site.write(NOTES), "json", "tsv", plugin={"course": "c-1"})
    for name in ("json", "tsv"):
        result = CliRunner().invoke(main, ["export", "--to", name])
        assert result.exit_code == 0
        assert result.output == of.files()[f"review/index.{name}"].decode()
    assert f'href="{ADDRESS}week-1/docker/"' in of.files()["review/week-2.tsv"].decode().replace('""', '"')


def test_the_same_source_gives_the_same_files(site: Site) -> None:
    first, second = built(site.write(NOTES), "anki"), built(site, "anki", to="again")
    assert first.files()["review/index.apkg"] == second.files()["review/index.apkg"]


HOOKS = (
    "import re\n\n\ndef on_page_content(html, **_):\n"
    '    return re.sub(r"\\\\\\(.*?\\\\\\)", "<math></math>", html)\n\n\n'
    "def on_post_page(output, page, **_):\n"
    '    return "secret" if page.file.src_uri == "week-3/secret.md" else output\n'
)


def test_formulas_that_a_hook_draws_stay_formulas(site: Site) -> None:
    note = "# Note\n\n```cloze\nSo $x^{==2==}$.\n```\n"
    site.write({**NOTES, "docs/week-1/math.md": note, "hooks.py": HOOKS})
    extensions = [{"pymdownx.arithmatex": {"generic": True}}]
    of = built(site, "json", hooks=["hooks.py"], markdown_extensions=extensions)
    assert "<math></math>" in of.html("week-1/math/index.html")
    card = next(card for card in exported(of, "review/week-1.json") if "blanks" in card and "math" in card["note"])
    assert card["answer"]["text"] == r"So \(x^{2}\)."


def test_cards_that_readers_do_not_see_are_not_exported(site: Site) -> None:
    site.write({**NOTES, "docs/week-3/secret.md": "# S\n\n```flashcard\nSecret?\n---\nYes.\n```\n", "hooks.py": HOOKS})
    of = built(site, "anki", "json", hooks=["hooks.py"])
    assert len(exported(of, "review/index.json")) == 3
    assert "review/week-3.json" not in of.files()


def test_cards_from_an_include_are_exported(site: Site) -> None:
    site.write(
        {
            **NOTES,
            "docs/week-1/more.md": '# More\n\n--8<-- "part.txt"\n',
            "part.txt": "```flashcard\nIn?\n---\nYes.\n```\n",
        }
    )
    of = built(site, "json", markdown_extensions=["pymdownx.snippets"])
    (card,) = [card for card in exported(of, "review/week-1.json") if card["question"]["text"] == "In?"]
    assert card["note"] == "docs/week-1/more.md"
    assert card["url"].startswith(f"{ADDRESS}week-1/more/#card-")


def test_a_card_in_two_weeks_is_in_both_files_and_once_in_that_of_the_course(site: Site) -> None:
    of = built(site.write({**NOTES, "docs/week-2/again.md": f"# Again\n\n{CARD}"}), "json")
    ids = [[card["id"] for card in exported(of, f"review/{name}.json")] for name in ("week-1", "week-2", "index")]
    assert set(ids[0]) & set(ids[1])
    assert len(ids[2]) == len(set(ids[2])) == 3


def test_a_build_of_changed_notes_alone_leaves_the_files_of_others(site: Site) -> None:
    of = built(site.write(NOTES), "json")
    before = of.files()["review/index.json"]
    Path("docs/week-1/docker.md").write_text(f"# Docker\n\n{CARD}", encoding="utf-8")
    again = built(site, "json", dirty=True)
    assert not again.failed
    assert json.loads(again.files()["review/index.json"])
    assert again.files()["review/index.json"] == before


def test_a_name_in_any_script_leads_to_its_file(site: Site) -> None:
    card = CARD.replace("flashcard", "flashcard week=Ωμέγα")
    of = built(site.write({"docs/index.md": "# C\n", "docs/a.md": f"# A\n\n{card}"}), "tsv")
    (page,) = [name for name in of.files() if re.fullmatch(r"review/(?!index)[^/]+/index\.html", name)]
    ((address, _),) = downloads(of, page)
    assert address.isascii()
    assert page.replace("/index.html", ".tsv") in of.files()


@pytest.mark.parametrize("wrong", ["pdf", ["anki", "pdf"], 3, {"anki": True}])
def test_an_unknown_format_is_refused(site: Site, wrong: object, caplog: pytest.LogCaptureFixture) -> None:
    site.write(NOTES)
    with pytest.raises(Abort):
        site.build(plugin={"exports": wrong})
    assert "expected a list of anki, tsv, json" in caplog.text


def test_one_format_needs_no_list(site: Site) -> None:
    assert "review/week-1.apkg" in site.write(NOTES).build(plugin={"exports": "anki"}).files()
