"""A page as scrapers leave it (`ferry.txt`, invented): an article between menus, shares and related headlines."""

from __future__ import annotations

from pathlib import Path

HEAD, BODY, FOOT = (
    part.strip().splitlines() for part in Path(__file__).with_name("ferry.txt").read_text("utf-8").split("---")
)
BODY, FOOT = BODY[1:], FOOT[1:]
PAGE = HEAD + BODY + FOOT
SUBHEADS = [line for line in BODY if len(line) < 30]
