"""Scripts that learn from corpora of events, for benchmarks only: nothing learned here is shipped."""
