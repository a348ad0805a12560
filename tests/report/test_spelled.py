"""Names that reconciliation folds are told as a document spells them."""

from __future__ import annotations

import pytest

from sayso.ledger import Ledger
from sayso.report.pile import Pile
from sayso.report.spelled import spelled, spelling_in


@pytest.mark.parametrize("folded", ["ostas elise marie army", "Osta’s Élise-Marie Army", "the ostas elise–marie army"])
def test_case_marks_stops_and_articles_do_not_part_names(folded: str) -> None:
    assert spelling_in(folded, ["Ruva", "Osta’s Élise-Marie Army"]) == "Osta’s Élise-Marie Army"


def test_a_name_that_no_row_has_stays_as_it_is() -> None:
    assert spelling_in("rovik front", ["Ruva"]) == "rovik front"


def test_speakers_parties_places_and_outlets_spell_names(ledger: Ledger) -> None:
    pile = Pile(ledger)
    assert spelled("ana roth", ["s-guns"], pile) == "Ana Roth"
    assert [spelled(one, ["e-guns"], pile) for one in ("osta", "karva", "ruva post")] == ["Osta", "Karva", "Ruva Post"]


def test_rows_that_are_not_there_are_passed_over(ledger: Ledger) -> None:
    assert spelled("osta", [None, "e-none", "a-post"], Pile(ledger)) == "osta"
