"""Which documents bind one customer together, and which of them goes first when they disagree.

`part_of` in the front matter says what an agreement is subordinate to. The special text goes before the general one
unless a clause says otherwise; a rule named `priority` marks that clause.
"""

from scripts.agreements.model import Clause
from scripts.checker.document import Document
from scripts.checker.remembering import once_per_document

PRIORITY = "priority"


@once_per_document
def above(document: Document) -> list[Document]:
    """The documents this one is subordinate to, the nearest first; only those of the shelf."""
    found, waiting = [], list(document.version.part_of)
    while waiting:
        other = document.shelf.get(waiting.pop(0))
        if other and other.id != document.id and other not in found:
            found.append(other)
            waiting += other.version.part_of
    return found


@once_per_document
def below(document: Document) -> list[Document]:
    """The documents subordinate to this one."""
    return [other for other in document.shelf.values() if document.id in {each.id for each in above(other)}]


@once_per_document
def same_supplier(document: Document) -> list[Document]:
    """Every other document of the supplier."""
    supplier = document.agreement.supplier.id
    return [
        each for each in document.shelf.values() if each.agreement.supplier.id == supplier and each.id != document.id
    ]


def priority_clause(document: Document) -> tuple[Document, Clause] | None:
    """The clause that says which document goes first: of this document or one above it."""
    for each in (document, *above(document)):
        if PRIORITY in each.rules:
            return each, each.by_anchor[each.rules[PRIORITY]["clause"]]
    return None
