"""The table that is installed opens at once, finds names, and says what to do where it is missing."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from sayso.language.places import TableError
from sayso.language.places import table as tables
from sayso.language.places.layout import read
from sayso.language.places.table import Table, table


def test_every_name_leads_back_to_its_place() -> None:
    held = table()
    for number in range(0, len(held), 9973):
        assert held.name(number)
        assert -90 <= held.lat[number] <= 90
        assert -180 <= held.lon[number] <= 180


def test_a_name_that_no_place_bears_finds_nothing() -> None:
    assert not len(table().postings("zzarvelgrad"))


def test_it_opens_within_a_tenth_of_a_second() -> None:
    where = Path(tables.__file__).with_name("gazetteer.bin")
    begun = process_time()
    held = Table(read(where))
    assert len(held.postings("kabul"))
    assert process_time() - begun < 0.1


def test_a_missing_table_names_the_command_that_makes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "files", lambda package: tmp_path)
    tables.table.cache_clear()
    try:
        with pytest.raises(TableError, match=r"python -m sayso\.language\.places\.compile"):
            table()
    finally:
        tables.table.cache_clear()
