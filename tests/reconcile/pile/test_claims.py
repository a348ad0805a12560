"""Claims across documents: who asserts and who denies them, what else cannot be so, their origins and their verdict."""

from __future__ import annotations

from typing import Any

import numpy as np

from sayso.reconcile.pile import Reconciliation
from tests.reconcile.reports import ENVOY, LIMA_ARMY, NURSE, PERU, SPOKESMAN, VILLAGERS, Report, row_of, who

Rows = list[dict[str, Any]]
RAID = "Peruvian guns shelled the mill at Orvela"
SENSE = np.array([5, 5], np.int8).tobytes()
MONITOR = who("border mission", kind="mission")


class Pile:
    """What is told of some articles together."""

    def __init__(self, *reports: Report) -> None:
        self.pile = Reconciliation(None)
        self.pile.update((row_of(one), "1") for one in reports)
        self.links: Rows = list(self.pile.rows("links"))
        self.claims = {row: claim for claim in self.pile.rows("claims") for row in claim["asserted"]}

    def linked(self, kind: str) -> set[tuple[str, str]]:
        return {(link["from"], link["to"]) for link in self.links if link["type"] == kind}


def blamed(by: Any = ENVOY, *, day: str = "2031-05-10") -> tuple[Report, str]:
    report = Report(f"It was said that {RAID}.", published=day)
    return report, report.says(by, RAID, "accusation", target=PERU)


def test_what_one_alone_says_is_a_claim_of_one_origin() -> None:
    report, row = blamed()
    claim = Pile(report).claims[row]
    assert (claim["verdict"], claim["origins"], claim["reports"]) == ("single-origin", 1, 1)
    assert claim["text"] == RAID
    assert claim["against"] == "PER"


def test_statements_of_two_bodies_in_two_articles_are_one_claim() -> None:
    (first, one), (second, other) = blamed(), blamed(MONITOR)
    pile = Pile(first, second)
    assert pile.claims[one] is pile.claims[other]
    assert (pile.claims[one]["verdict"], pile.claims[one]["origins"]) == ("corroborated", 2)
    assert {to for _, to in pile.linked("corroborates")} == {pile.claims[one]["id"]}


def test_one_body_told_by_two_outlets_is_one_origin() -> None:
    (first, one), (second, _) = blamed(), blamed()
    claim = Pile(first, second).claims[one]
    assert (claim["verdict"], claim["origins"], claim["reports"]) == ("repeated", 1, 2)


def test_a_denial_in_another_article_contests_a_claim_and_keeps_it() -> None:
    first, one = blamed()
    second = Report("The army denied that its guns had shelled the mill at Orvela.", published="2031-05-11")
    denial = second.says(SPOKESMAN, "that its guns had shelled the mill at Orvela", "denial")
    pile = Pile(first, second)
    claim = pile.claims[one]
    assert claim["verdict"] == "contested"
    assert claim["denied"] == [denial]
    assert claim["asserted"] == [one]
    assert pile.linked("denies") == {(denial, claim["id"]), (denial, one)}


def test_a_link_tells_the_words_of_the_denial_and_how_much_it_denies() -> None:
    report = Report("The envoy accused Peru of the raid on the mill. The army denied any part in the raid.")
    report.says(ENVOY, "Peru of the raid on the mill", "accusation", target=PERU)
    report.says(LIMA_ARMY, "any part in the raid", "denial")
    link = next(link for link in Pile(report).links if link["type"] == "denies")
    assert link["scope"] == "responsibility"
    assert link["evidence"][0]["quote"] == "any part in the raid"


def test_a_denial_of_something_nobody_said_is_linked_to_nothing() -> None:
    first, _ = blamed()
    second = Report("The army denied rumours of a mutiny.", published="2031-05-11")
    second.says(SPOKESMAN, "rumours of a mutiny", "denial")
    assert Pile(first, second).linked("denies") == set()


def test_a_weak_tie_by_place_gives_way_to_a_strong_one_elsewhere() -> None:
    first = Report("Villagers named a commander, Tarvo, as the leader of the raid.")
    named = first.says(VILLAGERS, "a commander, Tarvo, as the leader of the raid")
    far = "The market was full, for it was the feast of the valley and the day was fair and still."
    second = Report(
        f"The nurse spoke of thieves and her purse. {far} Tarvo denied the raid was his.", published="2031-05-12"
    )
    second.says(NURSE, "thieves and her purse", "accusation", sense=SENSE)
    denial = second.says(who("Tarvo Leen"), "the raid was his", "denial", sense=SENSE)
    assert {edge[1] for edge in Pile(second).linked("denies")} >= {second.said[0].id}
    pile = Pile(first, second)
    assert pile.linked("denies") == {(denial, named), (denial, pile.claims[named]["id"])}


def test_the_side_it_is_held_against_acknowledges_it() -> None:
    first, one = blamed()
    second = Report("The army admitted that one of its shells may have hit the mill at Orvela.", published="2031-05-12")
    owned = second.says(SPOKESMAN, "that one of its shells may have hit the mill at Orvela", "confirmation")
    claim = Pile(first, second).claims[one]
    assert claim["verdict"] == "acknowledged"
    assert claim["acknowledged"] == [owned]


def test_claims_that_cannot_both_be_so_contest_each_other() -> None:
    first = Report("The nurse said she had counted 31 bodies at Orvela.")
    one = first.says(NURSE, "she had counted 31 bodies at Orvela")
    second = Report("The mission put the toll at Orvela at 37.")
    other = second.says(MONITOR, "the toll at Orvela at 37")
    pile = Pile(first, second)
    assert pile.claims[one]["countered"] == [pile.claims[other]["id"]]
    assert {pile.claims[row]["verdict"] for row in (one, other)} == {"contested"}


def test_every_statement_has_an_origin() -> None:
    report = Report("The nurse urged the army to leave Orvela.")
    appeal = report.says(NURSE, "the army to leave Orvela", "appeal")
    (origin,) = Pile(report).pile.rows("origins")
    assert origin["rows"] == [appeal]
    assert origin["who"] == "tilda marn"


def test_no_verdict_calls_a_claim_true_or_false() -> None:
    (first, one), (second, _) = blamed(), blamed(MONITOR)
    claim = Pile(first, second).claims[one]
    assert not {"true", "false"} & {claim["verdict"], *claim["rule"].split()}
