"""Speed and memory: the front end (read, clean) a core, the command's start, the cost of a poisonous document.

The front end is timed in CPU seconds of this process over documents held in memory, after one pass that loads what is
loaded once. Pages are those of the scrapinghub half, texts those of PolNeAR dev.
"""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from sayso.build import Job, build, work_on
from sayso.clean import clean
from sayso.collect.read import read
from sayso.errors import ReadError
from sayso.ledger import Ledger
from sayso.model import Document, Limits

POISON = b"poison: "


def measure_front_end(shared: Path) -> dict[str, float]:
    """Documents a second and core through read and clean: web pages, and plain texts."""
    with gzip.open(shared / "data/pages/scrapinghub-even.jsonl.gz", "rt", encoding="utf-8") as rows:
        pages = [json.loads(row)["html"].encode() for row in rows]
    with (shared / "data/statements/polnear-dev.jsonl").open(encoding="utf-8") as rows:
        texts = [json.loads(row)["text"].encode() for row in rows]
    return {"pages a second": _rate(pages), "texts a second": _rate(texts)}


def _rate(documents: list[bytes], repeats: int = 3) -> float:
    limits, best = Limits(), 0.0
    for _ in range(repeats + 1):
        start = time.process_time()
        for number, data in enumerate(documents):
            _front_end(Document(f"{number}", data), limits)
        best = max(best, len(documents) / (time.process_time() - start))
    return round(best, 1)


def _front_end(document: Document, limits: Limits) -> None:
    for position, draft in enumerate(read(document, limits).drafts, start=1):
        try:
            clean(draft, document=document, uri=document.uri, position=position, limits=limits)
        except ReadError:
            continue


def measure_start() -> dict[str, float]:
    """Wall seconds of `sayso --help`, the median of nine."""
    walls = []
    for _ in range(9):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "sayso", "--help"], check=True, capture_output=True)
        walls.append(time.perf_counter() - start)
    return {"help seconds": round(sorted(walls)[4], 3)}


def measure_memory(shared: Path) -> dict[str, float]:
    """Peak memory in MB of one process that reads and cleans every page of the scrapinghub half."""
    code = f"from benchmarks.speed import _pages; _pages({str(shared)!r})"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return {"front end MB": float(done.stdout)}


def _pages(shared: str) -> None:
    with gzip.open(Path(shared, "data/pages/scrapinghub-even.jsonl.gz"), "rt", encoding="utf-8") as rows:
        for row in rows:
            _front_end(Document("page", json.loads(row)["html"].encode()), Limits())
    # Not getrusage: its peak begins with that of the process that started this one.
    status = Path("/proc/self/status").read_text("ascii").splitlines()
    print(next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) / 1000)


def poisoned(job: Job) -> dict[str, Any]:
    """The work on one document, which misbehaves where the document says so."""
    data = job.document.data
    if data.startswith(POISON):
        _misbehave(data[len(POISON) :].split(b"\n")[0].decode())
    return work_on(job)


def _misbehave(how: str) -> None:
    if how == "raises":
        raise RuntimeError("poison")
    if how == "hangs":
        time.sleep(3600)
    if how == "is killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if how == "eats memory":
        hoard = []
        while True:
            hoard.append(bytearray(100_000_000))


def measure_poison(shared: Path, documents: int = 1000, rounds: int = 2) -> dict[str, Any]:
    """One poisonous document in a thousand: what is done, what is quarantined and why, and the time against none.

    Every other document is a web page, the rest are texts; they take 5 to 25 ms, so the time-out is one second.
    Builds with and without the poison take turns; the least time of each is compared, as the machine is shared.
    """
    texts = _pages_and_texts(shared)
    out: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as place:
        sound = _folder(Path(place, "sound"), texts, documents, "")
        for how in ("raises", "hangs", "is killed", "eats memory"):
            bad = _folder(Path(place, how), texts, documents, how)
            walls: dict[str, list[float]] = {"sound": [], "bad": []}
            for _ in range(rounds):
                walls["sound"].append(_built(sound)[0])
                wall, ledger = _built(bad)
                walls["bad"].append(wall)
            out[how] = {
                "done": sum(document["status"] == "read" for document in ledger.documents),
                "quarantined": [(Path(entry["uri"]).name, entry["code"]) for entry in ledger.quarantine],
                "seconds": round(min(walls["bad"]), 2),
                "against none": round(min(walls["bad"]) / min(walls["sound"]), 3),
            }
    return out


def _pages_and_texts(shared: Path) -> list[str]:
    """Pages and texts by turns."""
    with gzip.open(shared / "data/pages/scrapinghub-even.jsonl.gz", "rt", encoding="utf-8") as rows:
        pages = [json.loads(row)["html"] for row in rows]
    with (shared / "data/statements/polnear-dev.jsonl").open(encoding="utf-8") as rows:
        texts = [json.loads(row)["text"] for row in rows]
    return [document for pair in zip(pages, texts, strict=False) for document in pair]


def _folder(folder: Path, texts: list[str], documents: int, how: str) -> Path:
    folder.mkdir()
    for number in range(documents):
        body = f"{texts[number % len(texts)]}\n\n<p>Document {number}.</p>"
        (folder / f"{number:05}.txt").write_text(body, "utf-8")
    if how:
        (folder / f"{documents // 2:05}.txt").write_bytes(POISON + how.encode() + b"\nA text that never ends well.")
    return folder


def _built(folder: Path) -> tuple[float, Ledger]:
    where = Path(tempfile.mkdtemp(dir=folder.parent))
    _settle_limits(where)
    start = time.perf_counter()
    ledger = build(folder, ledger=where, work=poisoned)
    return time.perf_counter() - start, ledger


def _settle_limits(where: Path) -> None:
    limits = replace(Limits(), seconds=1.0, memory_mb=200)
    # Nothing is in this scope: it is the engine that is measured, not the reading of statements.
    scope = '[scope]\nactors = ["nobody of this name"]\n'
    text = f"format = 1\n{scope}[limits]\nseconds = {limits.seconds}\nmemory_mb = {limits.memory_mb}\n"
    (where / "sayso.toml").write_text(text, "utf-8")


if __name__ == "__main__":
    root = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    print(
        json.dumps(
            {**measure_front_end(root), **measure_start(), **measure_memory(root), **measure_poison(root)}, indent=1
        )
    )
