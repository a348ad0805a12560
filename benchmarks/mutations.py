"""Documents in, broken in every way a document gets broken; how many spans then read otherwise, and what crashed, out.

    python -m benchmarks.mutations [--count 10000] [--seed 7] [FOLDER ...]

Without a folder the documents of the bundled sample are taken, as they are and each article's text by itself; a folder
gives its .txt and .html files. Each is mutated one to four times over by a seeded generator and put through `process`.
A span is wrong where the article reads otherwise there, where its raw offsets are not those its article's alignment
gives, where they lead nowhere, or where a run of that alignment decodes to other words than it stands for.
"""

from __future__ import annotations

import argparse
import html
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from sayso.collect.read import source_text
from sayso.findings import Findings
from sayso.model import Article, Document, Span, Statement
from sayso.process import process
from sayso.verify import alignment_faults

SAMPLE = Path(__file__).resolve().parents[1] / "src/sayso/sample/documents"
SEED = 7

Mutation = Callable[[str, random.Random], str]

MARKS = "\"“”„«»'‘’"
STYLES = (
    ("“", "”"),
    ("„", "“"),
    ("«", "»"),
    ("‘", "’"),
    ('"', '"'),
    ("''", "''"),
    ("``", "''"),
    ("”", "“"),
    ("'", "'"),
)
CONTROLS = "\x00\x01\x08\x0b\x0c\x1b\x7f\x85\u00a0\u00ad\u200b\u200d\u2028\u2029\u2060\ufeff\ufffd\ufffe"
TURNS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2069"
ABROAD = ("قال الوزير: «لن نغادر».", "„אמר השר“ — לא נעזוב.", "وزیر گفت", "😀🇺🇳", "e\u0301\u0327", "𝒜𝒷")
LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "ae": "æ", "st": "ﬆ"}
SWAPS = {
    "l": "1",
    "o": "0",
    "e": "c",
    "m": "rn",
    "a": "@",
    "s": "5",
    "i": "!",
    "h": "li",
    "n": "ri",
    "S": "$",
    "I": "l",
}


def _at_some(found: Sequence[re.Match[str]], text: str, dice: random.Random, put: Callable[[str], str]) -> str:
    """Put something else where a random share of the matches stand."""
    share = dice.choice((0.05, 0.3, 1.0))
    out, at = [], 0
    for match in found:
        if dice.random() < share:
            out += [text[at : match.start()], put(match.group())]
            at = match.end()
    return "".join([*out, text[at:]])


def _matches(pattern: str, text: str) -> list[re.Match[str]]:
    return list(re.finditer(pattern, text))


def quotes_cut(text: str, dice: random.Random) -> str:
    return _at_some(_matches(f"[{MARKS}]", text), text, dice, lambda _: "")


def quotes_doubled(text: str, dice: random.Random) -> str:
    return _at_some(_matches(f"[{MARKS}]", text), text, dice, lambda mark: mark * dice.choice((2, 2, 3)))


def quotes_restyled(text: str, dice: random.Random) -> str:
    return _at_some(_matches(f"[{MARKS}]", text), text, dice, lambda _: dice.choice(dice.choice(STYLES)))


def quotes_nested(text: str, dice: random.Random) -> str:
    def around(words: str) -> str:
        opening, closing = dice.choice(STYLES)
        return f"{opening}{words}{closing if dice.random() < 0.8 else ''}"

    return _at_some(_matches(r"\w+(?: \w+){0,6}", text), text, dice, around)


def turned(text: str, dice: random.Random) -> str:
    """Marks that turn the direction of writing, strewn about."""
    return _strewn(text, dice, TURNS)


def other_scripts(text: str, dice: random.Random) -> str:
    return _strewn(text, dice, ABROAD)


def controls(text: str, dice: random.Random) -> str:
    return _strewn(text, dice, CONTROLS)


def _strewn(text: str, dice: random.Random, what: Sequence[str]) -> str:
    places = sorted(dice.choices(range(len(text) + 1), k=dice.choice((1, 5, 40))))
    cuts = zip([0, *places], [*places, len(text)], strict=True)
    return "".join(text[a:b] + (dice.choice(what) if b < len(text) else "") for a, b in cuts)


def letters_swapped(text: str, dice: random.Random) -> str:
    """What a scanner takes letters for."""
    return _at_some(_matches(f"[{''.join(SWAPS)}]", text), text, dice, lambda letter: SWAPS[letter])


def ligatures(text: str, dice: random.Random) -> str:
    return _at_some(_matches("|".join(LIGATURES), text), text, dice, lambda letters: LIGATURES[letters])


def hyphenated(text: str, dice: random.Random) -> str:
    """Words broken at line ends."""
    break_ = dice.choice(("-\n", "\u00ad\n", "- ", "-\r\n", "¬\n"))
    return _at_some(_matches(r"(?<=[a-z]{3})(?=[a-z]{3})", text), text, dice, lambda _: break_)


def blanks_lost(text: str, dice: random.Random) -> str:
    return _at_some(_matches(" ", text), text, dice, lambda _: dice.choice(("", "", "  ", "\t")))


def paragraphs_joined(text: str, dice: random.Random) -> str:
    return _at_some(_matches(r"\s*\n\s*", text), text, dice, lambda _: dice.choice(("", " ", "\n", "\r", "\n\n\n\n")))


def paragraphs_cut(text: str, dice: random.Random) -> str:
    return _at_some(_matches(r"(?<=[\w,]) (?=\w)", text), text, dice, lambda _: dice.choice(("\n", "\n\n", "\r\n")))


