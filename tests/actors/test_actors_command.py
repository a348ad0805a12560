"""`sayso actors`: the registry is listed, shown and asked; other lists are taken into a ledger."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.cli.actors import actors


def run(*arguments: str) -> Result:
    return CliRunner().invoke(actors, list(arguments), catch_exceptions=False)


def test_a_mention_is_told_with_how_it_was_found() -> None:
    out = run("who", "Lima", "--on", "2012-01-01").output
    assert "per-gov" in out
    assert "metonym" in out


def test_a_mention_of_nobody_says_so_and_exits_well() -> None:
    result = run("who", "the foreign ministry")
    assert result.exit_code == 0
    assert "nobody for sure" in result.output


def test_answers_are_machine_readable() -> None:
    assert json.loads(run("who", "the foreign ministry", "--country", "per", "--json").output)["actor_id"] == "per-mfa"
    assert json.loads(run("who", "nobody at all", "--json").output) is None


def test_a_wrong_day_and_an_unknown_actor_are_told() -> None:
    from sayso.errors import UsageError

    with pytest.raises(UsageError, match="E102"):
        run("who", "Lima", "--on", "yesterday")
    with pytest.raises(UsageError, match="E102"):
        run("show", "nobody")


def test_an_actor_is_shown_with_whom_it_belongs_to() -> None:
    assert "per-mfa < per-gov < per" in run("show", "per-mfa").output


def test_the_list_is_narrowed_by_kind_and_state() -> None:
    rows = [
        json.loads(line) for line in run("list", "--kind", "state", "--country", "PER", "--json").output.splitlines()
    ]
    assert [row["id"] for row in rows] == ["per"]


def test_imported_actors_are_in_the_ledger_and_are_found(tmp_path: Path) -> None:
    source = tmp_path / "list.csv"
    source.write_text("ActorId,NameData\n9001,Rovik Front\n", "utf-8")
    result = run("import", str(source), "--ledger", str(tmp_path))
    assert "1 added, 0 merged, 0 left out" in result.output
    assert "ucdp-9001" in run("who", "Rovik Front fighters", "--ledger", str(tmp_path)).output
    again = run("import", str(source), "--ledger", str(tmp_path))
    assert "0 added, 1 merged" in again.output
