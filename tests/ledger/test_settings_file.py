"""`sayso.toml`: what it may hold, and how a scope is written into it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.ledger import LedgerFolder, same_scope, set_scope, settings_key
from sayso.ledger.settings_file import read_settings, starting_text
from sayso.model import Limits, Scope, Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "sayso.toml"
    path.write_text(starting_text(), "utf-8")
    return path


def test_a_new_ledger_is_about_the_default(file: Path) -> None:
    assert read_settings(file).scope == Scope()


def test_a_scope_is_narrowed_by_actors_places_and_words(file: Path) -> None:
    file.write_text('[scope]\nactors = ["Rovik Front"]\nplaces = ["Tarva", "Olmar"]\n', "utf-8")
    assert read_settings(file).scope.entries == ("Rovik Front", "Tarva", "Olmar")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("scope = 1", "scope is not a table"),
        ("[scope]\nall = 1", "true or false"),
        ("[scope]\nactor = []", "there is no setting 'actor'"),
        ('[scope]\nactors = "Rovik"', "must be a list of words"),
        ('[scope]\nwords = [" "]', "must be a list of words"),
    ],
)
def test_a_scope_that_cannot_be_used_is_named(file: Path, text: str, told: str) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(UsageError, match=told):
        read_settings(file)


@pytest.mark.parametrize(
    "text",
    [
        starting_text(),
        '[scope]\nactors = ["Rovik"]  # theirs\n',
        "[scope]\nall = false  # for now\n\n[limits]\nseconds = 5\n",
        "block_documents = 7\n\n[limits]\nseconds = 5",
        "  [ scope ]\n",
    ],
)
def test_a_scope_is_written_and_the_rest_is_left(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")
    before = read_settings(file)
    if "[ scope ]" in text:
        with pytest.raises(UsageError, match="write 'all = true' under"):
            set_scope(file, everything=True)
        assert file.read_text("utf-8") == text
        return
    set_scope(file, everything=True)
    after = read_settings(file)
    assert after.scope.all
    assert (after.limits, after.scope.actors, after.block_documents) == (
        before.limits,
        before.scope.actors,
        before.block_documents,
    )
    assert all(line in file.read_text("utf-8") for line in text.splitlines() if "all =" not in line)
    set_scope(file, everything=False)
    assert not read_settings(file).scope.all


def test_a_scope_that_stands_already_is_not_written_again(file: Path) -> None:
    set_scope(file, everything=False)
    assert file.read_text("utf-8") == starting_text()


def test_the_key_tells_scope_and_limits_apart() -> None:
    plain = settings_key(Settings())
    other_limits = settings_key(Settings(limits=Limits(seconds=1.0)))
    other_scope = settings_key(Settings(scope=Scope(all=True)))
    assert len({plain, other_limits, other_scope}) == 3
    assert same_scope(plain, other_limits)
    assert not same_scope(plain, other_scope)


def test_the_scope_of_a_new_folder_is_the_default(tmp_path: Path) -> None:
    assert LedgerFolder.create(tmp_path / "border").settings().scope == Scope()
