"""How well spelling repair does: clean texts and a vocabulary in, false repairs a million words and restored forms out.

    python benchmarks/spelling.py --data ../shared/data [--seeds ../shared/seeds] [--out report.json]

Every repair of a text taken to be clean is listed and counted; a person judges which mend a real fault (line ends,
soft hyphens). Disguises are made from words of a text the word list was not counted on, by a fixed generator, each in a
sentence of its own; "decidable" leaves out those with a second reading by the words of the texts themselves.
"""

import argparse
import gzip
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sayso.clean.spelling import repairs

CLEAN = {
    "polnear-dev": ("statements/polnear-dev.jsonl",),
    "polnear-train": ("statements/polnear-train.jsonl.gz",),
    "gum": ("language/gum-train.conllu.gz", "language/gum-dev.conllu.gz"),
    "ewt (noisy)": ("language/ud-ewt-train.conllu.gz", "language/ud-ewt-dev.conllu.gz"),
    "lgl": ("places/lgl.jsonl",),
    "newsmtsc-dev": ("statements/newsmtsc-dev.jsonl",),
}
# The others hold words that their publishers broke or disguised: their repairs are judged one by one.
CLEAN_FOR_CERTAIN = ("polnear-dev", "gum", "newsmtsc-dev")
NOT_PROMISED = "full stop (not promised)"
SEED = 20261121
A_FAMILY = 600
SHORTEST = 5
SENTENCE = "Officials said the {} had been seen there on Monday."
SWAPS = {"a": "@4", "e": "3", "i": "1!", "l": "1", "o": "0", "s": "$5", "t": "7"}
CYRILLIC = dict(zip("aeopcyxsij", "аеорсухѕіј", strict=True))
Disguise = Callable[[str, random.Random], str | None]


