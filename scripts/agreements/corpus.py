"""Every agreement under `docs/agreements`, read in one go with every problem of every file."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path, PurePosixPath

from scripts.agreements.known import Known
from scripts.agreements.lending import lending
from scripts.agreements.model import Agreement, Supplier, Version
from scripts.agreements.problems import Problem, ProblemLog
from scripts.agreements.references import report_missing
from scripts.agreements.relations import check_relations
from scripts.agreements.rules import CheckRule
from scripts.agreements.source import read_source
from scripts.agreements.succession import check_succession, in_order
from scripts.agreements.suppliers import read_supplier
from scripts.agreements.versions import Draft, read_draft
from scripts.keeping.keep import Keep, Wanted, anew

FOLDER_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NO_AGREEMENTS = ("index.md", "supplier.yml", "lock.json")


@dataclass(frozen=True)
class Corpus:
    """All suppliers and agreements, sorted by id, and what is wrong with them."""

    suppliers: tuple[Supplier, ...]
    agreements: tuple[Agreement, ...]
    problems: tuple[Problem, ...]

    def agreement(self, id: str) -> Agreement | None:
        return next((agreement for agreement in self.agreements if agreement.id == id), None)


def read_corpus(docs_folder: Path, check_rule: CheckRule | None = None, keep: Keep = anew) -> Corpus:
    """The corpus in a documentation folder; nothing in the content makes it raise. A text read before may be kept."""
    reader = _Reader(docs_folder, check_rule)
    suppliers, texts = [], []
    for folder in reader.folders(docs_folder / "agreements"):
        supplier = reader.supplier(folder)
        if supplier:
            suppliers.append(supplier)
            texts += [reader.texts(inner, supplier) for inner in reader.folders(folder)]
    drafts = keep.every([each.drafts() for each in texts])
    agreements = [found for each in zip(texts, drafts, strict=True) if (found := reader.agreement(*each))]
    corpus = Corpus(tuple(suppliers), tuple(reader.with_rules(agreements)), ())
    reader.check_between(corpus)
    return Corpus(corpus.suppliers, corpus.agreements, reader.problems())


@dataclass(frozen=True)
class _Texts:
    """The texts of the versions of one agreement, by file."""

    id: str
    supplier: Supplier
    folder: Path
    by_file: Mapping[str, str]

    def drafts(self) -> Wanted[list[Draft]]:
        """Each text read by itself, with a log of its own."""
        made_from = ("drafts", self.id, repr(self.supplier), *chain.from_iterable(self.by_file.items()))
        return Wanted(made_from, self._drafts)

    def _drafts(self) -> list[Draft]:
        known = Known()
        return [
            read_draft(text, PurePosixPath(file).stem, self.id, self.supplier, ProblemLog(file), known)
            for file, text in self.by_file.items()
        ]


class _Reader:
    """Walks the folders and keeps one log per file."""

    def __init__(self, docs_folder: Path, check_rule: CheckRule | None) -> None:
        self.docs_folder, self.check_rule = docs_folder, check_rule
        self.logs: dict[str, ProblemLog] = {}
        self.drafts: dict[str, Draft] = {}  # by file

    def problems(self) -> tuple[Problem, ...]:
        return tuple(
            sorted(
                (problem for log in self.logs.values() for problem in log.problems),
                key=lambda problem: (problem.file, problem.line, problem.found),
            )
        )

    def log(self, path: Path) -> ProblemLog:
        return self._log(self._file(path))

    def _log(self, file: str) -> ProblemLog:
        return self.logs.setdefault(file, ProblemLog(file))

    def _file(self, path: Path) -> str:
        return f"{self.docs_folder.name}/{path.relative_to(self.docs_folder).as_posix()}"

    def folders(self, folder: Path) -> list[Path]:
        """The sub-folders by name; a name that cannot stand in an address, and a stray file, are reported."""
        found = []
        for path in self._entries(folder):
            if path.is_dir() and FOLDER_NAME.fullmatch(path.name):
                found.append(path)
            elif path.is_dir():
                self.log(path).report(1, f'folder "{path.name}"', "a name in lower-case kebab-case")
            elif path.name not in NO_AGREEMENTS:
                self.log(path).report(1, "a file that belongs to no agreement", "<supplier>/<agreement>/<version>.md")
        return found

    def _entries(self, folder: Path) -> list[Path]:
        """What a folder holds, hidden files apart; whatever leads out of the documentation is reported."""
        if not folder.is_dir():
            return []
        inside, root = [], self.docs_folder.resolve()
        is_inside = folder.resolve().is_relative_to(root)
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = folder / entry.name
            if is_inside and not entry.is_symlink() or path.resolve().is_relative_to(root):
                inside.append(path)
            else:
                self.log(path).report(1, "a link that leads out of the documentation", "a file or folder inside it")
        return inside

    def supplier(self, folder: Path) -> Supplier | None:
        path = folder / "supplier.yml"
        log = self.log(path)
        if not path.is_file():
            log.report(
                1,
                f'supplier "{folder.name}" has no supplier.yml',
                "name, language, currency, time_zone, holidays, about, contact",
            )
            return None
        text = read_source(path, log)
        return None if text is None else read_supplier(folder.name, text, log)

    def texts(self, folder: Path, supplier: Supplier) -> _Texts:
        """The readable texts in the folder of an agreement."""
        id = f"{supplier.id}/{folder.name}"
        file = self._file(folder)
        logs = {path: self._log(f"{file}/{path.name}") for path in self._entries(folder)}
        found = {log.file: self._text(path, id, log) for path, log in logs.items()}
        return _Texts(id, supplier, folder, {file: text for file, text in found.items() if text is not None})

    def _text(self, path: Path, id: str, log: ProblemLog) -> str | None:
        if path.suffix != ".md" or path.is_dir():
            log.report(1, f'"{path.name}" among the versions of {id}', "files named <date>.md")
            return None
        return read_source(path, log)

    def agreement(self, texts: _Texts, drafts: Iterable[Draft]) -> Agreement | None:
        """The agreement with its readable versions, oldest first; None when it has none."""
        versions = [self._version(draft) for draft in drafts]
        if not versions:
            self.log(texts.folder).report(1, f'agreement "{texts.id}" has no version', "a file <date>.md in its folder")
            return None
        agreement = Agreement(texts.id, texts.supplier, in_order(versions))
        written = [name for name in os.listdir(texts.folder) if name.endswith(".md")]
        if len(versions) == len(written):  # else one could not be read, and is not missing
            check_succession(agreement, self._report)
        return agreement

    def _version(self, draft: Draft) -> Version:
        """The version as it was read, with the problems found then; what is found later is logged beside them."""
        log = self.logs[draft.version.file]
        log.problems += draft.log.problems
        self.drafts[log.file] = replace(draft, log=log)
        return draft.version

    def with_rules(self, agreements: list[Agreement]) -> Iterator[Agreement]:
        """The agreements with the rules of every version, now that all the texts they may borrow from are read."""
        wishes = {file: draft.wishes for file, draft in self.drafts.items()}
        found = lending(agreements, wishes)
        for agreement in agreements:
            files = (version.file for version in agreement.versions)
            versions = tuple(self.drafts[file].finished(found[file], self.check_rule) for file in files)
            yield replace(agreement, versions=versions)

    def _report(self, version: Version, line: int, found: str, expected: str) -> None:
        self.logs[version.file].report(line, found, expected)

    def check_between(self, corpus: Corpus) -> None:
        """Reports references and relations to agreements, versions and clauses of others that are not there."""
        for supplier in corpus.suppliers:
            log = self.log(self.docs_folder / "agreements" / supplier.id / "supplier.yml")
            check_relations(supplier.relations, supplier.id, corpus.agreements, log)
        for agreement in corpus.agreements:
            for version in agreement.versions:
                for clause in version.clauses:
                    for reference in clause.references:
                        known = _known_targets(corpus, reference.agreement, reference.version)
                        if reference.agreement and (reference.anchor or "") not in known:
                            report_missing(reference, known, clause, self.logs[version.file])


def _known_targets(corpus: Corpus, id: str | None, version_name: str | None) -> set[str]:
    """The ids that a reference to another agreement may name; empty when it is not there."""
    agreement = corpus.agreement(id) if id else None
    if agreement is None:
        return set()
    version = agreement.version(version_name) if version_name else agreement.versions[-1]
    return {"", *(id for clause in version.clauses for id in clause.ids)} if version else set()
