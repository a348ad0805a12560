"""What one article tells of a name belongs together, unless it tells of two."""

from __future__ import annotations

from typing import Any

from sayso.reconcile.gathering import Signature, gathered
from sayso.reconcile.naming import BODY, OPEN, PERSON, Named, named_in
from tests.reconcile.parties import party


def named(*args: Any, **told: Any) -> Named:
    found = named_in(party(*args, **told))
    assert found
    return found


def signatures(*parties: Named) -> set[Signature]:
    return {one for _, one in gathered("art-1", parties)}


def test_what_mentions_tell_of_one_name_is_put_together() -> None:
    (one,) = signatures(
        named("Ana Rovik"), named("Ana Rovik", country="PER"), named("Colonel Ana Rovik", role="falconer")
    )
    assert (one.country, one.roles) == ("PER", ("falconer",))


def test_two_states_are_two_and_whoever_tells_none_is_neither() -> None:
    told = dict(
        gathered(
            "art-1",
            [named("Ana Rovik", country="PER"), named("Ana Rovik", country="CHL"), named("Ana Rovik")],
        )
    )
    assert {one.country for one in told} == {"PER", "CHL"}


def test_two_of_two_states_are_not_two_of_one_state() -> None:
    found = signatures(
        named("Ana Rovik", country="PER", affiliation="Tarva Bank"),
        named("Ana Rovik", country="CHL", affiliation="Rovik Hospital"),
    )
    assert not any(one.apart for one in found)


def test_bodies_that_have_nothing_in_common_are_of_two() -> None:
    found = signatures(
        named("Ana Rovik", role="treasurer", affiliation="Tarva Bank"),
        named("Ana Rovik", role="nurse", affiliation="Rovik Hospital"),
    )
    assert len(found) == 2
    assert all(one.apart for one in found)


def test_the_same_body_in_other_words_is_of_one() -> None:
    found = signatures(
        named("Ana Rovik", role="spokeswoman", affiliation="Royal Tarva Army"),
        named("Ana Rovik", role="spokeswoman", affiliation="army"),
    )
    assert len(found) == 1


def test_a_person_and_a_body_of_one_name_are_two() -> None:
    found = signatures(named("Rovik Santos", kind="person"), named("Rovik Santos", kind="company"))
    assert {one.family for one in found} == {PERSON, BODY}


def test_what_no_kind_is_told_of_goes_with_the_only_kind_there_is() -> None:
    assert {one.family for one in signatures(named("Rovik Santos", kind=None), named("Rovik Santos"))} == {PERSON}
    assert {one.family for one in signatures(named("Rovik Santos", kind=None))} == {OPEN}


def test_one_word_alone_is_the_articles_own() -> None:
    (one,) = signatures(named("Rovik", country="PER"))
    (other,) = signatures(named("Rovik", country="PER", role="falconer"))
    (many,) = signatures(named("Rovik", country="PER", role="farmer"))
    assert (one.article, other.article, many.article) == ("art-1", "", "art-1")
