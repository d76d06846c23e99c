"""Every class of fault the checker knows, with its severity.

An error: the clause cannot be applied as it stands. A warning: it can, but hardly as it was meant. A note: worth a
look; likeness of words, not logic, led to it, or the documents themselves say which of them goes first.
"""

ERROR, WARNING, NOTE = SEVERITIES = ("error", "warning", "note")

FAULTS = {
    # references
    "reference-missing": ERROR,
    "reference-declared": WARNING,
    "reference-elsewhere": WARNING,
    "reference-label": WARNING,
    "reference-ambiguous": WARNING,
    "reference-topic": NOTE,
    "agreement-name": WARNING,
    # structure
    "number-repeated": WARNING,
    "number-gap": WARNING,
    "section-empty": WARNING,
    "section-void": NOTE,
    "text-breaks-off": WARNING,
    "placeholder": WARNING,
    "mark-without-note": WARNING,
    "note-without-mark": WARNING,
    # tables
    "tier-hole": ERROR,
    "tier-overlap": WARNING,
    "tier-unreachable": WARNING,
    "tier-outside-domain": ERROR,
    "tier-order": WARNING,
    "tier-zero": ERROR,
    "total-falls": WARNING,
    "threshold-jump": WARNING,
    "price-differs-from-percentage": WARNING,
    "price-missing": WARNING,
    # quantities
    "quantity-differs": ERROR,
    "quantity-by-case": NOTE,
    "quantity-differs-between": WARNING,
    "quantity-overrides": NOTE,
    "quantity-differs-among": NOTE,
    "default-term-applies": NOTE,
    "promise-without-period": WARNING,
    "promise-without-consequence": NOTE,
    # time
    "windows-overlap": ERROR,
    "clock-without-channel": ERROR,
    # figures
    "figure-without-unit": ERROR,
    "unit-not-printed": WARNING,
    "term-undefined": WARNING,
    "figure-unread": ERROR,
    "rule-without-figure": ERROR,
    "figure-assumed": WARNING,
    "several-readings": NOTE,
    # versions
    "versions-overlap": ERROR,
    "announced-late": ERROR,
    # wording
    "twin-leftover": WARNING,
    "twin-drift": NOTE,
    "included-and-billed": NOTE,
    "party-names": NOTE,
    "foreign-law": NOTE,
    "law-outdated": WARNING,
    # whatever else the readers refuse
    "format": ERROR,
}
