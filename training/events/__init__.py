"""Scripts that learn from corpora of events."""
