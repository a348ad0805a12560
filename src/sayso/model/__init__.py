"""The nouns: frozen, typed values with no input or output."""

from sayso.model.actor import Actor, Loaded, NameUse, Office, Seat
from sayso.model.alignment import CODECS, Aligned, AlignmentError, Builder, Run, decode, joined
from sayso.model.article import Article, Draft, Line, Metadatum, Reading, Repair
from sayso.model.commitment import Commitment, CommitmentMention
from sayso.model.document import Document, Problem, sha256_of
from sayso.model.event import Event, EventMention, Figure, Place, PlaceMention
from sayso.model.settings import Limits, Scope, Settings
from sayso.model.statement import SURE, Attribution, Party, Span, Speaker, Statement

__all__ = [
    "CODECS",
    "SURE",
    "Actor",
    "Aligned",
    "AlignmentError",
    "Article",
    "Attribution",
    "Builder",
    "Commitment",
    "CommitmentMention",
    "Document",
    "Draft",
    "Event",
    "EventMention",
    "Figure",
    "Limits",
    "Line",
    "Loaded",
    "Metadatum",
    "NameUse",
    "Office",
    "Party",
    "Place",
    "PlaceMention",
    "Problem",
    "Reading",
    "Repair",
    "Run",
    "Scope",
    "Seat",
    "Settings",
    "Span",
    "Speaker",
    "Statement",
    "decode",
    "joined",
    "sha256_of",
]
