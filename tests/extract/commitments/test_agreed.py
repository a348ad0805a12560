"""Points of an agreement, each by itself and for each that is bound."""

from __future__ import annotations

from tests.extract.commitments.reading import by, read, told


def test_a_commitment_a_point() -> None:
    text = "Under the accord, Kenya is to free nine soldiers by March 3 and to reopen the bridge."
    assert told(text) == [
        ("agreement", "Kenya is to free nine soldiers by March 3"),
        ("agreement", "to reopen the bridge"),
    ]


def test_each_side_by_itself_where_each_has_its_own_to_do() -> None:
    text = (
        "Kenya and Ethiopia agreed on Monday to stop the fighting. "
        "The joint statement obliges both armies to pull their guns back by March 3 "
        "and to begin joint patrols by May 1."
    )
    assert [(one.kind, by(one), one.due_by) for one in read(text)] == [
        ("ceasefire", ["Kenya", "Ethiopia"], None),
        ("agreement", ["Kenya"], "2026-03-03"),
        ("agreement", ["Ethiopia"], "2026-03-03"),
        ("agreement", ["Kenya", "Ethiopia"], "2026-05-01"),
    ]


def test_points_that_a_list_numbers() -> None:
    text = (
        "Armenia and Azerbaijan issued a joint communique on Friday. Its points:\n\n"
        "1. Both parties shall refrain from the use of force.\n\n"
        "2. Armenia shall return the bodies of 12 soldiers by 5 May.\n\n"
        "3. A joint commission shall monitor the ceasefire."
    )
    found = read(text)
    assert [by(one) for one in found] == [["Armenia", "Azerbaijan"], ["Armenia"]]
    assert {one.form for one in found} == {"joint-statement"}


def test_a_draft_binds_nobody() -> None:
    assert told("Under the proposal, Kenya would free nine soldiers.") == []


def test_points_take_the_day_and_the_other_party_from_the_agreement() -> None:
    text = "Kenya and Ethiopia agreed on Monday to stop the fighting. Under the accord, Kenya is to free nine soldiers."
    point = read(text)[-1]
    assert (point.made_on, [party.name for party in point.to]) == ("2026-02-23", ["Ethiopia"])
