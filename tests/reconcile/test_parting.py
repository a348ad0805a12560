"""Bearers of one name are parted by state, and by body where one article knows two of them."""

from __future__ import annotations

from sayso.reconcile.parting import Bearer, agree, clash, grouped, joined, parted

PERU, CHILE, OPEN = Bearer("PER"), Bearer("CHL"), Bearer()


def of(*bodies: str, roles: tuple[str, ...] = (), country: str = "", guess: str = "") -> Bearer:
    return Bearer(country, frozenset({guess} if guess else ()), frozenset(roles), frozenset(bodies))


def test_of_two_states_are_two() -> None:
    one, other = parted([PERU, CHILE], apart=False)
    assert one != other


def test_who_tells_no_state_goes_with_the_only_one() -> None:
    assert len(set(parted([PERU, OPEN], apart=False))) == 1


def test_of_two_states_the_one_whose_office_agrees() -> None:
    peru, chile = of(roles=("weaver king",), country="PER"), of(roles=("falconer",), country="CHL")
    labels = parted([peru, chile, of(roles=("falconer",))], apart=False)
    assert labels[2] == labels[1]


def test_who_may_be_either_is_a_third_across_articles_and_nobody_within_one() -> None:
    assert len(set(parted([PERU, CHILE, OPEN], apart=False))) == 3
    assert parted([PERU, CHILE, OPEN], apart=False, within=True)[2] is None


def test_within_an_article_a_told_state_goes_before_a_guess() -> None:
    assert len(set(parted([PERU, of(guess="CHL")], apart=False, within=True))) == 1


def test_across_articles_a_guess_is_another_state() -> None:
    assert len(set(parted([PERU, of(guess="CHL")], apart=False))) == 2


def test_a_guess_yields_to_a_national_office_or_a_body_with_a_name() -> None:
    for told in ({"roles": ("prime minister",)}, {"bodies": ("rovik front",)}):
        bodies, roles = told.get("bodies", ()), told.get("roles", ())
        rows = [of(*bodies, roles=roles, country="PER"), of(*bodies, roles=roles, guess="CHL")]
        assert len(set(parted(rows, apart=False))) == 1


def test_a_body_that_every_state_has_does_not_make_two_guesses_one() -> None:
    rows = [of("foreign ministry", guess="PER"), of("foreign ministry", guess="CHL")]
    assert len(set(parted(rows, apart=False))) == 2


def test_bodies_part_only_where_two_are_known() -> None:
    rows = [of("tarva bank", country="PER"), of("rovik front", country="PER")]
    assert len(set(parted(rows, apart=False))) == 1
    assert len(set(parted(rows, apart=True))) == 2


def test_bodies_with_a_word_in_common_are_one() -> None:
    assert not clash(of("thai army"), of("army"))
    assert not clash(of("thai army"), of("royal army"))
    assert clash(of("tarva bank"), of("rovik front"))


def test_one_office_in_two_bodies_is_one_person_unless_it_is_to_speak_for_a_body() -> None:
    assert not clash(of("tarva bank", roles=("lawyer",)), of("rovik front", roles=("lawyer",)))
    assert clash(of("tarva bank", roles=("spokesperson",)), of("rovik front", roles=("spokesperson",)))


def test_an_office_that_many_hold_does_not_agree() -> None:
    assert not agree(of(roles=("farmer",)), of(roles=("farmer",)))
    assert agree(of(roles=("falconer",)), of(roles=("falconer",)))
    assert not agree(of("tarva bank", roles=("falconer",)), of("rovik front", roles=("falconer",)))


def test_strictly_another_office_in_one_body_is_another() -> None:
    one, other = of("rovik front", roles=("falconer",)), of("rovik front", roles=("treasurer",))
    assert agree(one, other)
    assert not agree(one, other, strictly=True)


def test_of_several_states_none_is_known() -> None:
    assert joined([PERU, CHILE]).country == ""
    assert joined([PERU, OPEN]).country == "PER"


def test_groups_are_what_hangs_together() -> None:
    groups = grouped([1, 5, 2, 9, 6], lambda one, other: abs(one - other) == 1)
    assert sorted(map(sorted, groups)) == [[1, 2], [5, 6], [9]]
