"""A pile gives the same rows whatever its order, however it grew, and by however many processes."""

import json
import random
from typing import Any

import pytest
from benchmarks.piles_of_findings import findings

from sayso.reconcile.pile import Reconciliation, reconciled
from sayso.reconcile.pile.reconciliation import TABLES

_ROWS = list(findings(60, seed=3))


def told(pile: Any, rows: Any) -> Any:
    tables = {table: sorted(pile.rows(table), key=lambda row: row["id"]) for table in TABLES}
    return tables, {row["document_id"]: pile.overlays(row["document_id"], "2030-01-01") for row in rows}


def whole(rows: Any, workers: Any = 1, path: Any = None) -> Any:
    pile = Reconciliation(path)
    pile.update(((row, "1") for row in rows), workers=workers)
    try:
        return told(pile, rows)
    finally:
        pile.close()


@pytest.fixture(scope="module")
def plain() -> Any:
    return whole(_ROWS)


def test_a_pile_has_all_that_stands_across_documents(plain: Any) -> None:
    tables, overlays = plain
    assert all(tables[table] for table in TABLES)
    assert any(len(row["asserted"]) > 1 for row in tables["claims"])
    assert any(row["denied"] for row in tables["claims"])
    assert any("copy_of" in fields for rows in overlays.values() for fields in rows.values())
    assert any("status" in fields for rows in overlays.values() for fields in rows.values())


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_documents_changes_nothing(plain: Any, seed: Any) -> None:
    rows = list(_ROWS)
    random.Random(seed).shuffle(rows)
    assert whole(rows) == plain


def test_the_number_of_processes_changes_nothing(plain: Any, tmp_path: Any) -> None:
    assert whole(_ROWS, workers=2, path=tmp_path / "pile.sqlite") == plain


def test_a_pile_that_grew_is_the_pile_at_once(plain: Any) -> None:
    pile = Reconciliation(None)
    for at in range(5):
        pile.update((row, "1") for row in _ROWS[at::5])
    assert told(pile, _ROWS) == plain


def test_what_went_leaves_no_trace() -> None:
    pile = Reconciliation(None)
    pile.update((row, "1") for row in _ROWS)
    pile.update((), [row["document_id"] for row in _ROWS[40:]])
    assert told(pile, _ROWS[:40]) == whole(_ROWS[:40])


def test_a_document_that_changed_goes_out_and_comes_in(plain: Any) -> None:
    pile = Reconciliation(None)
    fewer = {**_ROWS[5], "statements": [], "commitments": [], "events": []}
    pile.update((row, "1") for row in [*_ROWS[:5], fewer, *_ROWS[6:]])
    pile.update([(_ROWS[5], "2")], [_ROWS[5]["document_id"]])
    assert told(pile, _ROWS) == plain
    assert pile.digests()[_ROWS[5]["document_id"]] == "2"


def test_the_file_keeps_what_is_known_for_the_next_change(plain: Any, tmp_path: Any) -> None:
    path = tmp_path / "pile.sqlite"
    first = Reconciliation(path)
    first.update((row, "1") for row in _ROWS[:50])
    first.close()
    second = Reconciliation(path)
    assert len(second.digests()) == 50
    second.update((row, "1") for row in _ROWS[50:])
    assert told(second, _ROWS) == plain
    second.close()


def test_a_change_that_was_cut_off_is_undone(tmp_path: Any) -> None:
    path = tmp_path / "pile.sqlite"
    pile = Reconciliation(path)
    pile.update((row, "1") for row in _ROWS[:30])
    before = told(pile, _ROWS[:30])

    def cut_off() -> Any:
        yield _ROWS[30], "1"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pile.update(cut_off())
    pile.close()
    again = Reconciliation(path)
    assert told(again, _ROWS[:30]) == before
    again.close()


def test_another_policy_for_vague_words_is_another_pile(tmp_path: Any) -> None:
    path = tmp_path / "pile.sqlite"
    pile = Reconciliation(path)
    pile.update((row, "1") for row in _ROWS[:3])
    pile.close()
    other = Reconciliation(path, "acled")
    assert other.digests() == {}
    other.close()


def test_every_row_that_is_named_is_there(plain: Any) -> None:
    tables = reconciled(_ROWS)
    ids = {row["id"] for table in tables.values() for row in table}
    for claim in tables["claims"]:
        assert {*claim["asserted"], *claim["denied"], *claim["events"], *claim["countered"]} <= ids
    for link in tables["links"]:
        assert {link["from"], link["to"]} <= ids, link
    for statement in tables["statements"]:
        assert statement.get("claim_id") is None or statement["claim_id"] in ids
        assert statement["origin_id"] in ids
    for pair in tables["numbers"]:
        assert {pair["a"], pair["b"], pair["happening_id"]} <= ids


@pytest.mark.parametrize(
    "day", ["XXXX-10-05", "XXXX-WXX-4", "2026-SP", "2026-Q1", "2026-13-40", "2026-W60", "", "FUTURE_REF", "202"]
)
def test_dates_that_fix_no_day_are_no_hindrance(day: str) -> None:
    rows = json.loads(json.dumps(_ROWS[:12]))
    for row in rows:
        for article in row["articles"]:
            article["published"] = day
        for statement in row["statements"]:
            statement["said_on"] = day
        for event in row["events"]:
            event["date"] = day
        for commitment in row["commitments"]:
            commitment["made_on"] = commitment["due_by"] = day
    assert reconciled(rows)["claims"]
