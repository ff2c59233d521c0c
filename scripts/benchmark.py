"""What cards cost: builds the same questions in several forms, in turn, and prints times, ratios and sizes.

Machines differ and so do moments: only the ratios within one run say something. Each round builds every form once,
so that a slow minute hits all of them, and the ratios are taken round by round.
"""

from __future__ import annotations

import argparse
import gzip
import os
import pstats
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from textwrap import indent

NOTES_IN_A_WEEK = 10
# Python compiles an installed package once, not at every build, whatever this machine asks for.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
MATERIAL = """\
site_name: Benchmark
theme: {{name: material, font: false}}
plugins: [search, {plugin}]
markdown_extensions:
  [admonition, attr_list, footnotes, tables, pymdownx.highlight, pymdownx.superfences, pymdownx.tasklist]
"""
# A theme of one line and no search: what a plugin adds to a page is not lost in what they cost.
BARE = """\
site_name: Benchmark
theme: {{name: null, custom_dir: theme}}
plugins: [{plugin}]
"""
PROSE = """\
The **model** of note {n} is trained on `data-{n}.csv` and described [in the first note](note-0.md). What matters is
how it behaves on data that it has not seen, and how soon that is noticed.

- It is measured on a *held-out* set.
- It is measured again after every release.
"""


@dataclass(frozen=True)
class Question:
    """One choice question: the words that every form shares."""

    ask: str
    options: tuple[str, ...]  # the first is right
    explanation: str


def question(n: int) -> Question:
    """Return question n of the site; every second has a code block, the others a list."""
    ask = (
        f"Which **one** of these does step {n} of the pipeline do *first*, according to "
        f"[the first note](note-0.md) and to `settings-{n}.toml`?"
    )
    code = f"```python\ndef step_{n}(rows):\n    return [clean(row) for row in rows if row.size > {n}]\n```"
    listed = f"- the rows of batch {n} are read\n- the **labels** are read from `labels-{n}.csv`\n- both are checked"
    return Question(
        ask=f"{ask}\n\n{code if n % 2 else listed}",
        options=(
            f"It looks for the **image** {n} on this machine",
            f"It opens port {8000 + n}",
            f"It writes `out-{n}`",
        ),
        explanation=f"It looks on this machine *before* it asks [a registry](note-0.md): step {n} is slow without it.",
    )


def as_words(asked: Question) -> str:
    options = "\n".join(f"- {option}" for option in asked.options)
    # The comment keeps a list in the question apart from the options, as the other forms do.
    return f"{asked.ask}\n\n<!-- -->\n\n{options}\n\n{asked.explanation}\n"


def tasks(asked: Question) -> str:
    return "\n".join(f"- [{' ' if n else 'x'}] {option}" for n, option in enumerate(asked.options))


def as_card(asked: Question) -> str:
    return f"````flashcard\n{asked.ask}\n---\n{tasks(asked)}\n\n{asked.explanation}\n````\n"


def as_fence(asked: Question) -> str:
    return as_card(asked).replace("````flashcard", "````text", 1)


def as_quiz(asked: Question) -> str:
    return f"<quiz>\n{asked.ask}\n\n{tasks(asked)}\n\n{asked.explanation}\n</quiz>\n"


def as_mcq(asked: Question) -> str:
    options = tasks(asked).replace("\n", f"\n  > {asked.explanation}\n", 1)
    return f"````mcq\n---\ntype: single\nquestion: |\n{indent(asked.ask, '  ')}\n---\n\n{options}\n````\n"


def mixed_words(n: int) -> str:
    """Return what a reader of a mixed page reads: the kinds of card that a note really has, as plain Markdown."""
    return mixed(n, lambda question, answer: f"{question}\n\n{answer}\n", lambda text: text.replace("==", "") + "\n")


def mixed_cards(n: int) -> str:
    return mixed(
        n,
        lambda question, answer: f"````flashcard\n{question}\n---\n{answer}\n````\n",
        lambda text: f"````cloze\n{text}\n````\n",
    )


