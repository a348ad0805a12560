"""Documents in: from files, folders, archives, standard input and the web, as bytes; then what each of them holds."""

from sayso.collect.obtain import collect
from sayso.collect.read import Reads, read

__all__ = ["Reads", "collect", "read"]
