"""What stands across documents is told in the ledger, and follows every change of documents and settings."""

from pathlib import Path

import pytest

from sayso import build
from sayso.ledger import Ledger
from sayso.schema import tables

_ARMY = """The Army of Ruvia said on 4 March 2031 that Merrin troops shelled the village of Tarva.

“Merrin forces shelled Tarva without any warning,” Colonel Ana Rovik, a spokeswoman for the army of Ruvia, said.
"""
_WIRE = """TARVA — Colonel Ana Rovik said on Tuesday that Merrin forces shelled Tarva, killing dozens of villagers.

Merrin’s defence ministry denied that any village had been shelled.
"""


def exported(ledger: Ledger) -> dict[str, bytes]:
    return {name: ledger.export(name) for name in tables()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "army.txt").write_text(_ARMY, "utf-8")
    (docs / "wire.txt").write_text(_WIRE, "utf-8")
    return docs


def test_every_table_is_the_same_from_any_order_and_any_number_of_workers(tmp_path: Path, sample: Path) -> None:
    paths = sorted(path for path in sample.iterdir() if path.is_file())
    plain = exported(build(*paths, ledger=tmp_path / "1", workers=1, scope="all"))
    assert exported(build(*reversed(paths), ledger=tmp_path / "2", workers=2, scope="all")) == plain
    assert exported(build(*paths[1::2], *paths[::2], ledger=tmp_path / "4", workers=4, scope="all")) == plain


def test_a_ledger_that_grew_is_the_ledger_at_once(tmp_path: Path, folder: Path) -> None:
    whole = exported(build(folder, ledger=tmp_path / "whole", workers=1))
    build(folder / "wire.txt", ledger=tmp_path / "grown", workers=1)
    grown = exported(build(folder, ledger=tmp_path / "grown", workers=1))
    across = ("claims", "happenings", "stories", "origins", "links", "numbers")
    assert {name: grown[name] for name in across} == {name: whole[name] for name in across}


def test_without_the_file_of_comparisons_the_ledger_is_the_same(tmp_path: Path, folder: Path) -> None:
    ledger = tmp_path / "ledger"
    before = exported(build(folder, ledger=ledger, workers=1))
    (ledger / "reconcile.sqlite").unlink()
    (ledger / "ledger.sqlite").unlink()
    assert exported(build(ledger=ledger, workers=1)) == before


def test_another_policy_for_vague_words_publishes_the_ledger_anew(tmp_path: Path, folder: Path) -> None:
    ledger = tmp_path / "ledger"
    build(folder, ledger=ledger, workers=1)
    before = (ledger / "ledger.sqlite").read_bytes()
    settings = ledger / "sayso.toml"
    settings.write_text(f'vague_numbers = "acled"\n{settings.read_text("utf-8")}', "utf-8")
    build(ledger=ledger, workers=1)
    assert (ledger / "ledger.sqlite").read_bytes() != before


def test_a_denial_is_told_beside_the_claim_and_deletes_nothing(tmp_path: Path, folder: Path) -> None:
    ledger = build(folder, ledger=tmp_path / "ledger", workers=1)
    claims = [row for row in ledger.claims if row["denied"]]
    assert [row["verdict"] for row in claims] == ["contested"] * len(claims) != []
    denials = {row for claim in claims for row in claim["denied"]}
    told = {row["id"] for row in ledger.statements if row["act"] == "denial"}
    assert told
    assert told <= denials
    assert {row for claim in claims for row in claim["asserted"]}.isdisjoint(told)