def mixed(n: int, card: Callable[[str, str], str], cloze: Callable[[str], str]) -> str:
    code = f"```python\nfor row in ==rows==:\n    total += row.size * {n}\n```"
    return (
        card(f"What is **step {n}** for?", f"It cleans the rows, as [the first note](note-0.md) says of `step_{n}`."),
        card(f"What does step {n} read?", f"- the rows of batch {n}\n- the **labels**\n- `settings-{n}.toml`"),
        card(f"Is step {n} slow without a cache?", f"True. It then reads `data-{n}.csv` *every* time."),
        card(f"How is step {n} called?", f"By its name:\n\n```python\nresult = step_{n}(rows)\nprint(result)\n```"),
        cloze(f"The metric that step {n} pushes up is the ==optimizing== one, the other the ==satisficing== one."),
        cloze(f"Step {n} adds up all sizes:\n\n{code}"),
    )[n % 6]


@dataclass(frozen=True)
class Form:
    """One way to write a site: the text of its nth question, and the plugin that it needs."""

    name: str
    write: Callable[[int], str]
    plugin: str = ""
    settings: str = MATERIAL


def choice(write: Callable[[Question], str]) -> Callable[[int], str]:
    return lambda n: write(question(n))


WORDS = Form("plain words", choice(as_words))
FENCES = Form("plain fences", choice(as_fence))
CARDS = Form("flashcards", choice(as_card), "flashcards")
MIXED_WORDS = Form("mixed, plain words", mixed_words)
MIXED_CARDS = Form("mixed, flashcards", mixed_cards, "flashcards")
NEIGHBOURS = (
    Form("mkdocs-quiz 1.7.1", choice(as_quiz), "mkdocs_quiz"),
    Form("mkdocs-mcq 0.2.0", choice(as_mcq), "mcq"),
)
OFF = Form("plugin off", lambda n: PROSE.format(n=n), "", BARE)
ON = Form("plugin on", lambda n: PROSE.format(n=n), "flashcards", BARE)


def write_site(form: Form, folder: Path, pages: int, questions: int) -> Path:
    for page in range(pages):
        week = folder / f"docs/week-{page // NOTES_IN_A_WEEK + 1}"
        week.mkdir(parents=True, exist_ok=True)
        numbers = range(page * questions, (page + 1) * questions)
        parts = [f"# Note {page}", *(f"## Part {n}\n\n{form.write(n)}" for n in numbers)]
        (week / f"note-{page % NOTES_IN_A_WEEK}.md").write_text("\n\n".join(parts), encoding="utf-8")
    (folder / "docs/index.md").write_text("# Course\n", encoding="utf-8")
    (folder / "theme").mkdir()
    (folder / "theme/main.html").write_text("<!doctype html>\n{{ page.content }}\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(form.settings.format(plugin=form.plugin), encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Cost:
    cpu: float
    wall: float


def build(site: Path, *profiler: str) -> Cost:
    started = time.perf_counter()
    command = [sys.executable, *profiler, "-m", "mkdocs", "build", "--quiet"]
    with subprocess.Popen(command, cwd=site, env=ENVIRONMENT) as process:
        # Unlike the other ways to wait, this tells the time of this one child.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"The build in {site} failed.")
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - started)


def measure(sites: dict[Form, Path], rounds: int) -> dict[Form, list[Cost]]:
    costs: dict[Form, list[Cost]] = {form: [] for form in sites}
    # Round 0 fills the caches of the machine and of Python and does not count.
    for n in range(rounds + 1):
        for form, site in sites.items():
            cost = build(site)
            print(f"\rround {n} of {rounds}: {form.name:<20} {cost.cpu:6.2f} s", end="", file=sys.stderr, flush=True)
            if n:
                costs[form].append(cost)
    print("\r" + " " * 60 + "\r", end="", file=sys.stderr)
    return costs


def ratio(costs: dict[Form, list[Cost]], form: Form, base: Form) -> float:
    return median(mine.cpu / other.cpu for mine, other in zip(costs[form], costs[base], strict=True))


def html_bytes(site: Path) -> int:
    return sum(path.stat().st_size for path in site.glob("site/**/*.html"))


