"""The calculators' answers, computed in the Python this runs in: the bundle's, or CPython for comparison."""

import json

from calculators.page import answered_text


def main(text: str) -> str:
    """A JSON list of the texts that a page gets, for {requests, terms, today}: requests and terms are JSON texts."""
    job = json.loads(text)
    return json.dumps([answered_text(request, job["terms"], job["today"]) for request in job["requests"]])
