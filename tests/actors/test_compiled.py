"""What was compiled is what the data files hold, or it is not read."""

from __future__ import annotations

from sayso.actors.compiled import digest_of, packed, read_compiled, sources
from sayso.actors.index import read_rows, shipped


def test_the_compiled_rows_are_those_of_the_data_files() -> None:
    data = sources()
    compiled = read_compiled(digest_of(data))
    assert compiled is not None, "a data file changed: run python -m training.actors.compile_registry"
    assert list(compiled) == read_rows(data)


def test_rows_compiled_of_other_files_are_not_read() -> None:
    assert read_compiled(digest_of([("other.toml", b"")])) is None


def test_the_same_rows_are_packed_into_the_same_bytes() -> None:
    assert packed(shipped()[:5], "x") == packed(shipped()[:5], "x")


def test_a_digest_depends_on_names_and_bytes() -> None:
    assert len({digest_of([("a", b"1")]), digest_of([("b", b"1")]), digest_of([("a", b"2")])}) == 3
