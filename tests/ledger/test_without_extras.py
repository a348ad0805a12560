"""The ledger needs neither pyarrow nor pandas; what does need them says how to install them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.ledger import FORMATS, Ledger, LedgerFolder
from sayso.schema import tables

BLOCKED = """
import sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {names!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Blocked())
"""


def run(code: str, tmp_path: Path, blocked: tuple[str, ...] = ("pyarrow", "pandas")) -> str:
    """Run code in a Python that cannot import some packages; its child processes cannot either."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/sitecustomize.py").write_text(BLOCKED.format(names=blocked), "utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path / "site"), *sys.path])}
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_build_its_tables_sql_and_every_export_work(tmp_path: Path, sample: Path) -> None:
    code = f"""
import importlib.util, sayso
from sayso.cli import main
try:
    import pyarrow
except ModuleNotFoundError:
    print("blocked")
ledger = sayso.build({str(sample)!r}, ledger="border")
again = sayso.build(ledger="border", workers=1)
for table in {list(tables())!r}:
    for form in {list(FORMATS)!r}:
        assert ledger.export(table, form) or (form == "jsonl" and not len(getattr(ledger, table))), (table, form)
assert ledger.statements.records() == list(again.statements)
main(["sql", "SELECT count(*) AS n FROM statements WHERE content[1].start >= 0", "--json", "-l", "border"])
"""
    out = run(code, tmp_path).split("\n")
    assert out[0] == "blocked"
    assert out[1] == f'{{"n": {len(Ledger(tmp_path / "border").statements)}}}'


@pytest.mark.parametrize(("way", "extra"), [("arrow", "arrow"), ("pandas", "pandas")])
def test_what_needs_an_extra_says_how_to_install_it(folder: LedgerFolder, tmp_path: Path, way: str, extra: str) -> None:
    code = f"""
from sayso.errors import UsageError
from sayso.ledger import Ledger
try:
    Ledger({str(folder.root)!r}).statements.{way}()
except UsageError as error:
    print(error)
"""
    told = run(code, tmp_path)
    assert told.startswith("E106 ")
    assert f"pip install 'sayso[{extra}]'" in told


def test_a_data_frame_needs_no_pyarrow(folder: LedgerFolder, tmp_path: Path) -> None:
    code = f"""
from sayso.ledger import Ledger
frame = Ledger({str(folder.root)!r}).statements.pandas()
print(len(frame), frame["speaker"][0]["name"])
"""
    assert run(code, tmp_path, blocked=("pyarrow",)) == "1 Ana Roth\n"


def test_a_missing_package_has_its_code(folder: LedgerFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"E106 .*sayso\[pandas\]"):
        Ledger(folder.root).articles.pandas()
    with pytest.raises(UsageError, match=r"E106 .*sayso\[arrow\]"):
        Ledger(folder.root).articles.arrow()
