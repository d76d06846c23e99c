"""A rehearsal in an untrimmed Pyodide: which files of the standard library do the calculators need?

Three things load modules: starting up; importing every module of the calculators, with what their functions import
later on; and answering. What these three have loaded is the answer.
"""

import ast
import importlib
import json
import sys
import traceback
import zipfile


def main(text: str) -> str:
    """Names of the needed files, as the standard library's archive has them."""
    job = json.loads(text)
    sys.path.insert(0, job["wheel"])
    import_all(job["extra"])
    import_all(imports_of(job["wheel"]))
    answer_all(json.loads(job["question"]))
    return json.dumps(sorted(loaded_files()))


def import_all(names) -> None:
    for name in names:
        importlib.import_module(name)


def imports_of(wheel: str) -> set[str]:
    """Every module of the wheel and every module that any line of it imports."""
    names = set()
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.namelist():
            if entry.endswith(".py"):
                names.add(entry.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
                names.update(imports_in(ast.parse(archive.read(entry))))
    return names


def imports_in(tree: ast.Module) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.add(node.module)
    return names


def answer_all(question: dict) -> None:
    """Answer the requests, and fail once: an error must be able to print its traceback."""
    from calculators.page import answered_text

    for request in question["requests"]:
        answered_text(request, question["terms"], question["today"])
    try:
        answered_text("{", question["terms"], "no day")
    except ValueError:
        traceback.format_exc()


def loaded_files() -> set[str]:
    """The archive's files that are in use; a module frozen into the interpreter names one too, and never reads it."""
    archive = next(place for place in sys.path if place.endswith(".zip") and "/python3" in place) + "/"
    modules = [module for module in list(sys.modules.values()) if not is_frozen(module)]
    files = {getattr(module, "__file__", None) or "" for module in modules}
    return {file.removeprefix(archive) for file in files if file.startswith(archive)}


def is_frozen(module) -> bool:
    spec = getattr(module, "__spec__", None)
    return bool(spec) and spec.origin == "frozen"
