"""Rows out of a reading."""

from sayso.extract.rows import statements_of

__all__ = ["statements_of"]
