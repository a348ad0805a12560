"""Lines of a page scraped to text in; a label and the probability of body out, nothing dropped."""

from __future__ import annotations

import json
import textwrap
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.clean.flattened import Label, label_lines, network
from tests.clean.flattened.pages import BODY, FOOT, HEAD, PAGE, SUBHEADS

SHARED = Path(__file__).resolve().parents[4] / "shared"
LABELS = {
    "body",
    "subhead",
    "title",
    "byline",
    "date",
    "caption",
    "nav",
    "share",
    "related",
    "comment",
    "footer",
    "ad",
    "other",
}


def labels_of(lines: list[str]) -> list[str]:
    return [one.label for one in label_lines(lines)]


def body_of(lines: list[str]) -> list[str]:
    return [line for line, label in zip(lines, labels_of(lines), strict=True) if label in {"body", "subhead"}]


def test_the_body_of_a_page_is_all_kept_and_nothing_else_is() -> None:
    assert body_of(PAGE) == BODY


def test_short_headings_inside_the_body_are_subheads() -> None:
    found = dict(zip(PAGE, labels_of(PAGE), strict=True))
    assert [found[line] for line in SUBHEADS] == ["subhead"] * len(SUBHEADS)


def test_a_one_line_quotation_inside_the_body_is_body() -> None:
    assert (
        dict(zip(PAGE, labels_of(PAGE), strict=True))["“We will sit down tomorrow if they come without conditions.”"]
        == "body"
    )


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Close Menu", "nav"),
        ("• Sport", "nav"),
        ("Facebook X (Twitter) Instagram YouTube", "share"),
        ("Home » Ferry strike halts crossings as council and crews trade blame", "nav"),
        ("Ferry strike halts crossings as council and crews trade blame", "title"),
        ("Dana OrvilleBy Dana OrvilleMarch 3, 20254 Comments2 Mins Read", "byline"),
        ("Follow on Facebook Follow on X (Twitter) Follow on Instagram", "share"),
        ("Related Posts", "related"),
        ("Bridge Repairs to Last Until Autumn, Engineers Warn", "related"),
        ("February 27, 2025", "related"),
        ("4 Comments", "comment"),
        ("river_rat: They should all be sacked, every one of them.", "comment"),
        ("Leave A Reply Cancel Reply", "comment"),
        ("Editors Picks", "related"),
        ("How a Quiet Harbour Became the Busiest on the Coast", "related"),
        ("• Privacy Policy", "footer"),
        ("© 2025 The Ridge Courier. Designed by Northbank.", "footer"),
    ],
)
def test_what_is_not_body_says_what_it_is(line: str, label: str) -> None:
    assert labels_of(PAGE)[PAGE.index(line)] == label


def test_a_date_line_under_the_headline_is_a_date() -> None:
    head = [*HEAD[:-3], "March 3, 2025", *HEAD[-2:]]
    assert labels_of([*head, *BODY, *FOOT])[len(head) - 3] == "date"


def test_an_advertisement_between_paragraphs_is_left_out() -> None:
    assert labels_of([*HEAD, *BODY[:2], "ADVERTISEMENT", *BODY[2:], *FOOT])[len(HEAD) + 2] == "ad"


def test_body_is_likelier_than_what_stands_around_it() -> None:
    scores = [one.score for one in label_lines(PAGE)]
    prose = [scores[PAGE.index(line)] for line in BODY if len(line) > 100]
    related = [scores[PAGE.index(line)] for line in FOOT[5:12]]
    assert min(prose) > 0.5 > max(related)


def test_an_article_with_broken_lines_is_kept() -> None:
    broken = [piece for line in BODY for piece in textwrap.wrap(line, 72)]
    kept = body_of([*HEAD, *broken, *FOOT])
    assert len(set(broken) & set(kept)) >= 0.9 * len(broken)
    assert set(kept) <= set(broken)


def test_every_line_gets_a_known_label_and_a_probability() -> None:
    found = label_lines(PAGE)
    assert len(found) == len(PAGE)
    assert all(one.label in LABELS and 0 <= one.score <= 1 for one in found)


def test_no_lines_no_labels() -> None:
    assert label_lines([]) == []


@pytest.mark.parametrize("line", ["x", "-", "\ud800", "日本語", "a\nb", "İ" * 50, "", "\u200b"])
def test_one_odd_line_is_labelled(line: str) -> None:
    assert isinstance(label_lines([line])[0], Label)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=80), max_size=40))
def test_any_lines_are_labelled_one_for_one_and_twice_alike(lines: list[str]) -> None:
    once = label_lines(lines)
    assert len(once) == len(lines)
    assert once == label_lines(lines)


def test_a_long_page_is_read_in_blocks_to_the_same_end(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = label_lines(PAGE * 4)
    monkeypatch.setattr(network, "BLOCK", 50)
    assert [one.label for one in label_lines(PAGE * 4)] == [one.label for one in whole]


def test_an_article_of_headed_parts_keeps_the_heading_that_opens_it() -> None:
    lines = [*HEAD, "Crews Walk Out Again", *BODY, *FOOT]
    assert labels_of(lines)[len(HEAD)] == "subhead"


def test_a_page_of_85_lines_takes_a_few_milliseconds_at_most() -> None:
    lines = (PAGE * 2)[:85]
    label_lines(lines)
    start = time.process_time()
    for _ in range(20):
        label_lines(lines)
    assert (time.process_time() - start) / 20 < 0.010  # 1.2 ms on a quiet core; the bar in benchmarks/ is 1.5


def shared(path: str) -> list[str]:
    found = sorted(SHARED.glob(path))
    if not found:
        pytest.skip("the development data is not beside the repository")
    return [line.strip() for line in found[0].read_text("utf-8").split("\n") if line.strip()]


@pytest.mark.shared
def test_the_scraped_seed_keeps_its_nine_paragraphs_and_five_subheads_and_no_more() -> None:
    lines = shared("seeds/003_*.txt")
    labels = labels_of(lines)
    first, last = labels.index("subhead"), len(labels) - 1 - labels[::-1].index("body")
    assert labels.count("body") == 9
    assert labels.count("subhead") == 5
    assert set(labels[first : last + 1]) == {"body", "subhead"}
    assert all(len(line) > 200 for line, label in zip(lines, labels, strict=True) if label == "body")


@pytest.mark.shared
def test_nothing_around_the_gold_disputes_scraped_page_is_body() -> None:
    lines = shared("gold/mekong/docs/d06_*.txt")
    gold = json.loads((SHARED / "gold/mekong/gold.json").read_text("utf-8"))
    banned = next(row["not_in_body"] for name, row in gold["documents"].items() if name.startswith("d06_"))
    body = "\n".join(body_of(lines))
    assert [phrase for phrase in banned if phrase in body] == []
    prose = [line for line in lines if len(line) > 80 and line.endswith((".", "”", "day."))]
    assert [line for line in prose if line not in body] == []
