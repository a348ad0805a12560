"""A ledger's tables as Python sees them."""

import pytest

from sayso.errors import UsageError
from sayso.ledger import Ledger, LedgerFolder
from sayso.ledger.analysis import query


def test_a_table_is_an_attribute(folder: LedgerFolder) -> None:
    ledger = Ledger(folder.root)
    assert len(ledger.statements) == 1
    assert ledger.statements.records()[0]["act"] == "denial"
    assert ledger.statements.arrow().num_rows == 1
    assert ledger.statements.pandas()["form"].tolist() == ["direct"]
    assert "statements" in dir(ledger)
    with pytest.raises(AttributeError, match="its tables are"):
        ledger.statement  # noqa: B018


def test_sql_sees_nested_fields(folder: LedgerFolder) -> None:
    names, rows = query(Ledger(folder.root).database, "SELECT speaker.name AS who, count(*) FROM statements GROUP BY 1")
    assert (names[0], rows) == ("who", [("Ana Roth", 1)])


def test_sql_sees_the_contracts_types(folder: LedgerFolder) -> None:
    statement = "SELECT content[1].start, negated, confidence, source, raw.content, len(nested_in) FROM statements"
    _, rows = query(Ledger(folder.root).database, statement)
    assert rows == [(27, False, 0.8, None, [[27, 42]], None)]


def test_sql_sees_every_table_and_changes_none(folder: LedgerFolder) -> None:
    ledger = Ledger(folder.root)
    assert query(ledger.database, "SELECT count(*) FROM quarantine")[1] == [(2,)]
    query(ledger.database, "DELETE FROM quarantine")
    assert len(ledger.quarantine) == len(Ledger(folder.root).quarantine) == 2


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_parquet('findings/*.parquet')",
        "COPY articles TO 'x.csv'",
        "SELEC",
        "ATTACH 'x.db'",
        "INSTALL fts",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SELECT * FROM statement",
        "SELECT * FROM folder",
    ],
)
def test_sql_reaches_nothing_outside(folder: LedgerFolder, statement: str) -> None:
    with pytest.raises(UsageError, match="E104"):
        query(Ledger(folder.root).database, statement)
