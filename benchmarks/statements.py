"""Statements against attribution gold: PolNeAR-form files in, the scores of `shared/score/attribution.py` out.

    python benchmarks/statements.py [../shared/data/statements/polnear-dev.jsonl ...] [--scorer PATH]
    python benchmarks/statements.py --rates ../shared/data/statements/polnear-train.jsonl.gz

Rows are made straight from `attributions(text)`, written in the form of the export, and scored by the scorer as it is.
`--rates` measures, on training data, how often each rule (and each cue in it) is right, and writes the table that the
package ships as `rates.toml`: quotations in one piece, inner statements not counted, as PolNeAR has neither.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from sayso.extract.statements import attributions
from sayso.extract.statements.rule_rates import keys_of
from sayso.extract.statements.rules import findings_of
from sayso.extract.statements.sentences import page_of

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
DEV = SHARED / "data/statements/polnear-dev.jsonl"
SCORER = SHARED / "score/attribution.py"
RATES = ROOT / "src/sayso/extract/statements/rates.toml"

_SMOOTHING = 12
"""A cue's own share counts as much as its rule's where it was found so often."""
_FEWEST = 5
_ROLES = ("source", "cue", "content")


def documents(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a PolNeAR-form file, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def measure(path: Path = DEV, scorer: Path = SCORER) -> dict[str, Any]:
    """The scorer's figures on one file, with `ms_per_3kb`: CPU milliseconds for 3,000 characters."""
    spent, characters = 0.0, 0
    with tempfile.TemporaryDirectory() as place:
        gold, found = Path(place, "gold.jsonl"), Path(place, "statements.jsonl")
        with gold.open("w", encoding="utf-8") as texts, found.open("w", encoding="utf-8") as rows:
            for document in documents(path):
                start = time.process_time()
                statements = attributions(document["text"])
                spent += time.process_time() - start
                characters += len(document["text"])
                texts.write(json.dumps(document) + "\n")
                for row in statements:
                    raw = {"source": [row.source] if row.source else [], "cue": [row.cue] if row.cue else []}
                    rows.write(json.dumps({"uri": document["name"], "raw": {**raw, "content": row.content}}) + "\n")
        command = [sys.executable, str(scorer), str(gold), str(found), "--json"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    scores: dict[str, Any] = json.loads(done.stdout)
    return {**scores, "ms_per_3kb": round(3e6 * spent / characters, 2)}


def rates(path: Path, scorer: Path = SCORER) -> dict[str, float]:
    """The share of right findings by rule and by cue in a rule, smoothed."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    module = scorer_at(scorer)
    for document in documents(path):
        for keys, right in _judged(module, document):
            for key in keys:
                counts[key][0] += right
                counts[key][1] += 1
    out = {key: (hits + 2) / (n + 4) for key, (hits, n) in counts.items() if " " not in key}
    for key, (hits, n) in counts.items():
        if " " in key and n >= _FEWEST:
            out[key] = (hits + _SMOOTHING * out[key.split(" ")[0]]) / (n + _SMOOTHING)
    return out


def scorer_at(path: Path) -> ModuleType:
    """The shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("attribution_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _judged(scorer: ModuleType, document: dict[str, Any]) -> Iterator[tuple[tuple[str, str], bool]]:
    """Keys of each finding of a document, and whether gold has it (soft match)."""
    text = document["text"]
    tokens = [match.span() for match in scorer.TOKEN.finditer(text)]
    page = page_of(text)
    findings = findings_of(page, 0.0, whole=True)

    def sets(row: dict[str, Any]) -> dict[str, frozenset[int]]:
        return {role: scorer.token_set(tokens, row.get(role) or []) for role in _ROLES}

    gold = [row for row in map(sets, document["attributions"]) if row["content"]]
    found = [
        sets(
            {
                "source": [page.span(*finding.source)] if finding.source else [],
                "cue": [page.span(*finding.cue)] if finding.cue else [],
                "content": [page.span(*part) for part in finding.content],
            }
        )
        for finding in findings
    ]
    hits = scorer.matched(found, gold, lambda f, g: scorer.LEVELS["soft"](g, f))
    for number, finding in enumerate(findings):
        if finding.outer is None and finding.rule != "run":
            yield keys_of(finding), number in hits


def _write(table: dict[str, float], source: Path) -> None:
    head = (
        f"# The share of findings that were right (soft match) on {source.name}, by rule and signal, and by cue in it\n"
        f"# where found {_FEWEST} times or more. Made by benchmarks/statements.py --rates, not by hand.\n\n[rate]\n"
    )
    lines = [f'"{key}" = {value:.3f}\n' for key, value in sorted(table.items())]
    RATES.write_text(head + "".join(lines), encoding="utf-8")


def main() -> None:
    """Print JSON, then a table; or write the rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="*", default=[DEV])
    parser.add_argument("--scorer", type=Path, default=SCORER)
    parser.add_argument("--rates", action="store_true")
    arguments = parser.parse_args()
    for path in arguments.gold:
        if arguments.rates:
            _write(rates(path, arguments.scorer), path)
            continue
        scores = measure(path, arguments.scorer)
        print(json.dumps({path.name: scores}))
        for key, value in scores.items():
            row = value if isinstance(value, dict) else {"": value}
            print(f"{key:24}", "  ".join(f"{name} {figure}" for name, figure in row.items()))


if __name__ == "__main__":
    main()
