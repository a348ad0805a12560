"""What a ledger is about: an article in; whether its statements are read, with a score and a reason, out."""

from sayso.extract.scope.judging import Scoped, scope_of

__all__ = ["Scoped", "scope_of"]
