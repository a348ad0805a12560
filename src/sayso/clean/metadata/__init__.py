"""What is known about an article: what a page says of it, cross-checked, each value with method and evidence."""

from sayso.clean.metadata.fragment import fragment_metadata
from sayso.clean.metadata.language import detect_language
from sayso.clean.metadata.page import page_metadata
from sayso.clean.metadata.settle import Settled, settle

__all__ = ["Settled", "detect_language", "fragment_metadata", "page_metadata", "settle"]
