"""On whose word an account stands, seen from a commitment."""

from sayso.reconcile.pledges import PledgeView
from sayso.reconcile.records import Who
from sayso.reconcile.standpoint import is_later, word_of
from tests.reconcile.promises import CHILE, LIMA, MISSION, PERU, SANTIAGO, Article, telling, who

BOTH = (PERU, CHILE)


def word(view: PledgeView, speaker: Who, content: str = "nine sailors were freed", act: str = "claim") -> str:
    article = Article(f"It was said that {content}.")
    article.says(speaker, content, act)
    return word_of(view, article.accounts()[0])


def test_who_gave_it_whom_it_was_given_to_and_a_third() -> None:
    view = telling("to free nine sailors")
    assert [word(view, one) for one in (LIMA, SANTIAGO, MISSION)] == ["promisor", "counterparty", "third"]
    assert word(view, who("Bolivian envoy", "BOL", "person")) == "third"


def test_somebody_of_whom_no_side_is_known_is_unknown() -> None:
    assert word(telling("to free nine sailors"), who("Tupa Quispe", "", "person")) == "unknown"


def test_the_media_of_a_party_are_no_third() -> None:
    assert word(telling("to free nine sailors"), who("Peruvian state television", "PER", "media")) == "unknown"


def test_a_state_is_a_third_only_where_both_parties_are_known() -> None:
    assert word(telling("to free nine sailors", to=()), who("Bolivia", "BOL")) == "unknown"


def test_of_a_joint_commitment_each_party_tells_of_the_other() -> None:
    view = telling("a truce", kind="ceasefire", by=BOTH, to=BOTH)
    assert word(view, CHILE, "Peru broke the truce", "accusation") == "counterparty"
    assert word(view, CHILE, "Chile broke the truce", "confirmation") == "promisor"


def test_of_a_demand_who_is_asked_is_bound() -> None:
    view = telling("the release of nine sailors", kind="demand", by=(CHILE,), to=(PERU,))
    assert word(view, PERU) == "promisor"
    assert word(view, CHILE) == "counterparty"


def test_what_stands_before_a_demand_of_that_day_in_its_article_is_not_later() -> None:
    article = Article(
        "Peru opened the gate to trucks. Chile demanded that the gate be opened fully. Peru opened it fully."
    )
    view = article.pledges("the gate be opened fully", "demand", by=(CHILE,), to=(PERU,), made_on=article.published)
    article.does("opened the gate", "RETREAT.access", [PERU], [CHILE])
    article.does("opened it fully", "RETREAT.access", [PERU], [CHILE])
    assert [is_later(view, one) for one in article.accounts() if one.event] == [False, True]


def test_what_has_no_day_is_later_only_where_it_speaks_of_the_commitment() -> None:
    view = telling("a truce", kind="ceasefire", by=BOTH, to=BOTH, made_on="2031-05-01")
    shots = Article("Peru shelled a post.", published="")
    shots.does("shelled", "ASSAULT.heavy-weapons", [PERU], [CHILE])
    breach = Article("It was a violation of the truce.", published="")
    breach.says(CHILE, "a violation of the truce", "accusation")
    assert [is_later(view, one.accounts()[0]) for one in (shots, breach)] == [False, True]
