"""Main text of web pages that were flattened to text: a file of pages with gold bodies in, scores by flattener out.

    python benchmarks/flattened.py [../shared/data/pages/scrapinghub-even.jsonl.gz]

Each page (`html`, `body`) is flattened in two ways (training/flattened/flatteners.py), its lines are labelled, and
body lines are scored against the gold body as article-extraction-benchmark does. Pages that the shipped weights were
trained on are counted as `seen`; for those the honest figure is the cross-validated one of
training/flattened/scores.json, which is given too.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import sys
import time
from pathlib import Path
from typing import Any

from sayso.clean.flattened import label_lines, looks_flattened

ROOT = Path(__file__).resolve().parents[1]
TRAINING = ROOT / "training" / "flattened"
PAGES = ROOT.parent / "shared" / "data" / "pages" / "scrapinghub-even.jsonl.gz"
sys.path.insert(0, str(TRAINING))
flatteners = importlib.import_module("flatteners")
shingles = importlib.import_module("shingles")


def measure(path: Path = PAGES) -> dict[str, Any]:
    """F1, precision and recall by flattener, beside two baselines; CPU time; how many pages the weights have seen.

    `f1` is out of sample: of the shipped weights where they have seen none of the pages, else cross-validated.
    """
    with gzip.open(path, "rt", encoding="utf-8") as file:
        pages = [json.loads(line) for line in file]
    known = json.loads((TRAINING / "scores.json").read_text("utf-8"))
    seen = set(known["seen"])
    results = {name: scored(pages, flatten) for name, flatten in flatteners.SCORED.items()}
    met = sum(page["id"][:12] in seen for page in pages)
    honest = known["cross_validated"] if met else {name: result["labelled"] for name, result in results.items()}
    return {
        "f1": min(score["f1"] for score in honest.values()),
        "how": "5-fold cross-validation by page, the worse flattener" if met else "unseen pages, the worse flattener",
        "pages": len(pages),
        "seen": met,
        "flatteners": results,
        "cross_validated": known["cross_validated"],
    }


def scored(pages: list[dict[str, str]], flatten: Any) -> dict[str, Any]:
    """One flattener's scores."""
    flat = [flatten(page["html"]) for page in pages]
    label_lines(["The weights are loaded before the clock starts."])
    start = time.process_time()
    labelled = [label_lines(lines) for lines in flat]
    spent = time.process_time() - start
    body = [
        [line for line, label in zip(lines, labels, strict=True) if label.label in {"body", "subhead"}]
        for lines, labels in zip(flat, labelled, strict=True)
    ]
    gold = [page["body"] for page in pages]
    return {
        "labelled": against(gold, body),
        "all lines": against(gold, flat),
        "80 characters": against(gold, [[line for line in lines if len(line) >= 80] for lines in flat]),
        "looks flattened": round(sum(map(looks_flattened, flat)) / len(flat), 4),
        "cpu ms per 85 lines": round(1000 * spent * 85 / sum(map(len, flat)), 3),
    }


def against(gold: list[str], found: list[list[str]]) -> dict[str, float]:
    """The benchmark's score of found lines."""
    scores: dict[str, float] = shingles.scores(
        [(body, "\n".join(lines)) for body, lines in zip(gold, found, strict=True)]
    )
    return scores


def table(report: dict[str, Any]) -> str:
    """The report for people."""
    rows = [f"{'flattener':<10} {'method':<16} {'F1':>6} {'P':>6} {'R':>6}"]
    for name, result in report["flatteners"].items():
        methods = {method: result[method] for method in ("labelled", "80 characters", "all lines")}
        methods["cross-validated"] = report["cross_validated"].get(name)
        rows += [
            f"{name:<10} {method:<16} {score['f1']:6.3f} {score['precision']:6.3f} {score['recall']:6.3f}"
            for method, score in methods.items()
            if score
        ]
    rows.append(
        f"{report['seen']} of {report['pages']} pages were seen in training; 'cross-validated' holds out by page"
    )
    return "\n".join(rows)


def main() -> None:
    """Print the report as JSON to stdout and as a table to stderr."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, nargs="?", default=PAGES)
    report = measure(parser.parse_args().path)
    print(json.dumps(report, indent=1))
    print(table(report), file=sys.stderr)


if __name__ == "__main__":
    main()
