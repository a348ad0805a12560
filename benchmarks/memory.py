"""What Sayso takes: a worker's resident memory, the shipped weights, an installation, each in MB of 10⁶ bytes.

    python -m benchmarks.memory [FOLDER]

The worker is a real one: a build with a single worker process reads FOLDER (without it, the bundled sample), and the
worker notes its peak after each document. An installation is the sum of the files that are recorded for every
distribution that Sayso requires, without extras; bytecode, which is written at need, does not count. Sayso's own part
is this tree's, and so are its requirements, as what is installed here may be an older one or a link.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from sayso.build import Job, build, work_on

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "src/sayso/sample/documents"
PEAKS = "worker-peaks.txt"


def measure(folder: Path = SAMPLE) -> dict[str, float]:
    """`worker_mb` after reading a folder, `weights_mb`, `install_mb`."""
    return {"weights_mb": weights_mb(), "install_mb": install_mb(), "worker_mb": worker_mb(folder)}


def weights_mb() -> float:
    """The encoder's folder: graph, small heads, labels, vocabulary."""
    return _mb(ROOT / "src/sayso/language/weights")


def install_mb() -> float:
    """Everything that `pip install sayso` brings."""
    return round(sum(parts_mb().values()), 1)


def parts_mb() -> dict[str, float]:
    """Each distribution's share of an installation, the largest first."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    parts = {held.name: _recorded_mb(held) for held in required(project["dependencies"])}
    parts["sayso"] = _mb(ROOT / "src")
    return dict(sorted(parts.items(), key=lambda part: -part[1]))


def required(requirements: Iterable[str]) -> list[Distribution]:
    """The installed distributions that these requirements lead to here, each once.

    PackageNotFoundError where one is missing: the sum of what is there would be too small.
    """
    found: dict[str, Distribution] = {}
    seen: set[tuple[str, str]] = set()
    todo = [(Requirement(text), "") for text in requirements]
    while todo:
        wanted, extra = todo.pop()
        if wanted.marker and not wanted.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(wanted.name)
        held = found.setdefault(name, distribution(wanted.name))
        for asked in {"", *wanted.extras}:
            if (name, asked) not in seen:
                seen.add((name, asked))
                todo += [(Requirement(text), asked) for text in held.requires or ()]
    return list(found.values())


def _recorded_mb(held: Distribution) -> float:
    sizes = [Path(str(file.locate())).stat().st_size for file in held.files or () if file.suffix != ".pyc"]
    return sum(sizes) / 1e6


def _mb(folder: Path) -> float:
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    return round(sum(path.stat().st_size for path in files) / 1e6, 1)


def worker_mb(folder: Path) -> float:
    """Peak resident memory of the worker that read every document of a folder.

    In a process of its own, as the server that workers are forked from lives as long as the process that asked for it.
    """
    code = f"from benchmarks.memory import _read; _read({str(folder.resolve())!r})"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT)
    return float(done.stdout)


def _read(folder: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        build(folder, ledger=place, workers=1, work=noted)
        print(max(float(line) for line in Path(place, PEAKS).read_text("utf-8").split()))


def noted(job: Job) -> dict[str, Any]:
    """The work on one document, after which the worker notes its peak beside the store."""
    row = work_on(job)
    with (job.raw_root.parent / PEAKS).open("a", encoding="utf-8") as peaks:
        peaks.write(f"{peak_mb():.1f}\n")
    return row


def peak_mb() -> float:
    """The most that this process has held in memory."""
    status = Path("/proc/self/status")
    if status.exists():  # getrusage would also count what the process that started this one held
        line = next(line for line in status.read_text("utf-8").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024 / 1e6
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


if __name__ == "__main__":
    print(json.dumps(measure(*map(Path, sys.argv[1:2])), indent=1))
