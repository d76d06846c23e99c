"""The PDFs of real versions, read back: what they say, how they are built, and that they never change."""

from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination

from scripts.agreements.checked import checked_corpus
from scripts.agreements.lock import read_lock
from scripts.agreements.model import Agreement
from scripts.printing import press
from scripts.printing.press import PrintingFailed, printed
from scripts.printing.typography import font_files
from scripts.publishing.printed_versions import printed_versions
from scripts.setup.start import ROOT

DOCS = ROOT / "docs"
DATED = "example/cloud-storage/2027-03-01"
UNDATED = "nettsoft/vps-access/2026-11-20"
SWEDISH = "cloud-nine/general/2026-11-20"
FIRST_PAGES = {
    DATED: [
        *("Versjon 2027-03-01", "Gjelder fra 01.03.2027", "Kunngjort 02.11.2026", "Registrert 02.11.2026"),
        *("Avløser versjonen 2025-07-01", "Leverandøren finnes ikke", "Side 1 av 3"),
    ],
    UNDATED: [
        *("Versjon 2026-11-20", "Gjelder fra ukjent dato", "Kunngjort ikke oppgitt", "Registrert 20.11.2026"),
        *("leverandørens egen tekst som gjelder", "VPS-Access for adgangskontroll", "Side 1 av "),
    ],
    SWEDISH: [
        *("Version 2026-11-20", "Gäller från okänt datum", "Tillkännagiven inte angivet", "Registrerad 2026-11-20"),
        *("leverantörens egen text som gäller", "Allmänna avtalsvillkor", "Sida 1 av "),
    ],
}
LANGUAGES = {DATED: "nb", UNDATED: "nb", SWEDISH: "sv"}
LEFT, RIGHT = 24 * 72 / 25.4 - 1, (210 - 24) * 72 / 25.4  # the margins of the paper, in points
LONG_TABLE = "".join(f"<tr>{''.join(f'<td>{row}.{column}</td>' for column in range(12))}</tr>" for row in range(50))
WIDE = f"""<html lang="nb"><title>Bred</title><h1>Bred</h1><main><div class="table"><table>
<thead><tr>{"".join(f"<th>Kolonne{column}</th>" for column in range(12))}</tr></thead>
<tbody>{LONG_TABLE}</tbody></table></div></main></html>"""


@pytest.fixture(scope="module")
def agreements() -> dict[str, Agreement]:
    return {agreement.id: agreement for agreement in checked_corpus(DOCS).agreements}


@pytest.fixture(scope="module")
def documents(agreements: dict[str, Agreement]) -> dict[str, str]:
    """What is printed, by "supplier/agreement/version"; and a table wider and longer than any agreement has."""
    pages = [page for agreement in agreements.values() for page in printed_versions(agreement, "").make()]
    html = {page.path.removeprefix("agreements/").rpartition("/")[0]: page.html for page in pages}
    return {name: html[name] for name in FIRST_PAGES} | {"wide": WIDE}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def pdfs(documents: dict[str, str], kept: Path) -> dict[str, bytes]:
    return printed(documents, kept)


def test_are_the_same_bytes_when_printed_anew(documents, pdfs, tmp_path, monkeypatch):
    """Neither the time, nor the order of a set, nor what else was printed in the same process shows in a file."""
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    anew = printed({name: documents[name] for name in (SWEDISH, DATED, "wide")}, tmp_path)
    assert [name for name in anew if anew[name] != pdfs[name]] == []


def test_are_printed_once(documents, pdfs, kept, monkeypatch):
    """A second build takes every PDF from the cache and starts nothing."""
    monkeypatch.setattr(press, "_print", lambda missing, say: pytest.fail(f"printed again: {list(missing)}"))
    assert printed(documents, kept) == pdfs


def test_do_not_depend_on_the_day(agreements):
    """A version is printed as it is, whatever came after it."""
    whole = agreements["example/cloud-storage"]
    early = whole.known_on(whole.versions[0].first_day)
    assert len(early.versions) < len(whole.versions)
    assert {*printed_versions(early, "").make()} < {*printed_versions(whole, "").make()}


@pytest.mark.parametrize("name", FIRST_PAGES)
def test_say_first_what_they_are(pdfs, name):
    """Version, dates, the hash that the lock has, and whose text prevails."""
    text = " ".join(_reader(pdfs, name).pages[0].extract_text().split())
    assert [words for words in (*FIRST_PAGES[name], read_lock(DOCS)[name]) if words not in text] == []


@pytest.mark.parametrize("name", FIRST_PAGES)
def test_say_on_every_page_what_and_where_it_is(pdfs, name):
    """A sheet that lies alone still tells its agreement, its version, its number and how many there are."""
    reader = _reader(pdfs, name)
    title = reader.outline[0].title
    word = {"nb": "Side", "sv": "Sida"}[LANGUAGES[name]]
    for number, page in enumerate(reader.pages, 1):
        last_lines = " ".join(page.extract_text().split())[-200:]
        expected = (title, f"version {name[-10:]}", f"{word} {number} a", f" {len(reader.pages)}")
        assert [words for words in expected if words not in last_lines.replace("versjon", "version")] == []


