"""Documents as obtained, content-addressed: bytes in under their SHA-256, the same bytes out, or an error."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import zstandard

from sayso.errors import VerificationError
from sayso.ledger.files import write_whole
from sayso.model import sha256_of

__all__ = ["RawStore"]

_LEVEL = 6


class RawStore:
    """The `raw/` folder of a ledger: `raw/3f/3fa9….zst`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, sha256: str) -> Path:
        """Where a document lies."""
        return self.root / sha256[:2] / f"{sha256}.zst"

    def put(self, sha256: str, data: bytes) -> None:
        """Store bytes under their hash; they are on disk for sure only after `flush_all`."""
        packed = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True).compress(data)
        write_whole(self.path(sha256), packed, flushed=False)

    def get(self, sha256: str) -> bytes:
        """The bytes stored under a hash; VerificationError E601 where they are gone or changed."""
        path = self.path(sha256)
        try:
            packed = path.read_bytes()
            data = zstandard.ZstdDecompressor().decompressobj().decompress(packed)
        except (OSError, zstandard.ZstdError) as error:
            raise VerificationError("E601", f"{path}: {error}") from error
        if sha256_of(data) != sha256:
            raise VerificationError("E601", f"{path}: its bytes hash to {sha256_of(data)}")
        return data

    def hashes(self) -> Iterator[str]:
        """Every stored hash, in order."""
        for path in sorted(self.root.glob("??/*.zst")):
            yield path.stem
