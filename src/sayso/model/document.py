"""Documents as obtained, and what a collector could not obtain."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, field, replace
from typing import Any

__all__ = ["Document", "Problem", "sha256_of"]


def sha256_of(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal: the id of a document."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Document:
    """Bytes as obtained; never changed.

    `uri` says where from, as the user named it (`feeds/a.xml`, `dump.zip!/b.html`); `url` is the web address where
    known; `collected_at` (ISO 8601, UTC) when it was obtained: a file's own time, or the moment of fetching;
    `media_type` what the transport declared, charset included, which may be wrong.
    """

    uri: str
    data: bytes = field(repr=False)
    collected_at: str | None = None
    media_type: str | None = None
    url: str | None = None
    sha256: str = ""

    def __post_init__(self) -> None:
        if not self.sha256:
            object.__setattr__(self, "sha256", sha256_of(self.data))


@dataclass(frozen=True, slots=True)
class Problem:
    """A row of quarantine: what could not be obtained, read or worked, at which stage, why, and what was tried."""

    uri: str
    stage: str
    code: str
    message: str
    document_id: str | None = None
    attempts: int = 1

    @property
    def named(self) -> Problem:
        """The problem with its uri in the message; what meets only the bytes does not know it."""
        return self if self.uri in self.message else replace(self, message=f"{self.uri}: {self.message}")

    def row(self) -> dict[str, Any]:
        """The problem as a row of the contract's quarantine table."""
        key = f"{self.document_id or self.uri}:{self.stage}:{self.code}:{self.message}"
        return {"id": f"q-{sha256_of(key.encode('utf-8', 'surrogatepass'))[:16]}", **asdict(self)}
