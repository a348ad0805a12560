"""Plain texts as they are found: prose is kept whole."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.clean.text import TextPage, text_page
from tests.clean.text.judges import Pages, plain

SHARED = Path(__file__).resolve().parents[3] / "../shared"


PIECES = [
    "MINE SHUTS HARBOUR",
    "Mine Shuts Harbour at Sel",
    "ANN ROE:",
    "By Ann Roe and Tom Vale | 4 May 2025",
    "Ann RoeBy Ann RoeMay 4, 2025No Comments",
    "Karva Watch | News from the coast",
    "Home » Mine Shuts Harbour at Sel",
    "PRESS RELEASE",
    "Ministry of Harbours",
    "Port  Karva,\u00a04 May 2025",
    "SEL, Karva, Jan 6 (Frontier Wire) - The harbour was shut on Tuesday, its master said, and",
    "nobody knew for how long it would  stay shut after the mine had drifted into the channel.",
    "The harbour at Sel was shut on Monday after a mine drifted into the channel.",
    "(Reporting by Ann Roe in Sel and Tom Vale in Port Karva)",
    "© 2026 Karva Watch. All rights reserved.",
    "- END -",
    "-- ",
    "> Any word?",
    "On Mon, 5 Jan 2026 at 10:02, Tom <tom@example.org> wrote:",
    "Title: Mine shuts harbour",
    "* * *",
    "4 May 2025",
    "By",
]
GAPS = st.sampled_from(["\n", "\n\n", "\r\n", " \n", "\n   ", "\u2028", "\n\t\n"])
BODIES = st.lists(st.tuples(st.sampled_from(PIECES), GAPS), max_size=24).map(
    lambda parts: "".join(a + b for a, b in parts)
)


def holds(page: TextPage, body: str) -> None:
    """What is true of every text: exact, in order, nothing lost, every value where it says."""
    last = 0
    for paragraph in page.paragraphs:
        paragraph.check(len(body))
        for run in paragraph.runs:
            assert body[run.raw_start : run.raw_end].split() == paragraph.text[run.start : run.end].split()
            assert run.raw_start >= last
            last = run.raw_end
    assert "".join("".join(body[one.start : one.end] for one in page.lines).split()) == "".join(body.split())
    for datum in page.metadata:
        assert datum.raw is not None
        shown = " ".join(body[slice(*datum.raw)].split())
        if datum.field not in ("published", "modified"):
            assert shown.casefold() == datum.value.casefold()


@given(BODIES)
def test_what_is_true_of_every_plain_text(body: str) -> None:
    holds(plain(body, "2026-11-21"), body)


@given(BODIES)
def test_what_is_true_of_every_scraped_page(body: str) -> None:
    holds(text_page(body, labeller=Pages()), body)


@pytest.mark.shared
def test_prose_of_open_data_is_kept_but_for_heads_and_credits() -> None:
    path = SHARED / "data/statements/polnear-dev.jsonl"
    if not path.exists():
        pytest.skip("the development data are not beside the repository")
    inside = spans = 0
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        body = row["text"]
        page = plain(body)
        kept = [(p.runs[0].raw_start, p.runs[-1].raw_end) for p in page.paragraphs]
        aside = " ".join(body[one.start : one.end] for one in page.lines if one.label != "body")
        assert len(aside) < 200
        pieces = sorted(
            [(a, p.text) for (a, _), p in zip(kept, page.paragraphs, strict=True)]
            + [(one.start, body[one.start : one.end]) for one in page.lines if one.label != "body"]
        )
        assert " ".join(" ".join(text for _, text in pieces).split()) == " ".join(body.split())
        for attribution in row["attributions"]:
            for start, end in attribution["content"]:
                spans += 1
                inside += any(a <= start and end <= b for a, b in kept)
    assert inside / spans >= 0.995


def test_nothing_gives_nothing() -> None:
    for body in ("", " \n\n\t", "\ufeff"):
        page = plain(body)
        assert (page.paragraphs, page.lines, page.metadata) == ((), (), ())


def test_what_is_not_said_stays_unknown() -> None:
    page = plain("The harbour is shut, its master said.\n\nHe gave no date for its opening.\n")
    assert page.metadata == ()