@pytest.mark.parametrize("name", FIRST_PAGES)
def test_are_made_for_screen_readers_too(pdfs, name):
    """Tagged after PDF/UA, in the language of the text, with a title that a window shows."""
    reader = _reader(pdfs, name)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == LANGUAGES[name]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()
    assert reader.metadata.title.endswith(name[-10:])
    assert not {"/CreationDate", "/ModDate"} & reader.metadata.keys()


@pytest.mark.parametrize("name", FIRST_PAGES)
def test_have_a_bookmark_for_every_heading(pdfs, agreements, name):
    """The title, and below it each heading with its number."""
    version = agreements[name[:-11]].version(name[-10:])
    headings = [f"{clause.printed_number or ''} {clause.heading}" for clause in version.clauses if clause.heading]
    assert [mark.title for mark in _bookmarks(_reader(pdfs, name).outline)] == [
        " ".join(heading.split()) for heading in (version.title, *headings)
    ]


def test_carry_the_type_faces_of_the_project_only(pdfs):
    """No letter is taken from what happens to be installed on a machine."""
    fonts = {font for name in pdfs for page in _reader(pdfs, name).pages for font in _fonts(page)}
    assert {font.partition("+")[2].removesuffix(",").removesuffix("-Semi-Bold") for font in fonts} == {
        *("Source-Serif-4", "Source-Sans-3")
    }


def test_have_a_letter_for_everything_that_agreements_say(agreements):
    """A sign that the type faces lack would be drawn by another one, or not at all."""
    pages = [page for agreement in agreements.values() for page in printed_versions(agreement, "").make()]
    written = {letter for page in pages for letter in unescape(page.html)} - {"\n"}
    for file in font_files():
        assert written - {chr(code) for code in TTFont(file).getBestCmap()} == set(), file.name


def test_cut_no_wide_table_and_repeat_its_head(pdfs):
    """Twelve columns stay between the margins; a table longer than a page says on each what its columns are."""
    reader = _reader(pdfs, "wide")
    assert len(reader.pages) == 3
    for page in reader.pages[1:]:
        begins = _left_edges(page)
        assert {f"Kolonne{column}" for column in range(12)} <= begins.keys()
        assert all(LEFT <= edge < RIGHT for edge in begins.values())
        assert begins["Kolonne11"] + 30 < RIGHT  # what the widest word takes in the last column
    text = "".join(page.extract_text() for page in reader.pages)
    assert [row for row in range(50) if f"{row}.11" not in text] == []


def test_link_to_the_site_only_where_it_has_an_address(agreements):
    """On paper a link from the site's root leads nowhere."""
    nowhere = "".join(page.html for agreement in agreements.values() for page in printed_versions(agreement, "").make())
    somewhere = [
        page.html for each in agreements.values() for page in printed_versions(each, "https://terms.example/it").make()
    ]
    assert 'href="/' not in nowhere
    assert 'href="#' in nowhere
    assert 'href="/' not in "".join(somewhere)
    assert 'href="https://terms.example/it/agreements/' in "".join(somewhere)


def test_say_when_printing_failed(tmp_path, monkeypatch):
    """A process that ends without its files stops the build."""
    monkeypatch.setattr(press.sys, "executable", "/bin/false")
    with pytest.raises(PrintingFailed, match="could not be printed"):
        printed({"one": "<p>One</p>"}, tmp_path)


def test_stand_beside_every_version_of_the_site(site, agreements):
    """Through the whole build: the PDF is where its page says, as it was printed, and is not compressed again."""
    for name in read_lock(DOCS):
        folder = site / "agreements" / name
        pdf = folder / f"{name.replace('/', '-')}.pdf"
        assert pdf.read_bytes().startswith(b"%PDF-1.7")
        assert f'/{pdf.name}" type="application/pdf"' in (folder / "index.html").read_text(encoding="utf-8")
        assert sorted(path.name for path in folder.glob("*.pdf*")) == [pdf.name]


def _reader(pdfs: dict[str, bytes], name: str) -> PdfReader:
    return PdfReader(BytesIO(pdfs[name]))


def _bookmarks(outline: list) -> Iterator[Destination]:
    for entry in outline:
        yield from _bookmarks(entry) if isinstance(entry, list) else [entry]


def _fonts(page: PageObject) -> Iterator[str]:
    for font in page["/Resources"]["/Font"].values():
        yield font.get_object()["/BaseFont"].removeprefix("/")


def _left_edges(page: PageObject) -> dict[str, float]:
    """Where each piece of text on a page begins, in points from the left."""
    pieces: dict[str, float] = {}

    def note(text: str, page_matrix: list[float], text_matrix: list[float], *_: object) -> None:
        if text.strip():
            pieces[text.strip()] = text_matrix[4] * page_matrix[0] + page_matrix[4]

    page.extract_text(visitor_text=note)
    return pieces
