"""Vocabularies as data: what may stand in a ledger, in TOML files that a small interpreter reads."""
