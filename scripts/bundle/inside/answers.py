"""The calculators' answers, computed in the Pyodide this runs in."""

import json

from calculators.answer import answer_text


def main(text: str) -> str:
    """A JSON list of response texts for {requests, terms, today}."""
    job = json.loads(text)
    terms = json.dumps(job["terms"])
    return json.dumps([answer_text(json.dumps(request), terms, job["today"]) for request in job["requests"]])
