"""Other lists of actors are taken in: every usable row, merged with what is known; what is not usable is told."""

from __future__ import annotations

import bz2
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from sayso.actors import Actor, registry
from sayso.actors.importing import import_actors
from sayso.actors.json_stream import objects_of
from sayso.actors.wikidata import read_items
from sayso.errors import UsageError


def claim(value: Any, **qualifiers: Any) -> dict[str, Any]:
    rows = {prop: [{"datavalue": {"value": one}}] for prop, one in qualifiers.items()}
    return {"mainsnak": {"datavalue": {"value": value}}, "qualifiers": rows, "rank": "normal"}


def time(day: str, precision: int = 11) -> dict[str, Any]:
    return {"time": f"+{day}T00:00:00Z", "precision": precision}


def item(number: int, label: str, **claims: list[Any]) -> dict[str, Any]:
    return {"id": f"Q{number}", "labels": {"en": {"value": label}}, "claims": claims}


POSITION = item(900001, "President of Tarva", P17=[claim({"id": "Q900002"})])
STATE = item(900002, "Tarva", P31=[claim({"id": "Q6256"})], P298=[claim("PER")])
PERSON = {
    **item(
        900003,
        "Ana Tarvel",
        P31=[claim({"id": "Q5"})],
        P27=[claim({"id": "Q900002"})],
        P39=[claim({"id": "Q900001"}, P580=time("2011-07-28"), P582=time("2016-00-00", 9))],
    ),
    "aliases": {"en": [{"value": "A. Tarvel"}], "ar": [{"value": "آنا تارفل"}]},
}
GROUP = item(
    900004,
    "Rovik Front",
    P31=[claim({"id": "Q900005"})],
    P17=[claim({"id": "Q419"})],
    P571=[claim(time("2001-00-00", 9))],
)
SORT = item(900005, "militant group")
EVERY = [POSITION, STATE, PERSON, GROUP, SORT]


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def lines(rows: list[Any]) -> str:
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n"


def dump(rows: list[Any]) -> str:
    return "[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n"


@pytest.mark.parametrize("text", [lines(EVERY), dump(EVERY), json.dumps(EVERY), json.dumps(EVERY, indent=2)])
def test_items_are_read_a_line_each_or_as_an_array(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "extract.json", text)
    assert [found.value["id"] for found in objects_of(path) if found.value] == [row["id"] for row in EVERY]
    assert not any(found.problem for found in objects_of(path))


def test_packed_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.json.gz").write_bytes(gzip.compress(lines(EVERY).encode()))
    (tmp_path / "a.json.bz2").write_bytes(bz2.compress(dump(EVERY).encode()))
    for name in ("a.json.gz", "a.json.bz2"):
        assert len(list(objects_of(tmp_path / name))) == len(EVERY)


def test_a_person_comes_with_state_names_and_dated_offices(tmp_path: Path) -> None:
    rows, _ = import_actors([write(tmp_path / "a.json", lines(EVERY))], [], registry())
    ana = next(row for row in rows if row.name == "Ana Tarvel")
    assert (ana.id, ana.kind, ana.country) == ("wd-q900003", "person", "PER")
    assert ana.aliases == ("A. Tarvel", "آنا تارفل")
    office = ana.roles[0]
    assert (office.role, office.of, office.since, office.until) == ("president", "per-gov", "2011-07-28", "2016")


@pytest.mark.parametrize(
    ("label", "role", "of"),
    [
        ("Minister of Foreign Affairs of Bolivia", "minister of foreign affairs", "bol-gov"),
        ("Secretary-General of the United Nations", "secretary-general", "int-un"),
        ("Lord of the Dance", "lord of the dance", "per-gov"),
    ],
)
def test_an_office_is_parted_into_role_and_body(tmp_path: Path, label: str, role: str, of: str) -> None:
    claims = {"P17": [claim({"id": "Q750"})]} if "Bolivia" in label else {}
    rows = [item(900001, label, **claims), STATE, PERSON]
    actors, _ = import_actors([write(tmp_path / "a.json", lines(rows))], [], registry())
    office = next(row for row in actors if row.name == "Ana Tarvel").roles[0]
    assert (office.role, office.of) == (role, of)


