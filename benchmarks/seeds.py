"""The real documents of `shared/seeds`: no residue in any text, every body paragraph kept, every repair made."""

from __future__ import annotations

import html
import json
import re
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from sayso.clean.spelling import repairs
from sayso.findings import Findings
from sayso.model import Document
from sayso.process import process
from sayso.verify import alignment_faults

RESIDUE = re.compile(
    r"<[a-z/!][^>]*>|\\u[0-9a-f]{4}|&[a-z#0-9]+;|\b(?:WhatsApp|Flipboard|Close Menu|Subscribe|Related Posts|"
    r"Leave A Reply|Editors Picks|No Comments|Mins Read|Copy Link|Privacy Policy|Add A Comment|"
    r"All rights reserved|Press Esc)\b",
    re.IGNORECASE,
)
"""Tags, escapes, entities and the words of menus and share rows."""

LONG_LINE = 120
"""A line of a scraped page that is longer than this is a paragraph of its body."""


def measure(folder: Path) -> dict[str, Any]:
    """Counts over all seeds: residue, related headlines, body paragraphs kept, repairs, spans that lead astray."""
    out: dict[str, Any] = {"documents": 0, "residue": 0, "paragraphs": 0, "kept": 0, "faults": 0, "repairs": 0}
    for path in sorted(folder.glob("*.txt")):
        data = path.read_bytes()
        found = process(Document(path.name, data))
        raw = data.decode("utf-8")
        wanted = _paragraphs(raw)
        text = " ".join(article.text for article in found.articles)
        flat = " ".join(text.split())
        out["documents"] += 1
        out["residue"] += len(RESIDUE.findall(text)) + sum(line in text for line in _related(raw))
        out["paragraphs"] += len(wanted)
        out["kept"] += sum(" ".join(paragraph.split()) in flat for paragraph in wanted)
        out["faults"] += _faults(found, raw)
        out["repairs"] += len(repairs(raw)) if not raw.startswith("{") else 0
    return out


def _paragraphs(raw: str) -> list[str]:
    if raw.startswith("{"):
        body = json.loads(raw)["content"]["rendered"]
        pieces = re.findall(r"<(?:p|h3)\b[^>]*>(.*?)</(?:p|h3)>", body, re.DOTALL)
        return [html.unescape(re.sub(r"<[^>]+>", "", piece)).strip() for piece in pieces]
    lines = [line.strip() for line in raw.splitlines() if line.strip()]
    scraped = len(lines) > 40
    return [line for line in lines if len(line) > LONG_LINE or (not scraped and len(line) > 90)]


def _related(raw: str) -> list[str]:
    """Lines that stand just above a line that is only a date: headlines of other stories."""
    lines = [line.strip() for line in raw.splitlines() if line.strip()]
    date = re.compile(r"[A-Z][a-z]+ \d{1,2}, \d{4}$")
    return [above for above, line in pairwise(lines) if date.fullmatch(line)]


def _faults(found: Findings, raw: str) -> int:
    return sum(len(list(alignment_faults(a.alignment, raw, list(a.codecs)))) for a in found.articles)


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/seeds"))))
