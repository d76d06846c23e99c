"""A clause as Markdown for a page: every mark, caption and reference replaced by ready HTML or a plain link.

What an element looks like is the page's business; `mark_span` and `table_opening` are plain defaults. Tables stand
inside a `div` with `markdown="1"`, for Python-Markdown's md_in_html.
"""

from collections.abc import Callable, Iterable, Iterator
from html import escape

from scripts.agreements.definitions import Use
from scripts.agreements.model import Caption, Clause, Mark, Reference

RenderMark = Callable[[Mark], str]
Edit = tuple[int, int, str]  # start, end, and what stands there instead


def mark_span(mark: Mark) -> str:
    """A figure where it stands in the text; a reference that leads nowhere in the source, with the reason."""
    if mark.dangles:
        return f'<span class="dangling" title="{escape(mark.dangles)}">{mark.text}</span>'
    name = escape(mark.name or "")
    return f'<span class="figure" id="figure-{name}" data-figure="{name}" tabindex="0">{mark.text}</span>'


def table_opening(caption: Caption) -> str:
    """The opening tag around a marked table."""
    name = escape(caption.name)
    return f'<div class="figure-table" id="figure-{name}" data-figure="{name}" markdown="1">'


def clause_markdown(
    clause: Clause,
    render_mark: RenderMark = mark_span,
    *,
    render_caption: Callable[[Caption], str] = table_opening,
    link: Callable[[Reference], str] = lambda reference: reference.href,
    terms: Iterable[Use] = (),
) -> str:
    """The clause's body as Markdown that any renderer understands; the heading and number are not part of it.

    `render_mark` gets figures and dangling references; overrides of table cells become their words. `link` says where
    a reference leads from the page it will stand on. `terms` are the defined terms that lead to their definitions.
    """
    edits = [
        *((use.start, use.end, f'<a class="term" href="#{use.anchor}">{use.text}</a>') for use in terms),
        *(
            (mark.start, mark.end, render_mark(mark) if mark.name or mark.dangles else mark.text)
            for mark in clause.marks
        ),
        *(
            (reference.start, reference.end, f"[{reference.text}]({link(reference)})")
            for reference in clause.references
        ),
        *(edit for caption in clause.captions for edit in _caption(caption, render_caption)),
    ]
    return _edited(clause.body, sorted(edits))


def with_resolved_references(clause: Clause) -> str:
    """The clause's Markdown as written, but with every reference leading from the page or from the root of the site."""
    if not clause.references:
        return clause.body
    edits = [(each.start, each.end, f"[{each.text}]({each.href})") for each in clause.references]
    return _edited(clause.body, sorted(edits))


def _caption(caption: Caption, opening: Callable[[Caption], str]) -> Iterator[Edit]:
    """The opening tag in place of the caption, blank lines around the table, and the closing tag after it."""
    yield caption.start, caption.table_start, f"\n{opening(caption)}\n\n"
    yield caption.table_end, caption.table_end, "\n\n</div>\n\n"


def _edited(body: str, edits: list[Edit]) -> str:
    parts, position = [], 0
    for start, end, text in edits:
        parts += [body[position:start], text]
        position = end
    return "".join([*parts, body[position:]])
