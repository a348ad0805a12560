"""The command line: one file a verb, no logic of its own.

Data goes to standard output, progress and messages to standard error.
"""

from sayso.cli.app import main

__all__ = ["main"]
