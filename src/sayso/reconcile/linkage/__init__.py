"""Record linkage that grows with the pile: rows with keys in, edges between rows and groups of them out.

Rows that share a key of a space are compared; what a comparison finds are edges; groups are made inside connected
components. Each of these is a function of the rows alone, so the outcome is the same whatever the order in which rows
came, whether all at once or a few at a time.
"""

from sayso.reconcile.linkage.spaces import BOTH, LEFT, RIGHT, Edge, Grouping, Key, Match, Node, Space
from sayso.reconcile.linkage.store import LinkageStore
from sayso.reconcile.linkage.update import Change, Given, Inner, Prepared, compared_here, prepared, update

__all__ = [
    "BOTH",
    "LEFT",
    "RIGHT",
    "Change",
    "Edge",
    "Given",
    "Grouping",
    "Inner",
    "Key",
    "LinkageStore",
    "Match",
    "Node",
    "Prepared",
    "Space",
    "compared_here",
    "prepared",
    "update",
]
