"""The command line: data on standard output, the rest on standard error, and the exit codes of the design."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.build import build

ROOT = Path(__file__).resolve().parents[2]


def sayso(*arguments: object, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "sayso", *map(str, arguments)]
    environment = {**os.environ, "COLUMNS": "100"}
    return subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, env=environment, check=False)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("cli") / "border"
    build(ROOT / "src/sayso/sample/documents", ledger=root)
    return root


def test_help_is_quick_and_names_every_verb() -> None:
    walls = []
    for _ in range(3):
        start = time.perf_counter()
        done = sayso("--help")
        walls.append(time.perf_counter() - start)
    assert done.returncode == 0
    assert min(walls) < 0.6
    for verb in ("build", "show", "export", "verify", "sql", "actors", "demo", "doctor", "serve", "watch", "review"):
        assert verb.encode() in done.stdout


def test_a_build_with_quarantine_exits_with_3_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text('"The bridge is open," the mayor of the town said on Monday at noon.\n', "utf-8")
    (tmp_path / "bad.bin").write_bytes(bytes(range(32)) * 40)
    done = sayso("build", "good.txt", "bad.bin", "--ledger", "border", cwd=tmp_path)
    assert done.returncode == 3
    assert b"1 in quarantine" in done.stderr
    shown = sayso("show", "quarantine", "--ledger", "border", "--json", cwd=tmp_path)
    assert json.loads(shown.stdout)["code"] == "E301"


def test_a_clean_build_exits_with_0_and_json_goes_to_standard_output(tmp_path: Path) -> None:
    words = b'"The bridge is open," Mayor Lotte Bergh said on Monday at noon in the town of Ulm.\n'
    done = sayso("build", "-", "--ledger", tmp_path / "border", "--json", stdin=words)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["articles"] == 1


def test_a_build_without_a_ledger_is_a_usage_error() -> None:
    done = sayso("build", "x.txt")
    assert done.returncode == 2
    assert b"--ledger" in done.stderr


def test_a_missing_source_is_told_in_one_line(tmp_path: Path) -> None:
    done = sayso("build", tmp_path / "nowhere", "--ledger", tmp_path / "border")
    assert done.returncode == 2
    assert done.stderr.startswith(b"sayso: E101")
    assert b"Traceback" not in done.stderr


def test_the_glance_shows_counts_and_a_row_with_its_evidence(ledger: Path) -> None:
    shown = sayso("show", "--ledger", ledger).stdout.decode()
    assert "statements" in shown
    assert "A row, with its evidence" in shown
    assert "characters" in shown


def test_a_row_is_shown_in_its_paragraph(ledger: Path) -> None:
    row = json.loads(sayso("show", "statements", "--limit", 1, "--json", "--ledger", ledger).stdout)
    shown = sayso("show", row["id"], "--ledger", ledger).stdout.decode()
    assert "▸" in shown
    assert row["content"][0]["quote"][:20] in shown


def test_an_article_is_shown_with_its_statements(ledger: Path) -> None:
    row = json.loads(sayso("show", "articles", "--limit", 1, "--json", "--ledger", ledger).stdout)
    shown = sayso("show", row["id"], "--ledger", ledger).stdout.decode()
    assert row["title"] in shown
    assert "s-" in shown


def test_words_are_found(ledger: Path) -> None:
    shown = sayso("show", "--find", "guns", "--ledger", ledger)
    assert b"guns" in shown.stdout
    assert b"found" in shown.stderr


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_the_count_of_an_export_is_the_count_on_the_screen(ledger: Path, form: str) -> None:
    done = sayso("export", "statements", "--format", form, "--ledger", ledger)
    counts = json.loads(sayso("show", "--json", "--ledger", ledger).stdout)["counts"]
    assert done.stderr.decode().startswith(f"{counts['statements']} rows")
    if form == "csv":
        rows = csv.reader(io.StringIO(done.stdout.decode("utf-8-sig"), newline=""))
        assert len(list(rows)) == counts["statements"] + 1


def test_an_export_to_a_file_is_there_whole(ledger: Path, tmp_path: Path) -> None:
    done = sayso("export", "articles", "--out", tmp_path / "articles.jsonl", "--ledger", ledger)
    assert done.stdout == b""
    assert len((tmp_path / "articles.jsonl").read_bytes().splitlines()) == int(done.stderr.split()[0])


def test_an_export_to_a_full_disk_says_so(ledger: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("needs /dev/full")
    with full.open("wb") as out:
        command = [sys.executable, "-m", "sayso", "export", "statements", "--ledger", str(ledger)]
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr


def test_verify_exits_with_0_then_with_4(ledger: Path, tmp_path: Path) -> None:
    assert sayso("verify", "--ledger", ledger).returncode == 0
    build(ROOT / "src/sayso/sample/documents/01_lake_wire.txt", ledger=tmp_path / "border")
    path = tmp_path / "border/ledger.sqlite"
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    done = sayso("verify", "--ledger", tmp_path / "border")
    assert done.returncode == 4
    assert b"E601" in done.stderr


def test_sql_gives_rows(ledger: Path) -> None:
    done = sayso("sql", "SELECT count(*) AS n FROM statements", "--json", "--ledger", ledger)
    assert json.loads(done.stdout)["n"] >= 40
    assert b"articles(" in sayso("sql", "--ledger", ledger).stdout
    failed = sayso("sql", "SELECT nothing FROM nowhere", "--ledger", ledger)
    assert (failed.returncode, failed.stderr[:11]) == (2, b"sayso: E104")


def test_the_demo_builds_and_shows(tmp_path: Path) -> None:
    done = sayso("demo", cwd=tmp_path)
    assert done.returncode == 0
    assert b"synthetic" in done.stderr
    assert (tmp_path / "demo-ledger/ledger.sqlite").exists()


def test_the_doctor_finds_nothing_missing(ledger: Path) -> None:
    done = sayso("doctor", "--ledger", ledger, "--json")
    assert done.returncode == 0
    report = json.loads(done.stdout)
    assert report["missing"] == []
    assert report["settings"]["limits.seconds"][1] == "default"


@pytest.mark.parametrize("verb", ["serve", "watch", "review"])
def test_verbs_to_come_say_when(verb: str) -> None:
    done = sayso(verb)
    assert done.returncode == 2
    assert b"E105" in done.stderr
    assert b"release" in done.stderr


def test_a_folder_that_is_no_ledger_is_named(tmp_path: Path) -> None:
    done = sayso("show", "--ledger", tmp_path)
    assert done.returncode == 1
    assert b"E501" in done.stderr


def test_what_documents_hold_cannot_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(
        '"The \x1b[31mbridge\u202e is open," Mayor Lotte Bergh said on Monday at noon.\n', "utf-8"
    )
    sayso("build", tmp_path / "x.txt", "--ledger", tmp_path / "border")
    shown = sayso("show", "--find", "bridge", "--ledger", tmp_path / "border").stdout.decode()
    assert "\x1b" not in shown
    assert "\u202e" not in shown
