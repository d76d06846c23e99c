"""The cross-build environment of pyodide-build, made from the npm package.

pyodide-build would fetch one from the internet: headers, libraries and recipes for packages written in C. The
calculators are Python only, so the names and versions below are all that is ever asked of it.
"""

import io
import tarfile
import zipfile
from pathlib import Path

from scripts.bundle.runtime import Runtime

SYSCONFIG = "_sysconfigdata__emscripten_wasm32-emscripten"


def write_cross_build_environment(runtime: Runtime, archive: Path) -> None:
    """Write the archive that pyodide-build unpacks on first use."""
    with tarfile.open(archive, "w:gz") as tar:
        for name, content in _files(runtime).items():
            entry = tarfile.TarInfo(f"xbuildenv/{name}")
            entry.size, entry.mode = len(content), 0o644
            tar.addfile(entry, io.BytesIO(content))


def _files(runtime: Runtime) -> dict[str, bytes]:
    with zipfile.ZipFile(runtime.standard_library) as library:
        sysconfig = library.read(f"{SYSCONFIG}.py")
    return {
        "requirements.txt": b"",
        "pyodide-root/Makefile.envs": _makefile(runtime).encode(),
        "pyodide-root/dist/pyodide-lock.json": (runtime.folder / "pyodide-lock.json").read_bytes(),
        f"pyodide-root/cpython/installs/python-{runtime.python}/sysconfigdata/{SYSCONFIG}.py": sysconfig,
    }


def _makefile(runtime: Runtime) -> str:
    major, minor, micro = runtime.python.split(".")
    install = f"$(PYODIDE_ROOT)/cpython/installs/python-{runtime.python}"
    variables = {
        "PYODIDE_VERSION": runtime.version,
        "PYODIDE_ABI_VERSION": runtime.abi,
        "PYODIDE_EMSCRIPTEN_VERSION": runtime.emscripten,
        "PYVERSION": runtime.python,
        "PYMAJOR": major,
        "PYMINOR": minor,
        "PYMICRO": micro,
        "PLATFORM_TRIPLET": "wasm32-emscripten",
        "SYSCONFIG_NAME": SYSCONFIG,
        "SYSCONFIGDATA_DIR": f"{install}/sysconfigdata/",
        "CPYTHONINSTALL": install,
        "TARGETINSTALLDIR": install,
        "PYTHONINCLUDE": f"{install}/include/python{major}.{minor}",
        "HOSTINSTALLDIR": "$(PYODIDE_ROOT)/packages/.artifacts",
        "HOSTSITEPACKAGES": f"$(PYODIDE_ROOT)/packages/.artifacts/lib/python{major}.{minor}/site-packages",
        "PIP_CONSTRAINT": "",
        "CFLAGS_BASE": "",
        "CXXFLAGS_BASE": "",
        "LDFLAGS_BASE": "",
        "SKIP_EMSCRIPTEN_VERSION_CHECK": "1",
    }
    return "".join(f"export {name}={value}\n" for name, value in variables.items())
