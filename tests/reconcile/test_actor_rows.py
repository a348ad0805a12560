"""Rows of table `actors`: the fullest common name, aliases by count then alphabet, roles as told."""

from __future__ import annotations

from sayso.actors import Actor, Office, registry
from sayso.reconcile.actor_rows import Tally, known_row, ledger_row
from sayso.schema import tables

FIELDS = [field.name for field in tables()["actors"].fields]


def tally(**words: dict[str, int]) -> Tally:
    out = Tally()
    for place, counts in words.items():
        for word, count in counts.items():
            out.add(place, word, count)
    return out


def ledger(**words: dict[str, int]) -> dict[str, object]:
    return ledger_row("a-1", [tally(**words)])


KNOWN = Actor(
    "per-ana",
    "Ana Rovik",
    "person",
    "PER",
    aliases=tuple(f"Rovik {number}" for number in range(20)),
    roles=(Office("mayor", "per-tarva", "2019-01", "2023"),),
)
FRONT = Actor("per-front", "Rovik Front", "armed-group", "PER", aliases=("RF", "rovik front", "Frente Rovik"))


def test_a_row_has_the_fields_of_the_contract() -> None:
    known = known_row("per-front", tally(), FRONT)
    assert known
    assert list(ledger(form={"Ana Rovik": 1})) == list(known) == FIELDS


def test_the_name_is_the_fullest_of_the_common_forms() -> None:
    row = ledger(form={"Ana Rovik": 8, "Ana María Rovik": 2, "Ana María Tarva de Rovik": 1})
    assert row["name"] == "Ana María Rovik"
    assert row["aliases"] == ["Ana Rovik", "Ana María Tarva de Rovik"]


def test_a_name_in_capitals_gives_way() -> None:
    assert ledger(form={"ANA ROVIK": 3, "Ana Rovik": 1})["name"] == "Ana Rovik"


def test_aliases_stand_by_count_then_alphabet_and_short_forms_last() -> None:
    row = ledger(form={"Ana Rovik": 5, "Ana Rovík": 1, "Ana ROVIK": 1}, alias={"Rovik": 9})
    assert row["aliases"] == ["Ana ROVIK", "Ana Rovík", "Rovik"]


def test_who_is_a_person_anywhere_is_one() -> None:
    assert ledger(kind={"government": 3, "person": 1})["kind"] == "person"
    assert ledger(kind={"company": 1, "organisation": 3})["kind"] == "organisation"


def test_a_told_state_goes_before_a_guess() -> None:
    assert ledger(country={"PER": 1}, guess={"CHL": 7})["country"] == "PER"
    assert ledger(guess={"CHL": 7})["country"] == "CHL"


def test_roles_stand_once_with_the_body_that_says_most() -> None:
    row = ledger(
        role={"spokesman\narmy": 5, "spokeswoman\nper-army": 1, "Mayor\nTarva": 1, "mayor\n": 9, "Weaver\n": 1}
    )
    assert [(role["role"], role["of"]) for role in row["roles"]] == [  # type: ignore[attr-defined]
        ("Mayor", "Tarva"),
        ("Weaver", None),
        ("spokeswoman", "per-army"),
    ]


def test_a_known_actor_is_as_its_registry_tells_names_met_first() -> None:
    row = known_row("per-front", tally(form={"the Front of Rovik": 1, "Rovik's Front": 4, "its fighters": 9}), FRONT)
    assert row == {
        "id": "per-front",
        "name": "Rovik Front",
        "aliases": ["Rovik's Front", "the Front of Rovik", "RF", "Frente Rovik"],
        "kind": "armed-group",
        "country": "PER",
        "roles": [],
    }


def test_of_the_registrys_names_a_few_are_given_and_roles_bounded_in_time() -> None:
    row = known_row("per-ana", tally(), KNOWN)
    assert row
    assert len(row["aliases"]) == 8
    assert row["roles"] == [{"role": "mayor", "of": "per-tarva", "from": "2019-01", "to": "2023"}]


def test_the_words_for_an_office_are_no_name_of_who_holds_it() -> None:
    row = known_row("per-ana", tally(form={"Tarva's Mayor": 4, "Mayor Rovik": 1}), KNOWN)
    assert row
    assert row["aliases"][0] == "Mayor Rovik"
    assert "Tarva's Mayor" not in row["aliases"]


def test_a_body_that_no_row_of_the_registry_has_is_called_as_met() -> None:
    row = known_row("per-mod", tally(form={"Peruvian Defence Ministry": 2}, kind={"government": 2}), None)
    assert row
    assert (row["name"], row["kind"]) == ("Peruvian Defence Ministry", "government")
    assert known_row("per-mod", tally(), None) is None


def test_the_registry_that_is_shipped_is_one_that_rows_can_be_made_of() -> None:
    row = known_row("per", tally(form={"Peru": 1}), registry().get("per"))
    assert row
    assert (row["name"], row["kind"], row["country"]) == ("Peru", "state", "PER")