def scripts_and_styles(page: Path) -> set[bytes]:
    """Return every script and stylesheet of a page: what stands in it, and the files of the site that it names."""
    text = page.read_text(encoding="utf-8")
    pieces = {piece.encode() for _, piece in re.findall(r"(?s)<(script|style)\b[^>]*>(.+?)</\1>", text)}
    named = re.findall(r'<script[^>]* src="([^"]+)"|<link[^>]* rel="stylesheet"[^>]* href="([^"]+)"', text)
    named += re.findall(r'<link[^>]* href="([^"]+)"()[^>]* rel="stylesheet"', text)
    files = (page.parent / (script or style).partition("?")[0] for script, style in named)
    return pieces | {path.read_bytes() for path in files if path.is_file()}


def added_bytes(site: Path, base: Path) -> int:
    """Return the compressed size of what a note loads beyond what the same note loads in the plain site."""
    note = "site/week-1/note-1/index.html"
    added = scripts_and_styles(site / note) - scripts_and_styles(base / note)
    return sum(len(gzip.compress(piece, 9)) for piece in added)


def compare(arguments: argparse.Namespace, home: Path) -> None:
    groups = [(WORDS, CARDS, FENCES, *NEIGHBOURS), (MIXED_WORDS, MIXED_CARDS)]
    # In this order: what is compared most is built right after one another, at the same speed of the machine.
    sites = {
        form: write_site(form, home / form.name, arguments.pages, arguments.questions)
        for group in groups
        for form in group
    }
    costs = measure(sites, arguments.rounds)
    print(f"{arguments.pages} pages x {arguments.questions} questions, Material and search, {arguments.rounds} rounds")
    print("CPU and wall: median seconds. x: median ratio of CPU times. gzip: script and style that a note adds.\n")
    print(f"{'':<20}{'CPU s':>8}{'wall s':>8}{'x words':>9}{'x fences':>10}{'HTML MB':>9}{'gzip B':>8}")
    for words, *others in groups:
        for form in (words, *others):
            fences = f"{ratio(costs, form, FENCES):>10.2f}" if FENCES in others else f"{'':>10}"
            print(
                f"{form.name:<20}{median(cost.cpu for cost in costs[form]):>8.2f}"
                f"{median(cost.wall for cost in costs[form]):>8.2f}{ratio(costs, form, words):>9.2f}{fences}"
                f"{html_bytes(sites[form]) / 1e6:>9.1f}{added_bytes(sites[form], sites[words]):>8}"
            )


def compare_without_cards(arguments: argparse.Namespace, home: Path) -> None:
    pages = 5 * arguments.pages
    sites = {form: write_site(form, home / form.name, pages, 1) for form in (OFF, ON)}
    costs = measure(sites, arguments.rounds)
    added = [(on.cpu - off.cpu) / pages * 1000 for on, off in zip(costs[ON], costs[OFF], strict=True)]
    print(f"\nPages without cards, {pages} of them: the plugin adds {median(added):.3f} ms to each", end="")
    print(f" ({min(added):.3f} to {max(added):.3f}), {html_bytes(sites[ON]) - html_bytes(sites[OFF])} bytes to all.")


def profile(arguments: argparse.Namespace, home: Path, forms: Iterable[Form]) -> None:
    for form in forms:
        site = write_site(form, home / form.name, arguments.pages, arguments.questions)
        build(site)
        build(site, "-m", "cProfile", "-o", "profile")
        print(f"\n== {form.name}: our own functions, by the time spent in and below them ==")
        figures = pstats.Stats(str(site / "profile"))
        figures.sort_stats("cumulative").print_stats("mkdocs_flashcards", 40)
        print("== and everybody's, by the time spent in them alone ==")
        figures.sort_stats("tottime").print_stats(25)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--questions", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--profile", action="store_true", help="tell where the time of our own builds goes")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        if arguments.profile:
            profile(arguments, Path(home), (CARDS, MIXED_CARDS))
        else:
            compare(arguments, Path(home))
            compare_without_cards(arguments, Path(home))


if __name__ == "__main__":
    main()
