"""What is worked out about a document once and asked for often, kept as long as the document is."""

from collections.abc import Callable
from functools import wraps
from weakref import WeakKeyDictionary

from scripts.checker.document import Document


def once_per_document[Worked](work: Callable[[Document], Worked]) -> Callable[[Document], Worked]:
    """The same function, working once for each document; a generator has to be made a list first."""
    kept: WeakKeyDictionary[Document, Worked] = WeakKeyDictionary()

    @wraps(work)
    def remembered(document: Document) -> Worked:
        if document not in kept:
            kept[document] = work(document)
        return kept[document]

    return remembered
