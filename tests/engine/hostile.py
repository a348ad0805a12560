"""Work that misbehaves on purpose, importable by worker processes."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path


def work(given: str) -> str:
    """Do as told: `raise`, `hang`, `die`, `eat`, `once:PATH` (die the first time only), else answer."""
    if given == "raise":
        raise ValueError("poison")
    if given == "hang":
        time.sleep(60)
    if given == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if given == "eat":
        return str(len(bytearray(3_000_000_000)))
    if given.startswith("once:") and not (marker := Path(given[5:])).exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return given.upper()


def faulty(given: str) -> str:
    """Meet an error inside Sayso."""
    from sayso.ledger.shapes import column_type

    return column_type(given)
