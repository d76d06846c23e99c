"""How a rule names a figure: `notice.period`, a column or a cell of a table, or a figure that another agreement states.

rate.card/list                       one column of a table, by row
rate.card/list/day                   one cell of it
nettsoft/sales-full:invoice.fee      borrowed: marked in the text of that agreement
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class FigureName:
    """A figure's name in its parts; `lender`, `column` and `row` are empty where the name has none."""

    lender: str
    figure: str
    column: str
    row: str

    @property
    def marked(self) -> str:
        """The name without column and row: what stands under it is a marked figure."""
        return f"{self.lender}:{self.figure}" if self.lender else self.figure


def figure_name(text: str) -> FigureName:
    """Return a name in its parts."""
    lender, _, rest = text.rpartition(":")
    figure, _, path = rest.partition("/")
    column, _, row = path.partition("/")
    return FigureName(lender, figure, column, row)
