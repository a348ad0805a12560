"""The documentation says what the code does: pages are generated, examples run, commands in prose exist."""

from __future__ import annotations

import doctest
import importlib.util
import pkgutil
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import sayso
from sayso.cli.app import VERBS
from sayso.errors import codes

ROOT = Path(__file__).resolve().parents[1]
PROSE = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs/generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["commands", "export", "errors", "settings"])
def test_a_reference_page_is_what_the_code_says(name: str) -> None:
    assert (ROOT / f"docs/reference/{name}.md").read_text("utf-8") == generator().PAGES[name](), "run: make docs"


def test_the_tutorial_shows_what_its_commands_print() -> None:
    assert (ROOT / "docs/tutorial.md").read_text("utf-8") == generator().tutorial(), "run: make docs"


@pytest.mark.parametrize("path", PROSE, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_in_prose_exists(path: Path) -> None:
    for verb in re.findall(r"^\s*(?:\$ )?sayso ([a-z]+)", path.read_text("utf-8"), re.MULTILINE):
        assert verb in VERBS, f"{path.name} shows 'sayso {verb}'"


@pytest.mark.parametrize("path", PROSE, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_in_prose_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", path.read_text("utf-8")):
        if not target.startswith("http"):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


@pytest.mark.parametrize(
    "path", [path for path in PROSE if ">>> " in path.read_text("utf-8")], ids=lambda path: path.stem
)
def test_examples_in_prose_run(path: Path) -> None:
    result = doctest.testfile(
        str(path), module_relative=False, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    )
    assert result.failed == 0


def modules() -> list[str]:
    found = pkgutil.walk_packages(sayso.__path__, "sayso.")
    return [module.name for module in found if not module.name.endswith("__main__")]


@pytest.mark.parametrize("name", modules())
def test_examples_in_docstrings_run(name: str) -> None:
    result = doctest.testmod(import_module(name))
    assert result.failed == 0


def test_every_error_code_is_met_by_a_test() -> None:
    tests = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("*.py"))
    unmet = [code for code in codes() if code not in tests]
    assert not unmet, f"no test meets {unmet}"