def texts(path: Path) -> Iterator[str]:
    """The texts of a JSON Lines file, or the sentences of a CoNLL-U file, as people wrote them."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if ".conllu" in path.name:
                if line.startswith("# text = "):
                    yield line.removeprefix("# text = ").rstrip("\n")
            else:
                yield json.loads(line)["text"]


def false_repairs(paths: list[Path]) -> dict[str, Any]:
    """Repairs in texts taken to be clean, by a million words, with every one shown."""
    words, seconds = 0, 0.0
    found: Counter[str] = Counter()
    for path in paths:
        for text in texts(path):
            words += len(text.split())
            began = time.process_time()
            repaired = repairs(text)
            seconds += time.process_time() - began
            found.update(f"{text[one.start : one.end]} -> {one.replacement} ({one.rule})" for one in repaired)
    number = sum(found.values())
    return {
        "words": words,
        "repairs": number,
        "per_million": round(1e6 * number / max(1, words), 2),
        "words_a_cpu_second": round(words / max(seconds, 1e-9)),
        "shown": dict(found.most_common()),
    }


def _swap(count: int) -> Disguise:
    def disguise(word: str, chance: random.Random) -> str | None:
        places = [place for place, char in enumerate(word) if char in SWAPS and 0 < place < len(word) - 1]
        if len(places) < count:
            return None
        letters = list(word)
        for place in chance.sample(places, count):
            letters[place] = chance.choice(SWAPS[letters[place]])
        return "".join(letters)

    return disguise


def _first_swap(word: str, chance: random.Random) -> str | None:
    return (
        chance.choice("$5" if word[0] == "s" else "1" if word[0] == "i" else "0") + word[1:]
        if word[0] in "sio"
        else None
    )


def _mask(word: str, chance: random.Random) -> str | None:
    places = [place for place, char in enumerate(word) if char in "aeiou" and 0 < place < len(word) - 1]
    if not places:
        return None
    place = chance.choice(places)
    return word[:place] + "*" + word[place + 1 :]


def _pushed_in(mark: str) -> Disguise:
    def disguise(word: str, chance: random.Random) -> str:
        place = chance.randint(2, len(word) - 2)
        return word[:place] + mark + word[place:]

    return disguise


def _cyrillic(word: str, chance: random.Random) -> str | None:
    places = [place for place, char in enumerate(word) if char in CYRILLIC]
    if not places:
        return None
    place = chance.choice(places)
    return word[:place] + CYRILLIC[word[place]] + word[place + 1 :]


def _cased(disguise: Disguise, case: Callable[[str], str]) -> Disguise:
    def both(word: str, chance: random.Random) -> str | None:
        made = disguise(word, chance)
        return case(made) if made else None

    return both


FAMILIES: dict[str, tuple[Disguise, Callable[[str], str]]] = {
    "one swap": (_swap(1), str),
    "two swaps": (_swap(2), str),
    "one swap, Title": (_cased(_swap(1), lambda made: made[0].upper() + made[1:]), str.capitalize),
    "one swap, CAPITALS": (_cased(_swap(1), str.upper), str.upper),
    "first letter swapped": (_first_swap, str),
    "swap in possessive": (_cased(_swap(1), lambda made: made + "'s"), lambda word: word + "'s"),
    "masked vowel": (_mask, str),
    "hyphen": (_pushed_in("-"), str),
    NOT_PROMISED: (_pushed_in("."), str),
    "line end": (_pushed_in("- "), str),
    "soft hyphen": (_pushed_in("\u00ad"), str),
    "zero width": (_pushed_in("\u200b"), str),
    "right-to-left mark": (_pushed_in("\u200f"), str),
    "Cyrillic letter": (_cyrillic, str),
    "spaced": (lambda word, _: " ".join(word), str),
    "hyphen-spaced": (lambda word, _: "-".join(word), str),
    "full width": (lambda word, _: "".join(chr(ord(char) + 0xFEE0) for char in word), str),
}


def seen_words(paths: list[Path]) -> frozenset[str]:
    """Every run of letters of the texts, in small letters."""
    return frozenset(word.lower() for path in paths for text in texts(path) for word in re.findall(r"[^\W\d_]+", text))


def vocabulary(path: Path) -> list[str]:
    """Lower-case words seen more than once in the texts, touching no mark."""
    counted = Counter(
        word for text in texts(path) for word in re.findall(r"(?<![\w@$!*'’-])[a-z]+(?![\w@$!*-]|['’]\w)", text)
    )
    return sorted(word for word, times in counted.items() if times > 1 and len(word) >= SHORTEST)


def is_open(family: str, made: str, seen: frozenset[str]) -> bool:
    """Whether the disguise has a second reading by the words of the texts themselves: no rule should decide it."""
    if family in {"hyphen", "line end"}:
        return all(part.strip("- ").lower() in seen for part in made.split("-"))
    if family == "masked vowel":
        pattern = re.compile(made.replace("*", "[a-z]"))
        return sum(bool(pattern.fullmatch(word)) for word in seen) > 1
    return False


def restoration(words: list[str], seen: frozenset[str], number: int = A_FAMILY) -> dict[str, dict[str, Any]]:
    """Of each family of disguises: how many are restored, read wrongly, left untouched."""
    report: dict[str, dict[str, Any]] = {}
    for family, (disguise, case) in FAMILIES.items():
        chance = random.Random(f"{SEED} {family}")
        tally: Counter[str] = Counter()
        decidable: Counter[str] = Counter()
        wrong: list[str] = []
        missed: list[str] = []
        for word in chance.sample(words, min(len(words), 3 * number)):
            made = disguise(word, chance)
            if made is None or sum(tally.values()) >= number:
                continue
            expected, text = SENTENCE.format(case(word)), SENTENCE.format(made)
            read = _read(text)
            outcome = "restored" if read == expected else "untouched" if read == text else "wrong"
            tally[outcome] += 1
            decidable[outcome] += not is_open(family, made, seen)
            if outcome == "wrong":
                wrong.append(f"{made} -> {_difference(text, read)}")
            elif outcome == "untouched":
                missed.append(made)
        total = max(1, sum(tally.values()))
        report[family] = {name: round(100 * tally[name] / total, 2) for name in ("restored", "wrong", "untouched")}
        report[family]["restored_where_decidable"] = round(100 * decidable["restored"] / max(1, decidable.total()), 2)
        report[family] |= {"made": total, "wrong_shown": wrong[:20], "untouched_shown": missed[:40]}
    return report


def _read(text: str) -> str:
    for one in reversed(repairs(text)):
        text = text[: one.start] + one.replacement + text[one.end :]
    return text


def _difference(old: str, new: str) -> str:
    return " ".join(word for word in new.split() if word not in old.split())


def measure(data: Path, seeds: Path | None = None) -> dict[str, Any]:
    """All numbers: false repairs by source, restoration by family, and every repair of the seeds.

    `false_per_million` is over the sources clean for certain; the other two shares are those of the worst family.
    """
    clean = {name: false_repairs([data / path for path in paths]) for name, paths in CLEAN.items()}
    seen = seen_words([data / path for path in ("statements/polnear-dev.jsonl", "statements/polnear-train.jsonl.gz")])
    restored = restoration(vocabulary(data / "statements/polnear-dev.jsonl"), seen)
    repaired = {
        path.name: dict(Counter(f"{text[one.start : one.end]} -> {one.replacement}" for one in repairs(text)))
        for path in (sorted(seeds.glob("*.txt")) if seeds else [])
        for text in [path.read_text(encoding="utf-8")]
    }
    promised = [row for family, row in restored.items() if family != NOT_PROMISED]
    words, number = (sum(clean[name][key] for name in CLEAN_FOR_CERTAIN) for key in ("words", "repairs"))
    return {
        "false_per_million": round(1e6 * number / max(1, words), 2),
        "wrong_percent": max(row["wrong"] for row in promised),
        "restored_percent": min(row["restored_where_decidable"] for row in promised),
        "clean": clean,
        "restoration": restored,
        "seeds": repaired,
    }


def table(report: dict[str, Any]) -> str:
    """The report for a person."""
    lines = ["clean source          words  repairs  per million  words/CPU s"]
    for name, row in report["clean"].items():
        lines.append(
            f"{name:16} {row['words']:>10} {row['repairs']:>8} {row['per_million']:>12} {row['words_a_cpu_second']:>12}"
        )
    lines.append("family                 made  restored  wrong  untouched  restored where decidable")
    for name, row in report["restoration"].items():
        shares = f"{row['restored']:>9} {row['wrong']:>6} {row['untouched']:>10} {row['restored_where_decidable']:>12}"
        lines.append(f"{name:24} {row['made']:>6} {shares}")
    return "\n".join(lines)


def main() -> None:
    """Measure, write the report, print the table."""
    parser = argparse.ArgumentParser(description="Quality and speed of spelling repair.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--seeds", type=Path)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    report = measure(asked.data, asked.seeds)
    written = json.dumps(report, ensure_ascii=False, indent=1)
    if asked.out:
        asked.out.write_text(written + "\n", encoding="utf-8")
    else:
        print(written)
    print(table(report))


if __name__ == "__main__":
    main()
