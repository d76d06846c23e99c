"""What is worked out about a document once and asked for often: kept with the document, and gone with it."""

from collections.abc import Callable
from functools import wraps

from scripts.checker.document import Document


def once_per_document[Worked](work: Callable[[Document], Worked]) -> Callable[[Document], Worked]:
    """The same function, working once for each document; what it gives must not be a generator."""

    @wraps(work)
    def remembered(document: Document) -> Worked:
        kept = vars(document).setdefault("_kept", {})
        if work not in kept:
            kept[work] = work(document)
        return kept[work]

    return remembered
