"""Sayso: on whose say-so? A ledger of who said what, every row on exact characters of a stored original.

import sayso

ledger = sayso.build("articles/", ledger="border")
ledger.statements.pandas()
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.build import build
    from sayso.errors import SaysoError
    from sayso.findings import Findings
    from sayso.ledger import Ledger
    from sayso.model import Document, Settings
    from sayso.process import process
    from sayso.verify import verify

__all__ = [
    "Document",
    "Findings",
    "Ledger",
    "SaysoError",
    "Settings",
    "__version__",
    "build",
    "process",
    "verify",
]

__version__ = "0.1.0"

_HOMES = {
    "Document": ("sayso.model", "Document"),
    "Findings": ("sayso.findings", "Findings"),
    "Ledger": ("sayso.ledger", "Ledger"),
    "SaysoError": ("sayso.errors", "SaysoError"),
    "Settings": ("sayso.model", "Settings"),
    "build": ("sayso.build", "build"),
    "process": ("sayso.process", "process"),
    "verify": ("sayso.verify", "verify"),
}


def __getattr__(name: str) -> Any:
    # Loaded at first use: `sayso --help` need not wait for what builds a ledger.
    if name not in _HOMES:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


class _Face(ModuleType):
    """Keeps `sayso.build` the function: importing the module of that name would otherwise put the module there."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Face
