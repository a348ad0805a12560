"""`sayso report`: data on standard output or in a file, what is asked for, and errors that tell the next step."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.cli.app import app
from sayso.errors import UsageError
from tests.report.small_ledger import party, quarrel


@pytest.fixture(scope="module")
def quarrel_at(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return quarrel().publish(tmp_path_factory.mktemp("cli-report") / "quarrel")


def report(ledger: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["report", "--ledger", str(ledger), *arguments])


def told(ledger: Path, *arguments: str) -> dict[str, list[str]]:
    """The ids of each section's items."""
    brief = json.loads(report(ledger, "--format", "json", *arguments).stdout)
    return {
        section["key"]: [item["row"] for group in section["groups"] for item in group["items"]]
        for section in brief["sections"]
    }


def fails(ledger: Path, *arguments: str) -> str:
    result = report(ledger, *arguments)
    assert isinstance(result.exception, UsageError)
    return str(result.exception)


def test_markdown_goes_to_standard_output_and_the_count_to_standard_error(quarrel_at: Path) -> None:
    done = report(quarrel_at)
    assert done.exit_code == 0
    assert done.stdout.startswith("# Brief: quarrel\n")
    assert done.stderr == "9 items, 15 notes\n"


@pytest.mark.parametrize(
    ("name", "begins"), [("b.html", b"<!doctype"), ("b.json", b"{"), ("b.md", b"# "), ("b", b"# ")]
)
def test_the_name_of_the_file_tells_the_format(quarrel_at: Path, tmp_path: Path, name: str, begins: bytes) -> None:
    assert report(quarrel_at, "--out", str(tmp_path / name)).stdout == ""
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_the_same_ledger_gives_the_same_bytes(quarrel_at: Path) -> None:
    assert report(quarrel_at, "--format", "html").stdout == report(quarrel_at, "--format", "html").stdout


def test_the_time_asked_for(quarrel_at: Path) -> None:
    assert told(quarrel_at, "--since", "2026-03-10")["happened"] == ["h-bridge"]
    assert told(quarrel_at, "--until", "2026-03-09")["happened"] == ["h-karva"]


@pytest.mark.parametrize("name", ["a-dorn", "Pavel Dorn", "dorn"])
def test_an_actor_is_asked_for_by_id_name_or_alias(quarrel_at: Path, name: str) -> None:
    rows = told(quarrel_at, "--actor", name)
    assert len(rows["denied"]) == 3
    assert rows["single"] == []


def test_a_state_takes_its_army_with_it_and_an_army_not_its_state(tmp_path: Path) -> None:
    small = quarrel()
    small.statement("army", "daily", "He denied it again", party("the army", "per-army"), "denial")
    small.statement("state", "daily", "One person had died", party("Lima", "per-gov"), "denial")
    small.add("actors", id="per-army", name="Army of Peru", aliases=[], kind="military", country="PER")
    root = small.publish(tmp_path / "peru")
    assert set(told(root, "--actor", "Peru")["denied"]) == {"s-army", "s-state"}
    assert told(root, "--actor", "per-army")["denied"] == ["s-army"]


def test_who_holds_an_office_of_a_body_is_asked_for_with_it(tmp_path: Path) -> None:
    small = quarrel()
    office = {"role": "envoy", "of": "ost", "from": None, "to": None}
    next(row for row in small.rows["actors"] if row["id"] == "a-dorn").update(roles=[office])
    assert "s-nofire" in told(small.publish(tmp_path / "office"), "--actor", "Osta")["denied"]


def test_an_actor_of_the_registry_that_no_row_names_gives_an_empty_brief(quarrel_at: Path) -> None:
    done = report(quarrel_at, "--actor", "nor")
    assert "Nothing in this ledger answers what was asked for." in done.stdout


def test_an_unknown_actor_is_told_with_near_names(quarrel_at: Path) -> None:
    assert "Pavel Dorn (a-dorn)" in fails(quarrel_at, "--actor", "Pawel Dorn")


def test_a_name_that_two_actors_bear_is_told_with_their_ids(tmp_path: Path) -> None:
    small = quarrel()
    small.add("actors", id="a-dorn2", name="Old Dorn", aliases=["Dorn"], kind="person")
    message = fails(small.publish(tmp_path / "two"), "--actor", "Dorn")
    assert "a-dorn, a-dorn2" in message


def test_what_is_no_date_is_told(quarrel_at: Path) -> None:
    assert "write it as 2026-02-03" in fails(quarrel_at, "--since", "last week")


def test_an_unknown_format_is_told(quarrel_at: Path) -> None:
    assert "md, html, docx, json" in fails(quarrel_at, "--format", "pdf")


def test_the_command_runs_whole(quarrel_at: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sayso", "report", "--ledger", str(quarrel_at), "--place", "Karva", "--limit", "1"]
    done = subprocess.run(command, capture_output=True, cwd=tmp_path, env={**os.environ}, check=False)
    assert done.returncode == 0
    assert b"what is placed in, or speaks of, **Karva**" in done.stdout


def test_an_error_is_one_line_and_exit_2(quarrel_at: Path) -> None:
    command = [sys.executable, "-m", "sayso", "report", "--ledger", str(quarrel_at), "--actor", "Nobody At All"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"sayso: E102")
    assert b"Traceback" not in done.stderr
