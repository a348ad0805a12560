"""The house keeps its shape: imports run one way, files have a reason, public names are what they say."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src/sayso"
FILES = sorted(SOURCE.rglob("*.py"))

FLOORS = [
    {"errors", "model"},
    {"schema"},
    {"collect", "clean", "language", "ledger"},
    {"extract", "actors", "reconcile", "review", "report"},
    {"findings", "across"},
    {"process", "verify"},
    {"engine", "warm"},
    {"build"},
    {"cli", "api", "web"},
]
"""Rooms and single files, floor by floor; a file imports from its own room and from floors below."""

PURE = {"model", "schema", "clean", "extract", "reconcile", "process", "findings", "across", "report"}
"""Where rows are made, and told."""

MODELS = ("spacy", "onnxruntime", "torch")


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def floor_of(room: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


def imported_modules(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        yield from [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        yield from [alias.name for alias in node.names] if isinstance(node, ast.Import) else []


def imported(path: Path) -> set[str]:
    """The packages that a file imports from."""
    return {name.split(".")[0] for name in imported_modules(path)}


def imported_rooms(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imported_modules(path) if name.startswith("sayso.")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_run_one_way(path: Path) -> None:
    room = room_of(path)
    if room in ("__init__", "__main__", "sample"):
        return
    for other in imported_rooms(path) - {room, "__version__"}:
        # `errors` reads its messages from `schema` as data, not as a module.
        assert floor_of(other) < floor_of(room) or {room, other} == {"errors", "model"}, f"{room} imports {other}"


def test_spacy_and_onnxruntime_are_met_in_the_language_room_alone() -> None:
    """What reads the language layer sees its nouns; what runs the encoder can be changed in one file."""
    met = {name: {path.relative_to(SOURCE).as_posix() for path in FILES if name in imported(path)} for name in MODELS}
    assert {place.split("/")[0] for place in met["spacy"]} == {"language"}
    assert met["onnxruntime"] == {"language/encoder.py"}
    assert not met["torch"]


def test_the_name_that_spacy_loads_stands_on_the_language_room_alone() -> None:
    assert imported_rooms(ROOT / "src/sayso_en/__init__.py") == {"language"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_file_is_short_and_says_what_it_is_for(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 400
    assert ast.get_docstring(ast.parse(text)), "a file says in one sentence what comes in and what goes out"
    assert path.stem not in {"utils", "misc", "helpers", "common", "manager"}


def test_the_public_names_are_there_and_sorted() -> None:
    assert sorted(sayso.__all__) == sayso.__all__ == dir(sayso)
    for name in sayso.__all__:
        assert getattr(sayso, name) is not None


def test_importing_a_module_does_not_hide_the_function_of_its_name() -> None:
    import sayso.build
    import sayso.process
    import sayso.verify

    assert callable(sayso.build)
    assert callable(sayso.process)
    assert callable(sayso.verify)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_the_core_is_pure(path: Path) -> None:
    """No clock, no randomness, no network where rows are made."""
    if room_of(path) not in PURE:
        return
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        assert not {name.split(".")[0] for name in names} & {
            "random",
            "time",
            "socket",
            "urllib3",
            "requests",
            "secrets",
        }
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"now", "utcnow", "today"}
