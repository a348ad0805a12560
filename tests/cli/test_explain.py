"""`sayso explain`: the row, its rule and what it stands on, for a person and for a program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.cli.app import app
from sayso.errors import UsageError
from tests.report.small_ledger import quarrel


@pytest.fixture(scope="module")
def quarrel_at(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return quarrel().publish(tmp_path_factory.mktemp("cli-explain") / "quarrel")


def explain(ledger: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["explain", "--ledger", str(ledger), *arguments])


def test_a_verdict_is_told_with_rule_rows_words_document_and_day(quarrel_at: Path) -> None:
    text = explain(quarrel_at, "c-shelled").stdout
    assert text.startswith("c-shelled  (claims)\n")
    assert "verdict by the rule: contested: s-nofire denies s-guns" in text
    assert "Stands on 3 rows" in text
    assert "Pavel Dorn denies (Osta Daily, 2026-03-03)" in text
    assert "in docs/post.txt, characters 0–32 of the article; 7–39 of the original" in text


def test_an_id_may_be_cut_short(quarrel_at: Path) -> None:
    assert explain(quarrel_at, "c-sh").stdout.startswith("c-shelled")


@pytest.mark.parametrize(
    "row", ["c-shelled", "l-s-guns", "n-karva", "h-karva", "o-roth", "y-karva", "k-prisoners", "s-it"]
)
def test_it_is_readable_at_100_columns_without_colours(quarrel_at: Path, row: str) -> None:
    text = explain(quarrel_at, row).stdout
    assert max(len(line) for line in text.splitlines()) <= 100
    assert "\x1b" not in text


def test_hostile_words_steer_no_terminal(quarrel_at: Path) -> None:
    text = CliRunner().invoke(app, ["explain", "--ledger", str(quarrel_at), "a-late"], color=True).stdout
    assert "\x1b[31m" not in text
    assert "\u202e" not in text


def test_a_program_gets_the_same(quarrel_at: Path) -> None:
    told = json.loads(explain(quarrel_at, "c-shelled", "--json").stdout)
    assert (told["row"], told["table"], told["more"]) == ("c-shelled", "claims", 0)
    assert [one["row"] for one in told["stands_on"]] == ["s-guns", "s-wired", "s-nofire"]
    evidence = told["stands_on"][2]["evidence"][0]
    assert (evidence["uri"], evidence["published"]) == ("docs/daily.txt", "2026-03-03T08:00:00Z")


def test_what_the_limit_leaves_out_is_told(quarrel_at: Path) -> None:
    assert "and 2 more; --limit shows them" in explain(quarrel_at, "h-karva", "--limit", "1").stdout


def test_an_unknown_row_is_told_with_where_ids_stand(quarrel_at: Path) -> None:
    result = explain(quarrel_at, "c-nothing")
    assert isinstance(result.exception, UsageError)
    assert "ids stand beside each item of 'sayso report'" in str(result.exception)
