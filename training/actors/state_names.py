"""Names of states in other languages: CLDR's territories as babel has them in, `src/sayso/actors/state_names.csv` out.

Run it where babel is installed: `python -m training.actors.state_names`. Nothing at run time needs babel.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from sayso.schema.data import read_data

LANGUAGES = """
am ar az be bg bn bs ca cs da de el es et fa fi fr gu ha he hi hr hu hy id ig is it ja ka kk km ko ku ky lo lt lv mk ml
mn mr ms my ne nl no om or pa pl ps pt ro ru rw si sk sl so sq sr sr_Latn sv sw ta te tg th ti tk tr uk ur uz vi yo zh
zh_Hant zu
"""
OUT = Path(__file__).resolve().parents[2] / "src/sayso/actors/state_names.csv"
HEAD = (
    "# Names of states in other languages: ISO 3166-1 alpha-3 code, then the names.\n"
    "# Known by: CLDR territories in babel {} (locales {}).\n"
    "# Made by training/actors/state_names.py; names that another state bears too are left out.\n"
)


def alpha2() -> dict[str, str]:
    """The two-letter code of CLDR for each three-letter code of ours, by babel's own table of aliases."""
    from babel.core import get_global

    table = {three: two[0] for three, two in get_global("territory_aliases").items() if len(three) == 3}
    return {code: table[code] for code in read_data("sayso.schema", "countries.toml") if code in table} | {"XKX": "XK"}


def names(language: str) -> dict[str, str]:
    from babel import Locale

    return dict(Locale.parse(language).territories)


def main() -> None:
    import babel

    codes = alpha2()
    missing = set(read_data("sayso.schema", "countries.toml")) - set(codes) - {"none"}
    if missing:
        sys.exit(f"no two-letter code for {sorted(missing)}")
    english = {row["name"] for code, row in read_data("sayso.schema", "countries.toml").items() if code != "none"}
    found: dict[str, dict[str, None]] = {code: {} for code in codes}
    for language in LANGUAGES.split():
        called = names(language)
        for code, two in codes.items():
            if two in called and called[two] not in english:
                found[code][called[two]] = None
    owners: dict[str, set[str]] = {}
    for code, row in found.items():
        for name in row:
            owners.setdefault(name.casefold(), set()).add(code)
    with OUT.open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD.format(babel.__version__, " ".join(LANGUAGES.split())))
        writer = csv.writer(file, lineterminator="\n")
        for code, row in sorted(found.items()):
            writer.writerow([code, *(name for name in row if len(owners[name.casefold()]) == 1)])


if __name__ == "__main__":
    main()
