"""The `sayso` command: verbs in, an exit code out."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

from sayso import __version__
from sayso.errors import SaysoError

__all__ = ["VERBS", "app", "main"]

VERBS = (
    "build", "show", "report", "explain", "export", "verify", "sql", "actors", "demo", "doctor", "serve", "watch",
    "review",
)  # fmt: skip

_HELP = """Sayso: on whose say-so? A ledger of who claimed, denied, demanded and promised what.

Collect documents on a dispute, and every row of the ledger leads to exact characters of a stored original.

\b
  sayso build articles/ --ledger border
  sayso show --ledger border
  sayso export statements --ledger border --format csv > statements.csv

Exit: 0 done, 1 failed, 2 usage, 3 done with some documents quarantined, 4 verification failed.
"""


class _Verbs(click.Group):
    """Verbs in the order a user meets them, each loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        module = "later" if cmd_name in ("serve", "watch", "review") else cmd_name
        command: click.Command = getattr(import_module(f"sayso.cli.{module}"), cmd_name)
        return command


@click.group(cls=_Verbs, help=_HELP, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="sayso")
def app() -> None:
    """Group of all verbs; its help is `_HELP`."""


def main(arguments: list[str] | None = None) -> Any:
    """Run the command line; failures are told in one line with their code and the next step."""
    try:
        sys.exit(app.main(args=arguments, prog_name="sayso", standalone_mode=False) or 0)
    except SaysoError as error:
        click.echo(f"sayso: {error}", err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("sayso: stopped; finished work is kept, the same command goes on from there", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output has gone (`sayso export ... | head`): no error of ours, and nothing left to flush to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        click.echo(f"sayso: {error.strerror or error}: {error.filename or 'standard output'}", err=True)
        sys.exit(1)
