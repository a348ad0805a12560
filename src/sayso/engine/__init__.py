"""Runs work on many documents: a supervised pool of worker processes on this machine."""

from sayso.engine.pool import Outcome, Task, run

__all__ = ["Outcome", "Task", "run"]
