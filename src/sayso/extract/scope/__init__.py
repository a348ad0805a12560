"""What a ledger is about: an article in; whether its statements are read, with a score and a reason, out."""

from .judging import Scope, Scoped, scope_of

__all__ = ["Scope", "Scoped", "scope_of"]
