"""Articles labelled political or not, from the open data beside the repository: a folder in; `Article`s out.

The labels are those of the sources (what a corpus is made of, a category, a topic), except where `labels.toml` here
says otherwise, by the article's own key. Articles that are neither (crime, accidents, courts) are left out of training.
"""

from __future__ import annotations

import csv
import gzip
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LABELS = tomllib.loads(Path(__file__).with_name("labels.toml").read_text("utf-8"))


@dataclass(frozen=True)
class Article:
    """One article: where it comes from, its key there, title and text, and whether it is political."""

    source: str
    key: str
    title: str
    text: str
    wanted: bool
    held_back: bool = False


def lines_of(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def polnear(data: Path) -> Iterator[Article]:
    for name, held in (("polnear-train.jsonl.gz", False), ("polnear-dev.jsonl", True)):
        for at, row in enumerate(lines_of(data / "statements" / name)):
            yield Article("polnear", str(at), "", row["text"], wanted=True, held_back=held)


def muc(data: Path) -> Iterator[Article]:
    for name, held in (("muc4-train.jsonl", False), ("muc4-dev.jsonl", True)):
        for at, row in enumerate(lines_of(data / "events" / name)):
            yield Article("muc4", str(at), "", row["text"], wanted=True, held_back=held)


def reports(data: Path) -> Iterator[Article]:
    """Reports of a war, and speeches in the Security Council, parted every fifth for measuring."""
    for source, path in (("re3d", data / "events/re3d.jsonl"), ("unscon", data / "statements/unscon.jsonl")):
        for at, row in enumerate(lines_of(path)):
            yield Article(source, str(at), "", row["text"], wanted=True, held_back=at % 5 == 0)


def sentences(data: Path) -> Iterator[Article]:
    """Single sentences of political news; those of PLV are for measuring only (their owner has not allowed weights)."""
    for at, row in enumerate(lines_of(data / "events/plover-gsr.jsonl")):
        yield Article("plover", str(at), "", row["text"], wanted=True)
    with (data / "events/plv-train.tsv").open(encoding="utf-8", newline="") as file:
        for at, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)):
            yield Article("plv", str(at), "", row["sentence"], wanted=True, held_back=True)


def titles(data: Path) -> Iterator[Article]:
    """Titles of news by category; every fourth story is held back whole."""
    stories: dict[str, int] = {}
    skipped, wanted = set(LABELS["titles"]["skipped"]), set(LABELS["titles"]["wanted"])
    with (data / "stories/uci-titles.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            story = row["story"]
            at = stories.setdefault(story, len(stories))
            if story not in skipped:
                yield Article("titles", row["id"], row["title"], "", story in wanted, at % 4 == 0)


def stories(data: Path) -> Iterator[Article]:
    """Stories of ECB+ by topic; topics of its dev split are held back."""
    plain, wanted = set(LABELS["stories"]["plain"]), set(LABELS["stories"]["wanted"])
    for row in lines_of(data / "stories/ecbplus-topics-1-35.jsonl"):
        if row["topic"] in plain | wanted:
            held = row["split"] == "dev"
            yield Article("ecbplus", row["doc"], row["title"] or "", row["full_text"], row["topic"] in wanted, held)


def newswire(data: Path) -> Iterator[Article]:
    """News of many regions, sorted by hand in `labels.toml`; what is not named there is taken as political."""
    labels = LABELS["newswire"]
    plain, skipped = set(labels["plain"].split()), set(labels["skipped"].split())
    for part in ("train", "dev"):
        with gzip.open(data / f"language/worldwide-ner-{part}.iob2.gz", "rt", encoding="utf-8") as file:
            for block in file.read().split("# newdoc id = ")[1:]:
                key, *rows = block.split("\n")
                if key not in skipped:
                    tokens = [row.split("\t")[0] for row in rows if row and not row.startswith("# ")]
                    yield Article("newswire", key, "", " ".join(tokens), key not in plain, part == "dev")


def talk(data: Path) -> Iterator[Article]:
    """Reviews by customers (EWT) and the genres of GUM that are open, are not news and are not politics."""
    for name, kind, chosen in (
        ("ud-ewt", "# newdoc id = ", ("reviews-",)),
        ("gum", "# newdoc id = ", ("GUM_academic_", "GUM_textbook_", "GUM_vlog_", "GUM_voyage_", "GUM_conversation_")),
    ):
        for part in ("train", "dev"):
            with gzip.open(data / f"language/{name}-{part}.conllu.gz", "rt", encoding="utf-8") as file:
                for block in file.read().split(kind)[1:]:
                    key, _, rest = block.partition("\n")
                    if key.startswith(chosen):
                        text = " ".join(row[9:] for row in rest.split("\n") if row.startswith("# text = "))
                        yield Article("talk", key, "", text, wanted=False, held_back=part == "dev")


def pages(data: Path) -> Iterator[Article]:
    """Whole articles of the web, sorted by hand from their addresses; all held back."""
    labels = LABELS["pages"]
    wanted, plain = labels["wanted"].split(), labels["plain"].split()
    for name in ("scrapinghub-even", "fundus-even"):
        for row in lines_of(data / f"pages/{name}.jsonl.gz"):
            mark = next((mark for mark in wanted + plain if mark in row["url"]), None)
            if mark:
                yield Article("pages", mark, *page(row), wanted=mark in wanted, held_back=True)


def page(row: dict[str, Any]) -> tuple[str, str]:
    """Title and text of a page's gold article."""
    expected = row.get("expected")
    if not expected:
        return "", row["body"]
    body = expected["body"]
    parts = [*body.get("summary", []), *(line for section in body["sections"] for line in section["paragraphs"])]
    return expected.get("title") or "", "\n".join(parts)


SOURCES = (polnear, muc, reports, sentences, titles, stories, newswire, talk, pages)


def articles(data: Path) -> list[Article]:
    """All of them, in a fixed order."""
    return [article for source in SOURCES for article in source(data) if (article.title + article.text).strip()]