def test_a_group_is_told_by_the_words_of_what_it_is_and_its_state_by_number(tmp_path: Path) -> None:
    rows, _ = import_actors([write(tmp_path / "a.json", lines(EVERY))], [], registry())
    rovik = next(row for row in rows if row.name == "Rovik Front")
    assert (rovik.kind, rovik.country, rovik.since) == ("armed-group", "PER", "2001")


def test_bad_lines_are_told_by_number_and_the_others_are_kept(tmp_path: Path) -> None:
    text = lines([STATE]) + "{broken\n" + '{"id": "P31", "labels": {}}\n' + "[1]\n" + lines([GROUP, SORT])
    items = read_items(objects_of(write(tmp_path / "a.json", text)))
    assert list(items.rows) == ["Q900002", "Q900004", "Q900005"]
    assert [problem.split(":")[0] for problem in items.problems] == ["line 2", "line 3", "line 4"]


def test_an_array_that_breaks_off_is_told_with_its_line(tmp_path: Path) -> None:
    whole = json.dumps([STATE, GROUP], indent=2)
    found = list(objects_of(write(tmp_path / "a.json", whole[: whole.rindex("Rovik")])))
    assert [bool(one.value) for one in found] == [True, False]
    assert "from here on no JSON" in (found[-1].problem or "")


def test_an_office_whose_item_is_not_in_the_file_is_told(tmp_path: Path) -> None:
    _, report = import_actors([write(tmp_path / "a.json", lines([STATE, PERSON]))], [], registry())
    assert any("office Q900001 is not in the file" in problem for problem in report.problems)


def test_who_is_known_keeps_the_id_and_gains_names(tmp_path: Path) -> None:
    known = registry((Actor("rovik", "Rovik Front", "armed-group", "PER", aliases=("RF",)),))
    rows, report = import_actors([write(tmp_path / "a.json", lines([GROUP, SORT]))], [], known)
    assert [(row.id, row.aliases, row.since) for row in rows] == [("rovik", ("RF",), "2001")]
    assert (report.added, report.merged) == (0, 1)


def test_empty_tables_may_stand_as_lists(tmp_path: Path) -> None:
    bare = {"id": "Q900009", "labels": {"en": {"value": "Tarva League"}}, "aliases": [], "claims": []}
    items = read_items(objects_of(write(tmp_path / "a.json", lines([bare]))))
    assert list(items.rows) == ["Q900009"]
    assert items.problems == []


def test_importing_twice_changes_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", lines(EVERY))
    once, _ = import_actors([path], [], registry())
    twice, report = import_actors([path], once, registry())
    assert twice == once
    assert report.added == 0


@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_a_list_of_ucdp_is_read_whatever_parts_its_columns(tmp_path: Path, mark: str) -> None:
    rows = [
        ["ActorId", "NameData", "NameFull", "NameOrig", "Org"],
        ["9001", "Rovik", "Rovik Front", "Frente Rovik", "1"],
        ["9002", "Government of Peru", "Government of Peru", "", "4"],
        ["", "Nobody", "", "", "1"],
    ]
    path = write(tmp_path / "actors.csv", "\n".join(mark.join(row) for row in rows) + "\n")
    actors, report = import_actors([path], [], registry())
    assert [(actor.id, actor.kind) for actor in actors] == [("ucdp-9001", "armed-group"), ("ucdp-9002", "government")]
    assert (actors[0].name, actors[0].aliases) == ("Rovik Front", ("Rovik", "Frente Rovik"))
    assert actors[1].country == "PER"
    assert report.problems == ["actors.csv, line 4: no id or no name"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="E101"):
        import_actors([tmp_path / "none.json"], [], registry())
