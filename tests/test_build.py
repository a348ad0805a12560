"""A ledger is the same whatever the order, the workers or the accidents on the way to it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from sayso.build import Job, build, work_on
from sayso.errors import LedgerError, UsageError
from sayso.ledger import Ledger
from sayso.schema import tables

ROOT = Path(__file__).resolve().parents[1]


def exports(ledger: Ledger) -> dict[str, bytes]:
    return {name: ledger.export(name) for name in tables()}


def never(job: Job) -> dict[str, Any]:
    raise AssertionError("a finished document was worked again")


def poisoned(job: Job) -> dict[str, Any]:
    if b"POISON" in job.document.data:
        os.kill(os.getpid(), signal.SIGKILL)
    return work_on(job)


def test_the_sample_makes_a_ledger(tmp_path: Path, sample: Path) -> None:
    ledger = build(sample, ledger=tmp_path / "border")
    assert len(ledger.documents) >= 14
    assert len({row["form"] for row in ledger.documents}) >= 6
    assert len(ledger.articles) >= 18
    assert len(ledger.statements) >= 40
    assert [row["code"] for row in ledger.quarantine] == ["E303"]


def test_order_of_sources_and_workers_do_not_matter(tmp_path: Path, sample: Path) -> None:
    paths = sorted(sample.iterdir())
    one = build(*paths, ledger=tmp_path / "one", workers=1)
    two = build(*reversed(paths), ledger=tmp_path / "two", workers=2)
    assert exports(one) == exports(two)


def test_building_in_steps_gives_what_building_at_once_gives(tmp_path: Path, sample: Path) -> None:
    paths = sorted(sample.iterdir())
    build(*paths[:5], ledger=tmp_path / "steps")
    stepped = build(*paths[5:], ledger=tmp_path / "steps")
    assert exports(stepped) == exports(build(*paths, ledger=tmp_path / "once"))


def test_a_finished_document_is_never_worked_again(tmp_path: Path, sample: Path) -> None:
    before = exports(build(sample, ledger=tmp_path / "border"))
    published = (tmp_path / "border/ledger.sqlite").stat().st_mtime_ns
    assert exports(build(sample, ledger=tmp_path / "border", work=never)) == before
    assert (tmp_path / "border/ledger.sqlite").stat().st_mtime_ns == published, "nothing new, yet published again"


def test_a_new_pipeline_works_everything_again(tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = sample / "01_lake_wire.txt"
    build(source, ledger=tmp_path / "border")
    segments = list((tmp_path / "border/findings").glob("*documents*"))
    monkeypatch.setattr("sayso.findings.PIPELINE", "next")
    monkeypatch.setitem(build.__globals__, "PIPELINE", "next")
    build(ledger=tmp_path / "border")
    after = list((tmp_path / "border/findings").glob("*documents*"))
    assert len(after) == 1
    assert after != segments


def test_the_same_bytes_in_two_places_are_one_document(tmp_path: Path, sample: Path) -> None:
    for name in ("b.txt", "a.txt"):
        shutil.copy2(sample / "01_lake_wire.txt", tmp_path / name)
    ledger = build(tmp_path / "b.txt", tmp_path / "a.txt", ledger=tmp_path / "border")
    (document,) = ledger.documents
    assert document["uri"].endswith("a.txt")
    assert len(document["uris"]) == 2


def test_a_poisonous_document_costs_only_itself(tmp_path: Path, sample: Path) -> None:
    folder = tmp_path / "docs"
    shutil.copytree(sample, folder)
    (folder / "poison.txt").write_text("POISON", "utf-8")
    ledger = build(folder, ledger=tmp_path / "border", work=poisoned)
    rows = {row["code"]: row for row in ledger.quarantine}
    assert rows["E403"]["uri"].endswith("poison.txt")
    assert rows["E403"]["attempts"] == 2
    assert rows["E403"]["stage"] == "engine"
    assert len(ledger.articles) == len(build(sample, ledger=tmp_path / "clean").articles)


def test_what_the_engine_gave_up_is_tried_again_when_asked(tmp_path: Path) -> None:
    (tmp_path / "poison.txt").write_text("POISON is a word that a colonel said he would not use again.", "utf-8")
    ledger = build(tmp_path / "poison.txt", ledger=tmp_path / "border", work=poisoned)
    assert len(ledger.quarantine) == 1
    assert len(build(ledger=tmp_path / "border", work=never).quarantine) == 1
    assert len(build(ledger=tmp_path / "border", retry=True).quarantine) == 0


def test_a_problem_of_collecting_goes_when_the_source_is_mended(tmp_path: Path, sample: Path) -> None:
    archive, good = tmp_path / "desk.zip", (sample / "12_desk.zip").read_bytes()
    archive.write_bytes(good[: len(good) // 2])
    ledger = build(archive, ledger=tmp_path / "border")
    assert {row["code"] for row in ledger.quarantine} == {"E203"}
    archive.write_bytes(good)
    ledger = build(archive, ledger=tmp_path / "border")
    assert len(ledger.quarantine) == 0
    assert len(ledger.articles) == 2


def test_a_problem_that_comes_and_goes_is_told_each_time(tmp_path: Path, sample: Path) -> None:
    archive, good = tmp_path / "desk.zip", (sample / "12_desk.zip").read_bytes()
    for data, codes in ((good[:300], {"E203"}), (good, set()), (good[:300], {"E203"}), (good, set())):
        archive.write_bytes(data)
        ledger = build(archive, ledger=tmp_path / "border")
        assert {row["code"] for row in ledger.quarantine} == codes


def test_a_build_cut_off_before_publishing_is_published_by_the_next(
    tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(sample / "01_lake_wire.txt", ledger=tmp_path / "border")

    def cut_off(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(build.__globals__, "publish", cut_off)
    with pytest.raises(KeyboardInterrupt):
        build(sample, ledger=tmp_path / "border")
    monkeypatch.undo()
    ledger = build(ledger=tmp_path / "border")
    assert exports(ledger) == exports(build(sample, ledger=tmp_path / "clean"))


def test_a_damaged_published_ledger_is_made_anew(tmp_path: Path, sample: Path) -> None:
    before = exports(build(sample, ledger=tmp_path / "border"))
    path = tmp_path / "border/ledger.sqlite"
    path.write_bytes(path.read_bytes()[:5000])
    assert exports(build(ledger=tmp_path / "border", work=never)) == before


def test_a_source_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"E101 .*nowhere"):
        build(tmp_path / "nowhere", ledger=tmp_path / "border")


def test_a_full_disk_ends_the_build_and_the_next_one_goes_on(
    tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, calls = Path.write_bytes, [0]

    def full(self: Path, data: bytes) -> int:
        calls[0] += 1
        if calls[0] == 6:
            raise OSError(28, "No space left on device")
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(LedgerError, match=r"E504 .*No space left"):
        build(sample, ledger=tmp_path / "border")
    monkeypatch.undo()
    resumed = build(sample, ledger=tmp_path / "border")
    assert exports(resumed) == exports(build(sample, ledger=tmp_path / "clean"))


def test_a_killed_build_is_resumed_and_gives_the_same_ledger(tmp_path: Path, sample: Path) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    for number in range(60):
        for name in ("01_lake_wire.txt", "02_kald_observer.html"):
            data = (sample / name).read_bytes().replace(b"Tuesday", f"Tuesday {number}".encode())
            (folder / f"{number:03}_{name}").write_bytes(data + f"\n<!-- {number} -->".encode())
    ledger = tmp_path / "border"
    code = f"import sayso; sayso.build({str(folder)!r}, ledger={str(ledger)!r}, workers=1)"
    ledger.mkdir()
    (ledger / "sayso.toml").write_text("format = 1\nblock_documents = 5\n", "utf-8")
    process = subprocess.Popen([sys.executable, "-c", code], start_new_session=True)
    deadline = time.monotonic() + 60
    while len(list(ledger.glob("findings/*documents*"))) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    written = len(list(ledger.glob("findings/*documents*")))
    assert written >= 2
    assert not (ledger / "ledger.sqlite").exists()
    resumed = build(folder, ledger=ledger)
    assert exports(resumed) == exports(build(folder, ledger=tmp_path / "clean"))


class _Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = (ROOT / "src/sayso/sample/documents/02_kald_observer.html").read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Keep the test's output quiet."""


