"""A receipt as a page of its own, to be printed or kept: readable by people, and by `scripts/verify_receipt`."""

import json
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any
from urllib.parse import urljoin

from calculators.answering import Answer
from calculators.fields import asked, public_name
from calculators.form import question_of
from calculators.words import chosen, said
from calculators.words.spoken import spoken

BEGIN, END = '<script type="application/json" id="receipt">', "</script>"
STYLE = """
body { margin: 2rem auto; max-width: 42rem; padding: 0 1rem; font: 1rem/1.5 Georgia, "Liberation Serif", serif; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { margin-top: 2rem; font-size: 1rem; }
dl { display: grid; grid-template-columns: minmax(8rem, auto) 1fr; gap: .25rem 1.5rem; } dd { margin: 0; }
li { margin: .25rem 0; } .value { font-weight: bold; }
small, code { color: #555; font-size: .8rem; overflow-wrap: anywhere; }
@media print { a { color: inherit; } }
"""


def receipt_page(
    kept: Mapping[str, Any], view: Mapping[str, Any], given: Answer, address: str, language: str
) -> str:
    """Return the page: question, answer, inputs, steps, clauses with their hashes, and the receipt itself as JSON."""
    rule = given.asked.rule
    title = chosen(rule.declared["title"], language)
    terms = f"{rule.version.agreement}, {rule.version.label}"
    parts = [
        f"<h1>{escape(view['headline'])}</h1>",
        f"<p>{escape(title)} – {escape(terms)}</p>",
        f"<p><strong>{escape(view['certainty']['label'])}</strong> {escape(view['certainty']['text'])}</p>",
        _section("given", _pairs(_inputs(given, language)), language),
        _section("found", _pairs((fact["label"], fact["value"]) for fact in view["facts"]), language),
        _section("steps", _list("ol", map(_step, view["steps"])), language),
        _section("readings", _list("ul", map(_reading, view["alternatives"])), language),
        _section("conventions", _list("ul", map(escape, view["conventions"])), language),
        _section("clauses", _list("ul", (_clause(each, address) for each in kept["response"]["clauses"])), language),
        f'<p><a href="{escape(address)}">{escape(said("takeaway", "recompute", language))}</a></p>',
        f"<p><small>{escape(kept['today'])}<br>SHA-256 <code>{kept['sha256']}</code></small></p>",
        f"<p><small>{escape(said('takeaway', 'verify', language))}</small></p>",
    ]
    head = f'<!doctype html>\n<html lang="{language}">\n<meta charset="utf-8">\n<title>{escape(title)}</title>'
    data = json.dumps(kept, ensure_ascii=False, indent=1, default=str).replace("</", "<\\/")
    return f"{head}\n<style>{STYLE}</style>\n" + "\n".join(filter(None, parts)) + f"\n{BEGIN}{data}{END}\n</html>\n"


def receipt_in(text: str) -> str:
    """Return the JSON of a receipt: of a page that holds one, or the text itself."""
    _, found, rest = text.partition(BEGIN)
    return rest.partition(END)[0] if found else text


def _inputs(given: Answer, language: str) -> Iterable[tuple[str, str]]:
    """Return each question that was answered, in words, with what was read from the answer."""
    rule = given.asked.rule
    for field in asked(rule, given.asked.kind.questions(rule)):
        raw = given.asked.inputs.get(public_name(rule, field))
        if raw is not None:
            question = question_of(rule, field, None, language)
            yield question["label"], _said(question, raw, given.given.get(field.name), language)


def _said(question: Mapping[str, Any], raw: Any, value: Any, language: str) -> str:
    if question["type"] == "choice":
        return next((option["label"] for option in question["options"] if option["value"] == raw), str(raw))
    if question["type"] == "boolean":
        return said("takeaway", "yes" if value else "no", language)
    if question["type"] in ("date", "money", "integer", "decimal") and value is not None:
        return spoken(value, language)
    return raw if isinstance(raw, str) else json.dumps(raw, ensure_ascii=False, default=str)


def _section(key: str, body: str, language: str) -> str:
    return f"<h2>{escape(said('takeaway', key, language))}</h2>\n{body}" if body else ""


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    lines = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in pairs)
    return f"<dl>{lines}</dl>" if lines else ""


def _list(name: str, lines: Iterable[str]) -> str:
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f"<{name}>{items}</{name}>" if items else ""


def _step(step: Mapping[str, Any]) -> str:
    value = f' <span class="value">{escape(step["value"])}</span>' if step["value"] else ""
    clause = f" <small>{escape(step['clause']['label'])}</small>" if step["clause"] else ""
    return f"{escape(step['text'])}{value}{clause}"


def _reading(other: Mapping[str, Any]) -> str:
    return f"{escape(other['label'])}: {escape(other['headline'])}"


def _clause(clause: Mapping[str, str], address: str) -> str:
    at = escape(urljoin(address, clause["href"]))
    name = escape(f"{clause['agreement']}, {clause['version']}, {clause['clause']}")
    return f'<a href="{at}">{name}</a><br><small>SHA-256 <code>{clause["sha256"]}</code></small>'
