"""The benchmark of memory and size counts what is there, once."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from benchmarks.memory import install_mb, parts_mb, peak_mb, required, weights_mb, worker_mb


def put(site: Path, name: str, size: int, *requires: str) -> None:
    """An installed distribution with one module of some size."""
    (site / f"{name}.py").write_bytes(b"#" * size)
    told = site / f"{name}-1.0.dist-info"
    told.mkdir()
    head = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\nProvides-Extra: more\n"
    (told / "METADATA").write_text(head + "".join(f"Requires-Dist: {text}\n" for text in requires), "utf-8")
    (told / "RECORD").write_text(f"{name}.py,,\n", "utf-8")


def names(*requirements: str) -> list[str]:
    return sorted(found.name for found in required(requirements))


def test_requirements_are_followed_round_and_round_but_counted_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "orn", 10, "pell>=1", "quay; python_version < '3'", "tarn; extra == 'more'")
    put(tmp_path, "pell", 10, "orn")
    put(tmp_path, "tarn", 10)
    monkeypatch.syspath_prepend(str(tmp_path))
    assert names("orn") == ["orn", "pell"]
    assert names("orn", "orn[more]") == ["orn", "pell", "tarn"]


def test_what_is_required_but_not_there_is_no_small_installation() -> None:
    with pytest.raises(PackageNotFoundError):
        required(["no-such-distribution-of-ours"])


def test_the_parts_of_an_installation_are_its_sum() -> None:
    parts = parts_mb()
    assert {"sayso", "spacy", "onnxruntime", "numpy"} <= set(parts)
    assert not {"torch", "pytest", "mypy"} & set(parts)
    assert install_mb() == pytest.approx(sum(parts.values()), abs=0.1)
    assert 0 < weights_mb() < parts["sayso"]


def test_memory_is_in_megabytes() -> None:
    held = b"x" * 300_000_000
    assert len(held) / 1e6 < peak_mb() < 30_000


def test_a_worker_tells_what_it_took_to_read_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“The gate is open,” the mayor said on Monday.\n", "utf-8")
    assert 50 < worker_mb(tmp_path) < 700
