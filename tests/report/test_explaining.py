"""Why a row stands as it does: the row in words, its rule, and the rows it stands on with their evidence."""

from __future__ import annotations

import pytest

from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.report import Explanation, explanation_of
from sayso.report.parts import text_of


def words(told: Explanation) -> str:
    return "\n".join(text_of(line) for line in told.lines)


def standing(told: Explanation) -> list[tuple[str, str]]:
    return [(one.how, one.row) for one in told.stands_on]


def test_a_verdict_is_explained_by_its_rule_and_by_both_sides(ledger: Ledger) -> None:
    told = explanation_of(ledger, "c-shelled")
    assert "Contested: somebody denies it" in words(told)
    assert told.rule == (("verdict by the rule", "contested: s-nofire denies s-guns"),)
    assert standing(told) == [("asserts it", "s-guns"), ("asserts it", "s-wired"), ("denies it", "s-nofire")]


def test_each_row_that_it_stands_on_has_words_document_date_and_rule(ledger: Ledger) -> None:
    first = explanation_of(ledger, "c-shelled").stands_on[0]
    note = first.evidence[0]
    assert (note.uri, note.published, note.quote) == ("docs/post.txt", "2026-03-02", "Ostan guns shelled Karva at dawn")
    assert ("speaker found by", "name") in first.rule


def test_a_denial_is_explained_by_what_made_the_link(ledger: Ledger) -> None:
    told = explanation_of(ledger, "l-s-guns")
    assert words(told) == "s-nofire denies s-guns (the whole of it)"
    assert ("because", "the same deed, opposite sense") in told.rule
    assert standing(told) == [("the row that denies", "s-nofire"), ("the other row", "s-guns")]


def test_a_denying_statement_leads_to_what_it_denies(ledger: Ledger) -> None:
    told = explanation_of(ledger, "s-nofire")
    assert ("it denies this", "s-guns") in standing(told)
    assert ("the claim it bears on; it denies this", "c-shelled") in standing(told)


def test_a_pair_of_numbers_is_explained_by_both_figures(ledger: Ledger) -> None:
    told = explanation_of(ledger, "n-karva")
    assert words(told) == "Killed: at least 4 and 1; they cannot both be so"
    assert ("relation by the rule", "at least 4 is more than 1") in told.rule
    assert standing(told)[:2] == [("one figure", "e-four"), ("the other figure", "e-one")]


def test_a_happening_is_explained_by_its_events(ledger: Ledger) -> None:
    told = explanation_of(ledger, "h-karva")
    assert "Killed, as told: at least 1, figures that cannot all be so" in words(told)
    assert [row for _, row in standing(told)] == ["e-guns", "e-four", "e-one"]


def test_an_event_is_explained_by_the_entry_that_coded_it(ledger: Ledger) -> None:
    told = explanation_of(ledger, "e-four")
    assert ("coded by the entry", "assault.shell") in told.rule
    assert "Coded as ASSAULT, an attack: by Osta, to Ruva; killed at least 4" in words(told)
    assert ("the statement on whose word it is", "s-four") in standing(told)


def test_each_state_of_a_promise_is_explained_by_the_rows_it_cites(ledger: Ledger) -> None:
    told = explanation_of(ledger, "k-prisoners")
    assert "due by 2026-03-09; on condition “if Osta stops its guns”" in words(told)
    assert (
        "bears out the state of 2026-03-12: a breach is alleged; alleged by a party",
        "s-broken",
    ) in standing(told)


def test_a_promise_is_explained_with_where_else_it_is_told(ledger: Ledger) -> None:
    assert "Told also in Border Wire, 2026-03-12: “The two prisoners”" in words(explanation_of(ledger, "k-prisoners"))


def test_a_row_that_does_several_things_is_told_once(ledger: Ledger) -> None:
    rows = [row for _, row in standing(explanation_of(ledger, "s-nofire"))]
    assert len(rows) == len(set(rows))


def test_an_origin_is_explained_by_its_reason(ledger: Ledger) -> None:
    told = explanation_of(ledger, "o-roth")
    assert "They are one: the articles repeat each other's text" in words(told)
    assert [row for _, row in standing(told)] == ["s-guns", "s-wired"]


def test_a_story_an_article_and_an_actor_are_explained(ledger: Ledger) -> None:
    assert [row for _, row in standing(explanation_of(ledger, "y-karva"))] == ["a-post", "a-daily"]
    assert ("the article whose text it repeats", "a-post") in standing(explanation_of(ledger, "a-wire"))
    assert ("it says", "s-pledge") in standing(explanation_of(ledger, "a-roth"))


def test_a_statement_is_read_out_with_its_speech_act(ledger: Ledger) -> None:
    assert "Read as assurance (ASSERT), indirect" in words(explanation_of(ledger, "s-pledge"))


def test_a_row_without_words_of_its_own_is_told_field_by_field(ledger: Ledger) -> None:
    assert "uri: docs/post.txt" in words(explanation_of(ledger, "d-post"))


def test_many_rows_are_cut_and_counted(ledger: Ledger) -> None:
    told = explanation_of(ledger, "h-karva", most=1)
    assert (len(told.stands_on), told.more) == (1, 2)


@pytest.mark.parametrize("row_id", ["c-none", "s-", ""])
def test_an_unknown_id_is_told_with_where_ids_stand(ledger: Ledger, row_id: str) -> None:
    with pytest.raises(UsageError, match=r"E102 no single row has the id .*sayso report"):
        explanation_of(ledger, row_id)
