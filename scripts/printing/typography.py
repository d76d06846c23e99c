"""The style sheet and the type faces that documents are printed with: those of the project, whatever a machine has."""

from pathlib import Path

from scripts.setup.start import ROOT

SHEET = Path(__file__).with_name("sheet.css")
FACES = {"Source Serif 4": "source-serif-4", "Source Sans 3": "source-sans-3"}
CUTS = ((400, "normal"), (400, "italic"), (600, "normal"), (600, "italic"))


def style_sheet() -> str:
    """The whole style sheet, with the type faces that it names."""
    faces = [_face(family, package, *cut) for family, package in FACES.items() for cut in CUTS]
    return "\n".join([*faces, SHEET.read_text(encoding="utf-8")])


def font_files() -> list[Path]:
    """The files of the type faces, from npm."""
    return [_file(package, *cut) for package in FACES.values() for cut in CUTS]


def _face(family: str, package: str, weight: int, style: str) -> str:
    address = _file(package, weight, style).as_uri()
    face = f'font-family: "{family}"; font-weight: {weight}; font-style: {style}'
    return f'@font-face {{ {face}; src: url("{address}") }}'


def _file(package: str, weight: int, style: str) -> Path:
    return ROOT / "node_modules" / "@fontsource" / package / "files" / f"{package}-latin-{weight}-{style}.woff2"
