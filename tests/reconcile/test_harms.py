"""The kinds of harm that words report, and how many are told of as killed, hurt or held."""

from __future__ import annotations

import pytest

from sayso.reconcile.harms import Toll, kinds_in
from sayso.schema.data import read_data
from tests.reconcile.reports import LIMA_ARMY, NURSE, Report, saying


def test_words_of_one_family_report_one_kind() -> None:
    assert kinds_in("they detained the ferryman") == kinds_in("the ferryman was arrested") == {"capture"}


def test_words_of_no_harm_report_none() -> None:
    assert kinds_in("the council met twice") == frozenset()


@pytest.mark.parametrize("kind", read_data("sayso.reconcile", "harms.toml")["kinds"])
def test_every_kind_is_told_by_a_word_of_each_of_its_families(kind: str) -> None:
    families = read_data("sayso.reconcile", "families.toml")
    for family in read_data("sayso.reconcile", "harms.toml")["kinds"][kind]:
        assert any(kind in kinds_in(word) for word in families[family].split())


def test_bodies_are_counted_as_killed() -> None:
    assert saying("she had counted nine bodies", NURSE).tolls == (Toll("killed", 9, 9, "body"),)


def test_a_count_is_of_the_harm_of_the_event_that_holds_its_figure() -> None:
    report = Report("The army said nine herders died at Orvela.")
    row = report.says(LIMA_ARMY, "nine herders died at Orvela")
    report.does("died", "ASSAULT", said_in=row, figures=[("killed", 9, 9, "nine")])
    assert Toll("killed", 9, 9, "herder") in report.sayings[0].tolls


def test_a_number_of_dead_may_stand_without_a_noun() -> None:
    assert saying("the village has buried 37", NURSE).tolls == (Toll("killed", 37, 37),)


def test_a_part_of_a_total_is_no_toll() -> None:
    assert saying("four of the 12 injured were children", NURSE).tolls == ()
