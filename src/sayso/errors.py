"""What can go wrong, each with a code a user can search for, a cause, and the next step.

SaysoError
├── UsageError        E1xx  the command cannot be carried out as given             exit 2
├── CollectError      E2xx  a source could not be obtained                         quarantine row
├── ReadError         E3xx  a document could not be read, in whole or in part      quarantine row
├── EngineError       E4xx  the work on a document was stopped                     quarantine row
├── LedgerError       E5xx  the ledger folder cannot be read or written            exit 1
└── VerificationError E6xx  what is stored is no longer what was stored            exit 4
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import ClassVar

__all__ = [
    "CollectError",
    "EngineError",
    "LedgerError",
    "ReadError",
    "SaysoError",
    "UsageError",
    "VerificationError",
    "codes",
]


@cache
def codes() -> dict[str, dict[str, str]]:
    """Every error code with its `summary` and `next` step, as in `schema/errors.toml`."""
    text = files("sayso.schema").joinpath("errors.toml").read_text("utf-8")
    return tomllib.loads(text)


class SaysoError(Exception):
    """A failure with a code, what happened on what, and what to do next.

    >>> print(ReadError("E301", "news.bin: 40 % of its bytes are control characters"))
    E301 news.bin: 40 % of its bytes are control characters. Next: convert it to text or HTML and add that file.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, code: str, message: str) -> None:
        if code not in codes():
            raise KeyError(code)
        super().__init__(code, message)
        self.code = code
        self.message = message

    @property
    def next_step(self) -> str:
        """What the user can do about it."""
        return codes()[self.code]["next"]

    def __str__(self) -> str:
        return f"{self.code} {self.message.rstrip('.')}. Next: {self.next_step}"


class UsageError(SaysoError):
    """The command cannot be carried out as given."""

    exit_code = 2


class CollectError(SaysoError):
    """A source could not be obtained."""


class ReadError(SaysoError):
    """A document could not be read, in whole or in part."""


class EngineError(SaysoError):
    """The work on a document was stopped."""


class LedgerError(SaysoError):
    """The ledger folder cannot be read or written."""


class VerificationError(SaysoError):
    """What is stored is no longer what was stored."""

    exit_code = 4