def shuffled(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    dice.shuffle(lines)
    return "\n".join(lines)


def truncated(text: str, dice: random.Random) -> str:
    return text[dice.randrange(len(text) // 3 + 1) : dice.randrange(len(text) // 3, len(text) + 1)]


def as_page(text: str, dice: random.Random) -> str:
    """The text inside a page, some characters as references."""
    lines = [html.escape(line, quote=dice.random() < 0.5) for line in text.split("\n") if line.strip()]
    body = "".join(f"<p>{line}</p>{dice.choice(('', chr(10), '<br>'))}" for line in lines)
    held = _at_some(_matches(r"[^\x00-\x7f]", body), body, dice, lambda sign: f"&#{ord(sign)};")
    return f"<html><body><article>{held}</article></body></html>"


MUTATIONS: tuple[Mutation, ...] = (
    quotes_cut, quotes_doubled, quotes_restyled, quotes_nested, turned, other_scripts, controls, letters_swapped,
    ligatures, hyphenated, blanks_lost, paragraphs_joined, paragraphs_cut, shuffled, truncated, as_page,
)  # fmt: skip


def measure(*folders: Path, count: int = 10_000, seed: int = SEED) -> dict[str, Any]:
    """Counts over `count` mutated documents: crashes, wrong spans, and how much there was to go wrong."""
    texts = sorted(set(chain.from_iterable(map(documents, folders)) if folders else sample()))
    if not texts:
        raise ValueError("there are no .txt or .html documents to mutate")
    sums: Counter[str] = Counter()
    crashes: list[str] = []
    wrong: list[str] = []
    began = time.process_time()
    for number in range(count):
        name, text = texts[number % len(texts)]
        broken, how = mutated(text, random.Random(seed * 1_000_003 + number))
        document = Document(name, broken.encode("utf-8", "surrogatepass"))
        told = f"{number} {name} {'+'.join(how)}"
        try:
            found = process(document)
            faults = list(wrong_spans(document, found, sums))
        except Exception as error:  # noqa: BLE001  # whatever is raised is what is counted
            crashes.append(f"{told}: {type(error).__name__}: {error}")
            continue
        wrong += [f"{told}: {fault}" for fault in faults]
        sums["articles"] += len(found.articles)
        sums["statements"] += len(found.statements)
        sums["events"] += len(found.events)
        sums["quarantined"] += found.status == "quarantined"
    return {
        "documents": count,
        "crashes": len(crashes),
        "wrong spans": len(wrong),
        **{name: sums[name] for name in ("spans", "statements", "events", "articles", "quarantined")},
        "CPU seconds": round(time.process_time() - began, 1),
        "examples": (crashes + wrong)[:20],
    }


def documents(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".txt", ".html", ".htm"):
            yield path.name, path.read_bytes().decode("utf-8", "replace")


def sample() -> Iterator[tuple[str, str]]:
    """The bundled documents, and the text of every article of every form among them."""
    yield from documents(SAMPLE)
    for path in sorted(SAMPLE.iterdir()):
        for article in process(Document(path.name, path.read_bytes())).articles:
            yield f"{article.uri}.txt", article.text


def mutated(text: str, dice: random.Random) -> tuple[str, list[str]]:
    """The text after one to four mutations, and their names."""
    chosen = dice.sample(MUTATIONS, dice.choice((1, 1, 2, 3, 4)))
    chosen.sort(key=lambda mutation: mutation is as_page)  # a page is written last
    for mutation in chosen:
        text = mutation(text, dice)
    return text, [mutation.__name__ for mutation in chosen]


def wrong_spans(document: Document, found: Findings, sums: Counter[str]) -> Iterator[str]:
    """What is wrong with the spans of some findings."""
    articles = {article.id: article for article in found.articles}
    for article in found.articles:
        source = source_text(document.data, found.encoding or "utf-8", article.part)
        yield from alignment_faults(article.alignment, source, list(article.codecs))
    for row in found.statements:
        for role, spans, raws in _roles(row):
            if len(spans) != len(raws):
                yield f"{role}: {len(spans)} spans, {len(raws)} raw stretches"
            for span, raw in zip(spans, raws, strict=False):
                sums["spans"] += 1
                yield from _wrong(role, span, raw, articles[row.article_id])
    for event in found.events:
        sums["spans"] += 1
        yield from _wrong("trigger", event.trigger, event.raw_trigger[0], articles[event.article_id])


def _roles(row: Statement) -> Iterator[tuple[str, Sequence[Span], Sequence[tuple[int, int]]]]:
    yield "source", [row.source] if row.source else [], row.raw_source
    yield "cue", [row.cue] if row.cue else [], row.raw_cue
    yield "content", row.content, row.raw_content


def _wrong(role: str, span: Span, raw: tuple[int, int], article: Article) -> Iterator[str]:
    if not span.quote.strip() or article.text[span.start : span.end] != span.quote:
        yield f"{role} [{span.start}, {span.end}) reads {span.quote!r}, the article otherwise"
    elif article.alignment.raw(span.start, span.end) != raw or raw[0] >= raw[1]:
        yield f"{role} [{span.start}, {span.end}) leads to {raw}, its alignment elsewhere"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="*")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    found = measure(*given.folder, count=given.count, seed=given.seed)
    print(json.dumps(found, indent=1, ensure_ascii=False))
    if found["crashes"] or found["wrong spans"]:
        sys.exit(1)


if __name__ == "__main__":
    main()
