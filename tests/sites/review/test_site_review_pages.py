"""The review pages: which cards they list, in which order, and what stands around them."""

from __future__ import annotations

import html as html_module
import re

import pytest
from rich_course import PICTURE, STRICT, URLS, address, course
from site_checks import cards_of, dead_addresses, ids_and_names, repeated_ids
from whole_site import CARD, CLOZE, Site, boxes, card_ids, elements

from mkdocs_flashcards.extension.translations import load_translations
from mkdocs_flashcards.plugin.bundle import LATER


def review_list(page: str) -> list[tuple[str, list[str]]]:
    """What a review page lists: the heading of each note with its cards."""
    groups = re.findall(
        r'<h2 id="from-[^>]*><a href="[^"]*">(.*?)</a></h2>\s*<div class="flash-list">(.*?)(?=<h2|\Z)', page, re.S
    )
    return [(html_module.unescape(title), card_ids(cards)) for title, cards in groups]


def weeks(index: str) -> dict[str, list[str]]:
    """The weeks that the page of all weeks lists, with their items."""
    return {
        one.attributes["data-week"]: one.attributes["data-cards"].split()
        for one in elements(index, "li")
        if "data-cards" in one.attributes
    }


@URLS
def test_what_a_page_lists(site: Site, urls: bool) -> None:
    built = site.write(course(urls)).build(use_directory_urls=urls, **STRICT)
    assert review_list(built.content(address("review/week-1", urls))) == [
        ('Docker & "co"', ["rich", "in-note"]),
        ("Other", card_ids(built.content(address("week-1/other", urls)))),
    ]
    assert [title for title, _ in review_list(built.content(address("review/week-2", urls)))] == ["Second"]
    assert [title for title, _ in review_list(built.content(address("review/other", urls)))] == ["Loose"]
    index = built.content("review/index.html")
    assert list(weeks(index)) == ["week-1", "week-2", "other"]
    assert "<flash-card" not in index


FILES = {f"data-{part}" for part in LATER}


def test_the_parts_of_a_week_s_page(site: Site) -> None:
    settings = {"retention": 0.85, "exam": "2027-01-20", "new_per_day": 7, "grades": 4}
    built = site.write(course(True)).build(plugin=settings, **STRICT)
    page = built.content("review/week-1/index.html")
    assert re.search(
        r"<h1[^>]*>Week 1\b.*<p class=\"flash-review-count\">4 cards from 2 notes</p>.*<flash-review ", page, re.S
    )
    (review,) = elements(page, "flash-review")
    plan = {"data-retention": "0.85", "data-new": "7", "data-grades": "4", "data-exam": "2027-01-20"}
    plan["data-first"] = load_translations("en")["first_visit"]
    names = {"data-page": "week", "data-week": "week-1", "data-label": "Week 1", "data-items": "5"}
    assert {key: value for key, value in review.attributes.items() if key not in FILES} == names | plan
    assert "<flash-review" in page.partition('<div class="flash-list">')[0]
    assert re.search(r"<flash-review[^>]*></flash-review>", page)
    (index,) = elements(built.content("review/index.html"), "flash-review")
    assert {key: value for key, value in index.attributes.items() if key not in FILES} == {"data-page": "index"} | plan


def test_a_note_leads_on_to_the_reviews_of_its_cards(site: Site) -> None:
    """As many as the note has cards of several weeks; a note without cards leads nowhere."""
    weeks = "\n".join(f"```flashcard week={week}\n{name}?\n---\nThis.\n```\n" for week, name in ("1A", "2B", "2C"))
    notes = {"docs/week-1/a.md": f"# A\n\n{CARD}", "docs/b.md": f"# B\n\n{weeks}", "docs/c.md": "# C\n"}
    built = site.write(notes).build(**STRICT)
    onward = {
        name: re.findall(r'<p class="flash-onward">(.*)</p>', built.content(f"{name}/index.html")) for name in "bc"
    }
    links = [f'<a href="../review/week-{n}/">Review: Week {n}</a>' for n in (1, 2)]
    assert onward == {"b": [" · ".join(["3 cards in this note", *links])], "c": []}
    assert "1 card in this note · " in built.content("week-1/a/index.html")
    assert "flash-onward" not in built.content("review/week-1/index.html")


