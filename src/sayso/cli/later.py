"""Verbs that are decided but not here yet: each says which release brings it."""

from __future__ import annotations

import click

from sayso.errors import UsageError

__all__ = ["review", "serve", "watch"]

_ARRIVES = {"serve": "0.6", "watch": "0.6", "review": "0.6"}


def _verb(name: str, about: str) -> click.Command:
    def tell() -> None:
        raise UsageError("E105", f"'sayso {name}' arrives with release {_ARRIVES[name]}")

    return click.Command(name, callback=tell, help=f"{about} Arrives with release {_ARRIVES[name]}.")


serve = _verb("serve", "Pages and REST on 127.0.0.1.")
watch = _verb("watch", "Feeds and sites, on and on.")
review = _verb("review", "Accept, correct or reject rows.")
