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


@pytest.mark.parametrize(
    "statement",
    ["SELECT * FROM read_csv('/etc/passwd')", "COPY articles TO 'x.csv'", "SELEC", "ATTACH 'x.db'", "INSTALL fts"],
)
def test_sql_reaches_nothing_outside(folder: LedgerFolder, statement: str) -> None:
    with pytest.raises(UsageError, match="E104"):
        query(Ledger(folder.root).database, statement)
