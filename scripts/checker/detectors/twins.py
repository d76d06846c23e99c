"""Texts made from each other: names left over from the twin, and sentences about one figure that have drifted apart."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from scripts.agreements.model import Clause, Parameter
from scripts.checker.document import Document
from scripts.checker.finding import Finding, quoted
from scripts.checker.stems import content_words, stands_in, stem
from scripts.checker.twins import Twins, twins

NAME = re.compile(r"(?:[A-ZÆØÅÄÖ][\w-]*)(?: [A-ZÆØÅÄÖ][\w-]*)*")
DROPPED = 3  # clauses about one thing that the twin has and this text has not
MOSTLY = 0.5  # of the twin's clauses about that thing
SAME_SENTENCE = 0.55
KEPT = 0.8


def findings(document: Document) -> Iterator[Finding]:
    pairs = list(twins(document))
    for pair in pairs:
        yield from _names(pair)
        yield from _dropped_subject(pair)
    if pairs:
        yield from _drift(document, pairs)


def _names(pair: Twins) -> Iterator[Finding]:
    """The twin's own name, or a name replaced everywhere else, in words the two texts share."""
    common = pair.own.vocabulary.words("common")
    replaced = [word for word in pair.systematic if word[:1].isupper() and word.casefold() not in common]
    for name in dict.fromkeys([*_title_name(pair), *replaced]):
        instead = pair.systematic.get(name, "")
        for clause, line in _uses(pair, name):
            yield pair.own.finding(
                "twin-leftover",
                clause,
                f"{name} {pair.other.id}",
                line,
                name=quoted(name),
                twin=pair.other.id,
                instead=quoted(instead) if instead else "",
            )


def _title_name(pair: Twins) -> list[str]:
    """The name the twin's title begins with, unless this text's title has it too."""
    name = NAME.match(pair.other.version.title)
    return [name[0]] if name and name[0] not in pair.own.version.title else []


def _uses(pair: Twins, name: str) -> Iterator[tuple[Clause, int]]:
    """The shared clauses of this text that have the name where the twin has it too, with the line of the first."""
    word = re.compile(rf"\b{re.escape(name)}s?\b")
    for anchor in pair.shared:
        prose, theirs = pair.own.prose[anchor], pair.other.prose[anchor]
        sentences = {_flat(each.text) for each in theirs.sentences}
        for sentence in prose.sentences:
            found = word.search(sentence.text)
            if found and _is_kept(_flat(sentence.text), sentences):
                yield pair.own.by_anchor[anchor], prose.line(sentence.start + found.start())
                break


def _is_kept(sentence: str, theirs: set[str]) -> bool:
    return any(_is_like(sentence, each, KEPT) for each in theirs)


def _is_like(one: str, other: str, enough: float) -> bool:
    """Whether two texts are more than so like; their letters alone, in any order, tell most apart."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() > enough and matcher.ratio() > enough


def _dropped_subject(pair: Twins) -> Iterator[Finding]:
    """What several clauses of the twin are about that this text has left out, and that it still speaks of."""
    subject = _subject_left_out(pair)
    if subject is None:
        return
    for anchor in pair.shared:
        prose = pair.own.prose[anchor]
        found = re.search(rf"\b{re.escape(subject)}\w*", prose.text, re.IGNORECASE)
        if found:
            yield pair.own.finding(
                "twin-leftover", pair.own.by_anchor[anchor], f"{subject} {pair.other.id}", prose.line(found.start()),
                name=quoted(found[0]), twin=pair.other.id,
            )  # fmt: skip


def _subject_left_out(pair: Twins) -> str | None:
    """The word that most of the left-out clauses have, when a heading among them has it and no new clause here does."""
    left_out = [each for each in pair.other.clauses if each.anchor not in pair.own.by_anchor]
    vocabulary, prose = pair.own.vocabulary, pair.other.prose
    counted = Counter(word for each in left_out for word in prose[each.anchor].stems)
    headings = " ".join(each.heading or "" for each in left_out).casefold()
    added = [each for each in pair.own.clauses if each.anchor not in pair.other.by_anchor]
    new = " ".join(pair.own.prose[each.anchor].plain for each in added).casefold()
    texts = [each.plain.casefold() for each in prose.values()]
    for word, times in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        if times < DROPPED:
            return None
        if stands_in(word, headings, frozenset()) and times > MOSTLY * sum(word in text for text in texts):
            return None if stands_in(word, new, frozenset(content_words(new, vocabulary))) else word
    return None


def _drift(document: Document, pairs: list[Twins]) -> Iterator[Finding]:
    """A sentence about a figure that says something more, or else, than the twins' about the same figure."""
    said: set[str] = set()
    for name, figure in document.parameters.items():
        ours = _sentence(document, figure)
        drifted = [(pair, theirs) for pair in pairs if (theirs := _drifted(pair, name, ours))]
        if drifted and ours not in said:
            said.add(ours)
            places = [document.cite(pair.other, figure.clause) for pair, _ in drifted]
            yield document.figure_finding(
                "twin-drift", figure, quote=quoted(ours), other_quote=quoted(drifted[0][1]), other=", ".join(places)
            )


def _drifted(pair: Twins, name: str, ours: str) -> str:
    """The twin's sentence about a figure that both state alike, where it says something else; else nothing."""
    figure, theirs = pair.own.parameters[name], pair.other.parameters.get(name)
    if theirs is None or theirs.clause != figure.clause or figure.clause not in pair.shared:
        return ""
    sentence = _sentence(pair.other, theirs)
    return sentence if figure.text == theirs.text and _differs(pair, ours, sentence) else ""


def _sentence(document: Document, figure: Parameter) -> str:
    clause = document.by_anchor[figure.clause]
    mark = next((each for each in clause.marks if each.name == figure.name), None)
    return _flat(document.prose[clause.anchor].sentence_at(mark.start).text) if mark else ""


def _differs(pair: Twins, ours: str, theirs: str) -> bool:
    """Different words, though mostly the same; a word put for another throughout, and small words, do not count."""
    one, other = (_telling(pair, text) for text in (ours, theirs))
    return one != other and _is_like(ours, theirs, SAME_SENTENCE)


def _telling(pair: Twins, text: str) -> list[str]:
    """The content words of a sentence without those that one text puts for another throughout, and without names."""
    exchanged = {stem(word) for words in pair.systematic.items() for word in words}
    exchanged |= {stem(word) for word in pair.own.agreement.supplier.name.split()}
    return [word for word in content_words(text, pair.own.vocabulary) if word not in exchanged]


def _flat(text: str) -> str:
    return " ".join(text.split()).lstrip("- ")
