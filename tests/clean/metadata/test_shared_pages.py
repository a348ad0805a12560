"""Bars on real pages: what the publishers' own parsers give is the yardstick."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.metadata import measure

PAGES = Path(__file__).resolve().parents[3] / "../shared/data/pages"


@pytest.mark.shared
def test_dates_and_authors_of_real_news_pages_reach_their_bars() -> None:
    path = PAGES / "fundus-even.jsonl.gz"
    if not path.exists():
        pytest.skip(f"needs {path.name} beside the repository")
    fields = measure(path)["fields"]
    assert fields["published"]["right"] >= 0.97
    assert fields["published"]["wrong"] <= 0.02
    assert fields["authors"]["right"] >= 0.92


@pytest.mark.shared
def test_dates_of_small_sites_are_rarely_wrong() -> None:
    path = PAGES / "htmldate-default.jsonl.gz"
    if not path.exists():
        pytest.skip(f"needs {path.name} beside the repository")
    published = measure(path)["fields"]["published"]
    assert published["right"] >= 0.9
    assert published["wrong"] <= 0.04