def test_an_address_is_a_source(tmp_path: Path) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root = tmp_path / "border"
    root.mkdir()
    (root / "sayso.toml").write_text("format = 1\nallow_private_addresses = true\n", "utf-8")
    address = f"http://127.0.0.1:{server.server_port}/2026/03/04/guns"
    try:
        (article,) = build(address, ledger=root).articles
    finally:
        server.shutdown()
        server.server_close()
    assert article["uri"] == article["url"] == address
    assert article["outlet"] == "Kald Observer"


def test_progress_is_told_with_a_total(tmp_path: Path, sample: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    build(sample, ledger=tmp_path / "border", tell=lambda *step: told.append(step))
    done = [step for step in told if step[0] == "process"]
    assert done[-1][1] == done[-1][2] == len(done)


@pytest.mark.parametrize("way", ["a script without a guard", "standard input"])
def test_a_plain_script_may_build(tmp_path: Path, sample: Path, way: str) -> None:
    lines = f"import sayso\nledger = sayso.build({str(sample)!r}, ledger='border')\nprint(len(ledger.statements))\n"
    script = tmp_path / "analysis.py"
    script.write_text(lines, "utf-8")
    command = [sys.executable, "analysis.py"] if way.startswith("a script") else [sys.executable, "-"]
    done = subprocess.run(command, input=lines, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) >= 40


def test_the_three_lines_of_the_readme_work(tmp_path: Path, sample: Path) -> None:
    code = (
        "import sayso\n"
        f"ledger = sayso.build({str(sample)!r}, ledger='border')\n"
        "frame = ledger.statements.pandas()\n"
        "print(len(frame), list(frame.columns)[:2])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "['id', 'article_id']" in done.stdout
    assert json.loads(done.stdout.split()[0]) >= 40
