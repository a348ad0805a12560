"""The tables behind a page's looks: classes of characters, and known words with their kinds (`words.toml`)."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sayso.schema.data import read_data

__all__ = ["CLASSES", "KINDS", "TABLE_SIZE", "TOKEN", "class_table", "kind_rows", "word_kinds"]

KINDS = ("function", "person", "menu", "share", "related", "comment", "legal", "ad", "date", "credit")
OTHER, UPPER, LOWER, DIGIT, SPACE, STOP, COMMA, QUOTE, RULE, COLON, SIGN, DASH, BRACKET, CASELESS, ELLIPSIS, WIDE = (
    range(16)
)
CLASSES = 16
MARKS = {
    STOP: ".!?؟۔।",
    COMMA: ",;؛،",
    QUOTE: "\"“”„«»‘’‚‹›'`",
    RULE: "|•·●▪►▶→←↑↓▾▸■◦✓★☆",
    COLON: ":",
    SIGN: "@#©®™&+_=%$€£/\\<>~^*{}",
    DASH: "-–—−",
    BRACKET: "()[]",
    ELLIPSIS: "…",
}
TABLE_SIZE = 0x3000
TOKEN = re.compile(r"[^\W\d_]+|\n")


@cache
def class_table() -> NDArray[np.uint8]:
    """The class of every code point below 0x3000; the last entry stands for all above it, most of them Chinese."""
    table = np.full(TABLE_SIZE + 1, OTHER, np.uint8)
    table[TABLE_SIZE] = WIDE
    for point in range(TABLE_SIZE):
        char = chr(point)
        if char.isalpha():
            table[point] = UPPER if char.isupper() else LOWER if char.islower() else CASELESS
        elif char.isdigit():
            table[point] = DIGIT
        elif char.isspace():
            table[point] = SPACE
    for kind, chars in MARKS.items():
        for char in chars:
            if ord(char) < TABLE_SIZE:
                table[ord(char)] = kind
    return table


@cache
def word_kinds() -> dict[str, int]:
    """Every known word with the row of `kind_rows` that says which kinds it is of."""
    return {word: row for row, word in enumerate(_kinds_by_word(), 1)}


@cache
def kind_rows() -> NDArray[np.float32]:
    """One row a known word, one column a kind; row 0 is the unknown word."""
    rows = np.zeros((len(_kinds_by_word()) + 1, len(KINDS)), np.float32)
    for row, kinds in enumerate(_kinds_by_word().values(), 1):
        rows[row, list(kinds)] = 1.0
    return rows


@cache
def _kinds_by_word() -> dict[str, set[int]]:
    listed = read_data("sayso.clean.flattened", "words.toml")
    kinds: dict[str, set[int]] = {}
    for column, kind in enumerate(KINDS):
        for word in TOKEN.findall(listed[kind].replace("\n", " ")):
            kinds.setdefault(word, set()).add(column)
    return kinds
