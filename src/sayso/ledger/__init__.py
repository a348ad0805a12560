"""The ledger folder: documents as obtained, findings, the published tables, and how they are read and exported."""

from sayso.ledger.database import Database
from sayso.ledger.export import FORMATS
from sayso.ledger.folder import LedgerFolder
from sayso.ledger.ledger import Ledger, TableView
from sayso.ledger.publish import is_current, is_sealed, publish
from sayso.ledger.segments import Done, Segments, Sighting, standing_problems
from sayso.ledger.settings_file import same_scope, set_scope, settings_key

__all__ = [
    "FORMATS",
    "Database",
    "Done",
    "Ledger",
    "LedgerFolder",
    "Segments",
    "Sighting",
    "TableView",
    "is_current",
    "is_sealed",
    "publish",
    "same_scope",
    "set_scope",
    "settings_key",
    "standing_problems",
]