def test_a_footnote_stays_in_its_note(site: Site) -> None:
    """A theme that shows what such a link leads to finds it there only: on a review page it is a link like others."""
    note = '# A\n\n```flashcard\nWhat?[^1]\n---\n`class="footnote-ref"`[^1]\n```\n\n[^1]: Here.\n'
    built = site.write({"docs/week-1/a.md": note}).build(**STRICT)
    assert built.content("week-1/a/index.html").count('<a class="footnote-ref" href="#fn:1">') == 2
    page = built.content("review/week-1/index.html")
    assert page.count('<a class="flash-footnote" href="../../week-1/a/#fn:1">') == 2
    assert '<a class="footnote-ref"' not in page
    assert 'class="footnote-ref"' in html_module.unescape(page)


def test_each_card_says_where_it_comes_from(site: Site) -> None:
    built = site.write(course(True)).build(**STRICT)
    page = built.content("review/week-1/index.html")
    places = re.findall(r'<p class="flash-from"><a href="([^"]*)">(.*?)</a></p></div></flash-card>', page)
    ids = card_ids(built.content("week-1/other/index.html"))
    assert places == [
        ("../../week-1/docker/#card-rich", 'Docker &amp; "co" &rsaquo; Images'),
        ("../../week-1/docker/#card-in-note", 'Docker &amp; "co" &rsaquo; Images'),
        (f"../../week-1/other/#card-{ids[0]}", "Other"),
        (f"../../week-1/other/#card-{ids[1]}", "Other &rsaquo; Deep part"),
    ]


def test_without_a_script_a_week_reads_as_a_list_of_cards(site: Site) -> None:
    built = site.write(course(True)).build(**STRICT)
    note, page = built.content("week-1/other/index.html"), built.content("review/week-1/index.html")
    for card in re.findall(r"<flash-card.*?</flash-card>", note, re.S):
        inside = re.sub(r"^<flash-card[^>]*>|</flash-card>$", "", card)
        assert inside.rstrip() in page
    assert page.count('<details class="flash-answer">') == 4
    assert 'title="Hypertext"' in page


def test_items_have_a_schedule_each(site: Site) -> None:
    text = (
        "# N\n\n```flashcard id=plain\nQ?\n---\nA\n```\n\n```flashcard id=both reverse=yes\nR?\n---\nB\n```\n\n"
        "```cloze id=anki\n{{c2::a}} {{c1::b}} {{c2::c}}\n```\n\n"
        "```flashcard id=set reverse=yes\n| a | b |\n|---|---|\n| c | d |\n```\n"
    )
    built = site.write({"docs/week-1.md": text}).build(**STRICT)
    (items,) = weeks(built.content("review/index.html")).values()
    row = card_ids(built.content("week-1/index.html"))[-1]
    assert items == ["plain", "both", "both~r", "anki~1", "anki~2", row, f"{row}~r"]


def test_the_same_card_in_two_notes_is_listed_at_both_and_counts_once(site: Site) -> None:
    card = CARD.replace("flashcard", "flashcard id=twice")
    site.write(
        {"docs/week-1/a.md": f"# A\n\n{card}", "docs/week-1/b.md": f"# B\n\n{card}\n{card}", "docs/week-2.md": card}
    )
    built = site.build(**STRICT)
    page = built.content("review/week-1/index.html")
    assert review_list(page) == [("A", ["twice"]), ("B", ["twice"])]
    assert repeated_ids(page) == []
    assert "1 card from 2 notes" in page
    index = built.content("review/index.html")
    assert weeks(index) == {"week-1": ["twice"], "week-2": ["twice"]}
    assert len(cards_of(built.html(elements(index, "li")[0].attributes["data-script"].removeprefix("../")))) == 1


