"""Lines of any text in; whether they show the marks of a scraped page out. Prose must not."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from sayso.clean.flattened import looks_flattened
from tests.clean.flattened.pages import BODY, FOOT, HEAD, PAGE

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"


def test_a_scraped_page_shows_its_marks() -> None:
    assert looks_flattened(PAGE)


def test_the_head_of_a_page_alone_is_enough() -> None:
    assert looks_flattened(HEAD + BODY)


def test_the_foot_of_a_page_alone_is_enough() -> None:
    assert looks_flattened(BODY + FOOT)


def test_an_article_does_not() -> None:
    assert not looks_flattened(BODY)


@pytest.mark.parametrize(
    "leftover", ["Advertisement", "Read more", "Share", "© 2025 The Ridge Courier", "Related articles"]
)
def test_one_leftover_of_a_page_in_an_article_is_not_enough(leftover: str) -> None:
    assert not looks_flattened([*BODY[:3], leftover, *BODY[3:]])


def test_the_same_leftover_many_times_is_not_enough() -> None:
    assert not looks_flattened([line for paragraph in BODY for line in (paragraph, "ADVERTISEMENT")])


def test_a_press_release_with_its_contacts_does_not() -> None:
    release = [
        "PRESS RELEASE",
        "For immediate release",
        "Northbank, 3 March 2025",
        *BODY[:2],
        "Contact",
        "Petra Lund",
        "press@council.example",
    ]
    assert not looks_flattened(release)


def test_hard_wrapped_text_does_not() -> None:
    words = " ".join(BODY).split()
    assert not looks_flattened([" ".join(words[at : at + 6]) for at in range(0, len(words), 6)])


def test_a_speech_with_short_lines_does_not() -> None:
    assert not looks_flattened(
        ["Friends,", "thank you.", "We came here to talk about home.", "Home is the river.", "Thank you."]
    )


def test_no_lines_do_not() -> None:
    assert not looks_flattened([])


@pytest.mark.shared
@pytest.mark.parametrize(
    "name", ["statements/polnear-dev.jsonl", "statements/polnear-train.jsonl.gz", "time/timebank.jsonl"]
)
def test_no_news_article_of_the_open_corpora_looks_scraped(name: str) -> None:
    path = DATA / name
    if not path.exists():
        pytest.skip("the development data is not beside the repository")
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    flattened = [
        text[:60] for text in texts if looks_flattened([line.strip() for line in text.split("\n") if line.strip()])
    ]
    assert flattened == []
