"""The data files of the registry in, `src/sayso/actors/registry.json.gz` out, which loads faster.

Run it after a change of `src/sayso/actors/registry/*.toml`: `python -m training.actors.compile_registry`.
"""

from __future__ import annotations

from pathlib import Path

from sayso.actors.compiled import FILE, digest_of, packed, sources
from sayso.actors.index import read_rows

OUT = Path(__file__).resolve().parents[2] / "src/sayso/actors" / FILE


def main() -> None:
    data = sources()
    OUT.write_bytes(packed(read_rows(data), digest_of(data)))


if __name__ == "__main__":
    main()
