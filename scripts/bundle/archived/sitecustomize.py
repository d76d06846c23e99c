"""Loads the archive's modules by its table of contents. Python imports a module of this name while it starts.

zipimport does it too, for archives of any kind: it tries every form a module may have, several times over, and starting
takes a fifth longer. Here all are compiled, for this Python, and in one archive.
"""

import marshal
import sys
import zipimport
from _frozen_importlib import ModuleSpec

ARCHIVE = __file__.rpartition("/")[0]
HEADER = 16  # bytes before the code: what a compiled file was made from, which is not there to compare it with
# Where in the archive each file is, by its name. Private to zipimport, and the archive is private to one Python.
CONTENTS = zipimport._zip_directory_cache[ARCHIVE]


class Archived:
    """Finder and loader of what is in the archive."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        place = name.replace(".", "/")
        if f"{place}.pyc" in CONTENTS:
            return spec_of(name, f"{place}.pyc")
        if f"{place}/__init__.pyc" not in CONTENTS:
            return None
        spec = spec_of(name, f"{place}/__init__.pyc", is_package=True)
        spec.submodule_search_locations.append(f"{ARCHIVE}/{place}")
        return spec

    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        compiled = memoryview(content(module.__spec__.loader_state))
        exec(marshal.loads(compiled[HEADER:]), module.__dict__)

    @staticmethod
    def get_data(path):
        name = path.removeprefix(f"{ARCHIVE}/")
        if name not in CONTENTS:
            raise OSError(f"{path}: not in the archive")
        return content(name)


def spec_of(name, entry, is_package=None):
    spec = ModuleSpec(name, Archived, origin=f"{ARCHIVE}/{entry}", loader_state=entry, is_package=is_package)
    spec.has_location = True
    return spec


def content(name):
    return zipimport._get_data(ARCHIVE, CONTENTS[name])


sys.meta_path.insert([each.__name__ for each in sys.meta_path].index("PathFinder"), Archived)
