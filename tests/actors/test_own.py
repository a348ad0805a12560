"""A ledger brings actors of its own, by CSV or by tables of its settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.actors import Actor, ledger_actors, own_actors
from sayso.actors.importing import as_csv
from sayso.errors import UsageError
from sayso.model.actor import Loaded, Office, Seat


def table(folder: Path, text: str) -> Path:
    path = folder / "actors.csv"
    path.write_text(text, "utf-8")
    return path


def test_a_table_needs_only_id_and_name(tmp_path: Path) -> None:
    path = table(tmp_path, "id,name\nrovik,Rovik Front\n")
    assert own_actors(path) == [Actor("rovik", "Rovik Front", "organisation")]


def test_cells_hold_lists_dates_and_offices(tmp_path: Path) -> None:
    text = (
        "id,name,kind,country,aliases,loaded,seats,roles\n"
        "rovik,Rovik Front,armed-group,PER,RF|the Front,Sons of Ash @ PER,Old Mill [2010..2012],\n"
        "ana,Ana Tarvel,person,PER,,,,president @ per-gov [2011-07..]\n"
    )
    rovik, ana = own_actors(table(tmp_path, text))
    assert rovik.aliases == ("RF", "the Front")
    assert rovik.loaded == (Loaded("Sons of Ash", "PER"),)
    assert rovik.seats == (Seat("Old Mill", "2010", "2012"),)
    assert ana.roles == (Office("president", "per-gov", "2011-07"),)


def test_what_is_written_reads_back_the_same(tmp_path: Path) -> None:
    actors = [
        Actor("ana", "Ana, Tarvel", "person", "PER", roles=(Office("president", "per-gov", "2011", None),)),
        Actor(
            "rovik", "Rovik", "party", aliases=("a", "b"), loaded=(Loaded("x"),), seats=(Seat("Mill", None, "2012"),)
        ),
    ]
    assert own_actors(table(tmp_path, as_csv(actors))) == actors


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name\nRovik\n", "the columns id and name are needed"),
        ("id,name,colour\nrovik,Rovik,red\n", "there is no column 'colour'"),
        ("id,name,kind\nrovik,Rovik,gang\n", "line 2: actor 'rovik': kind is 'gang'"),
        ("id,name\nrovik,Rovik\nrovik,Other\n", "line 3: the id 'rovik' stands there twice"),
        ("id,name\nrovik,Rovik,more\n", "line 2: there are more cells than columns"),
        ("id,name,roles\nrovik,Rovik,president\n", "write it as 'role @ actor-id"),
    ],
)
def test_a_wrong_table_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        own_actors(table(tmp_path, text))
    assert caught.value.code == "E103"
    assert told in caught.value.message


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="E103"):
        own_actors(tmp_path / "none.csv")


def test_the_settings_of_a_ledger_go_before_its_table(tmp_path: Path) -> None:
    table(tmp_path, "id,name\nrovik,Rovik Front\ntarva,Tarva\n")
    (tmp_path / "sayso.toml").write_text('format = 1\n[[actor]]\nid = "rovik"\nname = "Rovik League"\n', "utf-8")
    assert [(actor.id, actor.name) for actor in ledger_actors(tmp_path)] == [
        ("rovik", "Rovik League"),
        ("tarva", "Tarva"),
    ]


def test_a_ledger_without_any_has_none(tmp_path: Path) -> None:
    assert ledger_actors(tmp_path) == []


def test_a_wrong_row_of_the_settings_is_told() -> None:
    with pytest.raises(UsageError, match=r"sayso\.toml: actor 1"):
        own_actors([{"name": "No id"}])
    with pytest.raises(UsageError, match="it must be a table"):
        own_actors(["rovik"])  # type: ignore[list-item]