def test_rows_of_a_table_stand_below_what_stood_above_their_columns(site: Site) -> None:
    table = (
        '```flashcard source="Lab 2"\n| *Wort* ![p](a.svg) | word |\n|---|---|\n| Hund | dog |\n| Katze | cat |\n```\n'
    )
    other = "```flashcard\n| x | y |\n|---|---|\n| 1 | True |\n```\n"
    site.write({"docs/week-1/a.md": f"# A\n\n{table}\n{CARD}\n{other}", "docs/week-1/a.svg": PICTURE})
    built = site.build(**STRICT)
    page = re.sub("<script.*?</script>", "", built.content("review/week-1/index.html"))
    sets = re.findall(
        r'<div class="flash-set"><p class="flash-set-head">(.*?)</p>\s*(<flash-card.*?</flash-card>)\s*</div>',
        page,
        re.S,
    )
    assert [len(card_ids(rows)) for _, rows in sets] == [2, 1]
    assert re.sub(r"<[^>]*>", "", sets[0][0]).split() == ["Wort", "word"]
    assert 'src="../../week-1/a.svg"' in sets[0][0]
    for row in re.findall(r"<flash-card.*?</flash-card>", sets[0][1], re.S):
        assert "Lab 2" in row
    assert "Lab 2" not in sets[1][1]
    assert dead_addresses(built) == []


def test_cards_come_in_the_order_of_the_navigation(site: Site) -> None:
    files = {f"docs/week-1/{name}.md": f"# {name}\n\n```flashcard\n{name}?\n---\nA\n```\n" for name in "abcd"}
    nav = [{"Week 1": ["week-1/c.md", "week-1/a.md", "week-1/d.md"]}]
    built = site.write(files).build(nav=nav)
    assert [title for title, _ in review_list(built.content("review/week-1/index.html"))] == ["c", "a", "d", "b"]


def test_titles_and_headings_with_markup(site: Site) -> None:
    text = f"---\ntitle: '<b>A</b> & B'\n---\n# Other\n\n## `x < 1` & *y*\n\n{CARD}"
    built = site.write({"docs/week-1/a.md": text}).build(**STRICT)
    page = built.content("review/week-1/index.html")
    assert "A &amp; B &rsaquo; x &lt; 1 &amp; y</a>" in page
    assert dead_addresses(built) == []


def test_the_heading_above_a_card_is_its_text_alone(site: Site) -> None:
    text = f"# A\n\n## One\n\n{CARD}\n# Part two\n\n{CLOZE}"
    marks = [{"toc": {"permalink": "¶", "permalink_class": "anchor"}}]
    settings = {**STRICT, "markdown_extensions": marks, "nav": [{"A": "week-1/a.md"}]}
    built = site.write({"docs/week-1/a.md": text}).build(**settings)
    places = re.findall(
        r'<p class="flash-from"><a href="[^"]*">(.*?)</a></p>', built.content("review/week-1/index.html")
    )
    assert places == ["A &rsaquo; One", "A &rsaquo; Part two"]


def test_the_table_of_contents_lists_the_notes(site: Site) -> None:
    built = site.write(course(True)).build(**STRICT)
    contents = built.html("review/week-1/index.html").partition("<main>")[0]
    assert "#from-week-1-docker" in contents
    assert "#from-week-1-other" in contents
    assert not [
        name
        for name in re.findall(r"#([\w-]+)", contents)
        if name not in ids_and_names(built.html("review/week-1/index.html"))
    ]


def test_a_mistake_is_no_card_of_a_review(site: Site) -> None:
    built = site.write({"docs/week-1/a.md": f"# A\n\n```flashcard\nno answer\n```\n\n{CARD}"}).build()
    page = built.content("review/week-1/index.html")
    assert len(card_ids(page)) == 1
    assert boxes(page) == []


@pytest.mark.parametrize("language", ["nl", "en", "ja"])
def test_the_words_are_those_of_the_site(site: Site, language: str) -> None:
    words = load_translations(language)
    built = site.write({"docs/week-1.md": CARD}).build(plugin={"language": language, "words": {"review": "Once more"}})
    assert ">Once more" in built.content("review/index.html")
    page = built.content("review/week-1/index.html")
    assert f'data-label="{words["week"].format(n=1)}"' in page
    assert words.counted("review_count", n=1, notes=1) in page


def test_two_builds_give_the_same_review(site: Site) -> None:
    site.write(course(True))
    one, two = (site.build(to=name, **STRICT).files() for name in ("one", "two"))
    assert {name: text for name, text in one.items() if "sitemap" not in name} == {
        name: text for name, text in two.items() if "sitemap" not in name
    }
