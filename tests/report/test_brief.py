"""The brief: what stands in it, on whose word, and what it never says itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sayso.ledger import Ledger, LedgerFolder, publish
from sayso.report import Brief, Selection, Wanted, brief_of
from sayso.report.parts import Item, Section, text_of
from sayso.report.words import likelihood_words
from tests.report.small_ledger import quarrel


def section(brief: Brief, key: str) -> Section:
    return next(one for one in brief.sections if one.key == key)


def items(brief: Brief, key: str) -> list[Item]:
    return [item for group in section(brief, key).groups for item in group.items]


def told(item: Item) -> str:
    lines = [item.lead, *item.lines, *(line for side in item.sides for line in side.lines)]
    return "\n".join(text_of(line) for line in lines)


def test_the_head_tells_the_pile_and_its_own_latest_date(brief: Brief) -> None:
    head = {label: text_of(line) for label, line in brief.head}
    assert brief.title == "Brief: quarrel"
    assert head["Up to"].startswith("2026-03-12")
    assert head["Published"] == "2026-03-02 to 2026-03-12"
    assert head["Read"] == "4 documents, 4 articles of 3 outlets; 1 of them repeats the text of another"
    assert head["Origins"].startswith("1 utterance")
    assert head["Asked for"] == "everything in the pile"


def test_happenings_are_newest_first(brief: Brief) -> None:
    assert [item.row for item in items(brief, "happened")] == ["h-bridge", "h-karva"]


def test_a_happening_is_told_on_somebodys_word(brief: Brief) -> None:
    bridge, karva = items(brief, "happened")
    assert "Border Wire in its own voice (2026-03-12)" in told(bridge)
    assert "On the word of Ana Roth (spokeswoman) (Ruva Post, 2026-03-02)" in told(karva)
    assert "an attack is reported: by Osta, to Ruva" in told(karva)


def test_a_toll_is_a_range_with_who_says_which(brief: Brief) -> None:
    toll = text_of(items(brief, "happened")[1].lines[0])
    assert toll.startswith("Killed, as told: at least 1, figures that cannot all be so.")
    assert "Ana Roth (spokeswoman) (Ruva Post, 2026-03-02): at least 4 (“At least four”)" in toll
    assert "Pavel Dorn (Osta Daily, 2026-03-03): 1 (“One person”)" in toll


def test_a_contested_claim_has_both_sides_beside_each_other(brief: Brief) -> None:
    claim = items(brief, "claimed")[0]
    says, denies = claim.sides
    assert "Ana Roth (spokeswoman) accuses" in text_of(says.lines[0])
    assert "Pavel Dorn denies" in text_of(denies.lines[0])


def test_what_an_outlet_reports_itself_is_not_taken_for_the_claim(brief: Brief) -> None:
    claim = next(item for item in items(brief, "single") if item.row == "c-four")
    assert "Ana Roth (spokeswoman) says" in text_of(claim.lead)
    assert text_of(claim.lines[-1]).startswith("Of the same happening, Border Wire in its own voice (2026-03-12): ")


def test_reports_of_one_origin_are_one_line_that_cites_each(brief: Brief) -> None:
    says = items(brief, "claimed")[0].sides[0]
    assert len(says.lines) == 1
    assert "the same again in wire.txt, undated[" in text_of(says.lines[0])


def test_a_denial_stands_beside_what_it_denies_once_for_each_origin(brief: Brief) -> None:
    first = items(brief, "denied")[0]
    assert first.row == "s-nofire"
    assert len(first.lines) == 1
    assert text_of(first.lines[0]).startswith("What it denies (the whole of it): Ana Roth (spokeswoman) accuses")


def test_a_denial_of_what_nobody_says_keeps_its_words(brief: Brief) -> None:
    groups = {group.title: [item.row for item in group.items] for group in section(brief, "denied").groups}
    assert set(groups["Of what nobody in the pile is found to say"]) == {"s-it", "s-school"}


def test_a_promise_tells_both_axes_with_dates_and_on_whose_word(brief: Brief) -> None:
    promise = items(brief, "promised")[0]
    text = told(promise)
    assert section(brief, "promised").groups[0].title == "Broken, as somebody alleges or acknowledges"
    assert "Assurance (spoken) by Ruva to Osta: “hand over the two prisoners by March 9”" in text
    assert "due by 2026-03-09, which is past at the latest date of the pile" in text
    assert "On condition: “if Osta stops its guns”" in text
    assert "Stands as: a breach is alleged; alleged by a party." in text
    assert "As of 2026-03-12: a breach is alleged; alleged by a party; on the word of Pavel Dorn" in text
    assert "Told also by Border Wire, 2026-03-12" in text


def test_figures_that_exclude_each_other_stand_together(brief: Brief) -> None:
    numbers = items(brief, "counted")[0]
    assert [text_of(line).split(":")[0] for line in numbers.lines[:2]] == [
        "Pavel Dorn (Osta Daily, 2026-03-03)",
        "Ana Roth (spokeswoman) (Ruva Post, 2026-03-02)",
    ]
    assert text_of(numbers.lines[-1]) == "Cannot both be so: 1 and at least 4 (n-karva)."


def test_what_one_origin_bears_stands_apart(brief: Brief) -> None:
    assert [item.row for item in items(brief, "single")] == ["c-four"]


def test_every_item_has_a_footnote(brief: Brief) -> None:
    for one in brief.sections:
        for item in items(brief, one.key):
            lines = [item.lead, *item.lines, *(line for side in item.sides for line in side.lines)]
            assert any(run.kind == "note" for line in lines for run in line), item.row


def test_the_briefs_own_words_tell_no_likelihood_and_no_truth(brief: Brief) -> None:
    words = " ".join(run.text for line in brief.lines() for run in line if run.kind == "own")
    assert not likelihood_words(words)
    assert re.findall(r"\b(?:true|false|fact|lie|proved|indeed)\b", words) == ["true", "false"], (
        "only the foot's promise"
    )


def test_the_time_asked_for_leaves_the_others_out(ledger: Ledger) -> None:
    late = brief_of(ledger, Selection(since="2026-03-10"))
    assert [item.row for item in items(late, "happened")] == ["h-bridge"]
    assert [item.row for item in items(late, "promised")] == ["k-prisoners"]
    assert not items(late, "claimed")


def test_the_actor_asked_for_says_does_or_suffers(ledger: Ledger) -> None:
    dorn = brief_of(ledger, Selection(actor=Wanted("Pavel Dorn", frozenset({"a-dorn"}))))
    assert [item.row for item in items(dorn, "happened")] == ["h-karva"]
    assert len(items(dorn, "denied")) == 3
    assert not items(dorn, "single")


def test_the_place_asked_for_is_where_it_is_or_what_is_spoken_of(ledger: Ledger) -> None:
    karva = brief_of(ledger, Selection(place="Karva"))
    assert [item.row for item in items(karva, "happened")] == ["h-karva"]
    assert [item.row for item in items(karva, "claimed")] == ["c-shelled"]
    assert not items(karva, "promised")


def test_a_group_is_no_longer_than_asked_for_and_tells_what_it_leaves_out(ledger: Ledger) -> None:
    short = section(brief_of(ledger, Selection(most=1)), "happened").groups[0]
    assert (len(short.items), short.more) == (1, 1)


def test_what_nothing_answers_is_empty_and_says_so(ledger: Ledger) -> None:
    assert brief_of(ledger, Selection(since="2031")).is_empty


def test_a_ledger_without_any_row_is_a_brief_too(tmp_path: Path) -> None:
    publish(LedgerFolder.create(tmp_path / "none"))
    nothing = brief_of(Ledger(tmp_path / "none"))
    assert nothing.is_empty
    assert ("Up to", "no date, the latest date of the pile") in [(a, text_of(line)) for a, line in nothing.head]


@pytest.mark.parametrize("table", ["statements", "claims", "happenings", "links", "numbers", "commitments"])
def test_the_order_of_rows_does_not_matter(table: str, tmp_path: Path, brief: Brief) -> None:
    turned = quarrel()
    turned.rows[table].reverse()
    assert brief_of(Ledger(turned.publish(tmp_path / "quarrel"))) == brief
