"""Event rows of one happening are found; what cannot be one is kept apart, disputed figures and sides are not."""

from itertools import combinations
from typing import Any

import pytest

from sayso.reconcile.grouping import average_link
from sayso.reconcile.happenings import HAPPENING_THRESHOLD, Deed, keys_of, likeness, reasons_of, view_of
from sayso.reconcile.records import Done, Figured, Page, Where, Who
from sayso.reconcile.stories import view_of as story_of
from sayso.schema.data import read_data

OSTLAND, TARVIA = Who("", "ostland army", "military", "OST", ""), Who("", "villagers", "collective", "TAR", "")
TARVA = Where("tarva", "TAR", 50.0, 20.0, 1)
FIRST = "Mortar rounds hit the village of Tarva on Tuesday, killing a schoolteacher, the mayor said."
OTHER = "A schoolteacher of Tarva was killed on Tuesday by mortar rounds, which Ostland denied having fired."


def deed(
    quote: str = "killed", text: str = OTHER, article: str = "b", published: str = "2026-01-07", **told: Any
) -> Deed:
    start = text.index(quote)
    row = Done(
        id=f"{article}-{quote}",
        article_id=article,
        start=start,
        end=start + len(quote),
        trigger=quote,
        root="ASSAULT",
        mode="heavy-weapons",
        actors=(OSTLAND,),
        recipients=(TARVIA,),
        date="2026-01-06",
        place=TARVA,
        figures=(Figured("killed", 1, 1, "a schoolteacher"),),
        said_in="",
        reality="actual",
        confidence=0.9,
    )
    page = Page(article, article, published, "", "", text, (), "")
    return view_of(row._replace(**told), page, story_of(page))


def first(**told: Any) -> Deed:
    return deed("killing", FIRST, "a", **told)


def test_two_tellings_of_one_killing_are_one_happening() -> None:
    assert likeness(first(), deed()) > HAPPENING_THRESHOLD
    assert set(keys_of(first())) & set(keys_of(deed()))


def test_likeness_is_symmetric() -> None:
    rows = [first(), deed(), deed(date="2026-01"), deed(place=None), deed(actors=(TARVIA,), recipients=(OSTLAND,))]
    for one, other in combinations(rows, 2):
        assert likeness(one, other) == pytest.approx(likeness(other, one))


@pytest.mark.parametrize("reality", ["planned", "hypothetical", "negated"])
def test_what_was_not_done_is_not_what_was_done(reality: str) -> None:
    assert likeness(first(), deed(reality=reality)) == 0


def test_what_was_long_ago_may_be_told_as_actual() -> None:
    assert likeness(first(), deed(reality="historical")) > HAPPENING_THRESHOLD


def test_roots_that_nobody_mixes_up_keep_apart() -> None:
    assert likeness(first(), deed(root="AID", mode="")) == 0
    assert likeness(first(), deed(root="COERCE", mode="")) > 0


def test_another_week_keeps_apart_and_the_next_day_does_not() -> None:
    assert likeness(first(), deed(date="2026-01-14")) == 0
    assert likeness(first(), deed(date="2026-01-07")) > 0


@pytest.mark.parametrize("prefix", ["2026-W02", "2026-01", "2026", ""])
def test_a_vaguer_date_that_holds_the_day_does_not_keep_apart(prefix: str) -> None:
    assert 0 < likeness(first(), deed(date=prefix)) < likeness(first(), deed())


@pytest.mark.parametrize("prefix", ["2026-W05", "2025-12", "2025"])
def test_a_vaguer_date_that_excludes_the_day_keeps_apart(prefix: str) -> None:
    assert likeness(first(), deed(date=prefix)) == 0


def test_a_date_that_cannot_be_read_is_unknown() -> None:
    assert "day unknown" in reasons_of(first(), deed(date="2026-Q9"))


def test_a_town_far_away_keeps_apart_and_the_province_around_does_not() -> None:
    assert likeness(first(), deed(place=Where("selm", "TAR", 52.0, 20.0, 1))) == 0
    assert likeness(first(), deed(place=Where("selm", "OST", 50.0, 20.0, 1))) == 0
    assert "near place" in reasons_of(first(), deed(place=Where("north", "TAR", 52.0, 20.0, 3)))
    assert "near place" in reasons_of(first(), deed(place=Where("selm", "TAR", 50.2, 20.0, 1)))


def test_a_part_of_a_name_is_the_place() -> None:
    assert "one place" in reasons_of(first(), deed(place=Where("tarva north ridge", "", None, None, None)))


def test_a_name_that_no_gazetteer_knows_speaks_against() -> None:
    assert "other name" in reasons_of(first(), deed(place=Where("ridge nine", "", None, None, None)))


def test_figures_may_differ_within_one_happening() -> None:
    more = deed(figures=(Figured("killed", 9, 9, "nine"),))
    assert HAPPENING_THRESHOLD < likeness(first(), more) < likeness(first(), deed())


def test_each_side_may_say_that_it_was_the_other() -> None:
    swapped = deed(actors=(TARVIA,), recipients=(OSTLAND,))
    assert "sides change places" in reasons_of(first(), swapped)
    assert likeness(first(), swapped) > HAPPENING_THRESHOLD


def test_other_sides_speak_against() -> None:
    others = deed(actors=(Who("g-1", "night owls", "armed-group", "", ""),))
    assert "actors of two sides" in reasons_of(first(), others)
    assert likeness(first(), others) < likeness(first(), deed())


def test_a_house_is_on_no_side() -> None:
    house = deed(recipients=(Who("", "house", "", "", ""),))
    assert "recipients of two sides" not in reasons_of(first(), house)


def test_an_undated_row_meets_others_by_its_words_or_its_sides() -> None:
    assert set(keys_of(first(date=""))) & set(keys_of(deed(date="")))


def test_rows_are_grouped_and_another_killing_is_not() -> None:
    text = "A baker was killed in Selm on Friday when a bus left the road, police said."
    apart = deed("killed", text, "c", "2026-01-10", date="2026-01-09", place=None, actors=(), recipients=())
    rows = {"a": first(), "b": deed(), "c": apart}
    scores = {(one, other): likeness(rows[one], rows[other]) for one, other in combinations(rows, 2)}
    assert average_link(list(rows), scores, HAPPENING_THRESHOLD) == [["a", "b"], ["c"]]


def test_the_tables_hold_what_is_used() -> None:
    told = read_data("sayso.reconcile", "happenings.toml")
    roots = set(read_data("sayso.schema", "plover.toml")["roots"])
    assert {root for pair in told["near"]["pairs"] for root in pair} <= roots
    assert all(len(set(pair)) == 2 for pair in told["near"]["pairs"])
    assert all(isinstance(value, float) and value for value in told["adds"].values())


def test_every_reason_of_the_table_can_be_given() -> None:
    base = first()
    tellings = [
        deed(),
        deed(root="COERCE", mode="abduct"),
        deed(date="2026-01-07"),
        deed(date="2026-01"),
        deed(date=""),
        deed(place=Where("selm", "TAR", 50.2, 20.0, 1)),
        deed(place=Where("ridge nine", "", None, None, None)),
        deed(actors=(TARVIA,), recipients=(OSTLAND,)),
        deed(
            actors=(Who("g-1", "owls", "armed-group", "", ""),), recipients=(Who("g-2", "bats", "armed-group", "", ""),)
        ),
        deed(figures=(Figured("killed", 9, 9, "nine"),)),
    ]
    given = {reason for row in tellings for reason in reasons_of(base, row)}
    assert given == set(read_data("sayso.reconcile", "happenings.toml")["adds"])
