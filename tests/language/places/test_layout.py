"""What is written is read, byte for byte, and a file of another make is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sayso.language.places import layout
from sayso.language.places.layout import read, write


def test_columns_come_back_as_they_went(tmp_path: Path) -> None:
    path = tmp_path / "table.bin"
    columns = {"lat": np.array([1.5, -2], "<f4"), "kind": np.array([3], "u1"), "none": np.array([], "<u8")}
    write(path, {"countries": ["AFG"]}, columns)
    held = read(path)
    assert held.about == {"countries": ["AFG"]}
    for name, column in columns.items():
        assert held.columns[name].tolist() == column.tolist()
        assert held.columns[name].dtype == column.dtype


def test_what_is_read_cannot_be_changed(tmp_path: Path) -> None:
    write(tmp_path / "table.bin", {}, {"lat": np.array([1.0])})
    with pytest.raises(ValueError, match="read-only"):
        read(tmp_path / "table.bin").columns["lat"][0] = 2


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.bin"
    path.write_bytes(b"PK\x03\x04 something else entirely")
    with pytest.raises(ValueError, match="not a table of places"):
        read(path)


def test_another_format_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "table.bin"
    write(path, {}, {"lat": np.array([1.0])})
    monkeypatch.setattr(layout, "FORMAT", layout.FORMAT + 1)
    with pytest.raises(ValueError, match="format"):
        read(path)
