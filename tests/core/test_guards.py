# SPDX-License-Identifier: GPL-2.0-or-later
"""The house rules that a machine can read: imports only go down, errors are never swallowed, one spelling.

Each rule is a function from a file's text to a list of problems. Each is also shown files that break it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SPDX = "# SPDX-License-Identifier: GPL-2.0-or-later"
FLOORS = ("core", "gis", "gui")  # from the ground up

Rule = Callable[[str, Path], "list[str]"]


def imported(tree: ast.AST, path: Path) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything imported; a relative import becomes `plugin.floor.module.name`.

    `path` is relative to the checkout. Names given as text to import_module or __import__ count as well.
    """
    package = path.parent.parts
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                kept = package[: len(package) - node.level + 1]
                base = ".".join(("(checkout)", *kept)) if not kept else ".".join(kept)
            else:
                base = ""
            module = ".".join(part for part in (base, node.module or "") if part)
            for alias in node.names:
                yield node.lineno, f"{module}.{alias.name}"
        elif isinstance(node, ast.Call) and called(node) in ("import_module", "__import__"):
            for argument in node.args[:1]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield node.lineno, argument.value


def called(node: ast.Call) -> str:
    """The last part of the name that is called."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def reaches(name: str, *forbidden: str) -> bool:
    """Whether a dotted name is one of the forbidden ones or something inside it."""
    return any(name == one or name.startswith(one + ".") for one in forbidden)


def core_imports(text: str, path: Path) -> list[str]:
    """plugin/core knows no QGIS, no Qt, no GDAL and no floor above it."""
    return [
        f"{path}:{line}: the core imports {name}"
        for line, name in imported(ast.parse(text), path)
        if reaches(
            name, "qgis", "PyQt5", "PyQt6", "PySide2", "PySide6", "sip", "osgeo", "gdal", "ogr", "processing"
        )
        or reaches(name, "plugin.gis", "plugin.gui", "(checkout)")
    ]


def gis_imports(text: str, path: Path) -> list[str]:
    """plugin/gis has no widgets, no iface and nothing from the windows' floor."""
    tree = ast.parse(text)
    found = [
        f"{path}:{line}: plugin/gis imports {name}"
        for line, name in imported(tree, path)
        if reaches(name, "qgis.gui", "qgis.utils", "qgis.PyQt.QtWidgets", "plugin.gui", "(checkout)")
    ]
    found += [
        f"{path}:{node.lineno}: plugin/gis uses iface"
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id == "iface"
    ]
    return found


def spelling(text: str, path: Path) -> list[str]:
    """Qt through qgis.PyQt only, exec() and not exec_(), and the plugin imported relatively."""
    tree = ast.parse(text)
    found = [
        f"{path}:{line}: write this import relatively: {name}"
        for line, name in imported(tree, Path("x.py"))
        if reaches(name, "flashpoints", "plugin")
    ]
    found += [
        f"{path}:{line}: import Qt through qgis.PyQt: {name}"
        for line, name in imported(tree, path)
        if reaches(name, "PyQt5", "PyQt6", "PySide2", "PySide6", "sip")
    ]
    found += [
        f"{path}:{node.lineno}: exec_() is gone in Qt 6, write exec()"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "exec_"
    ]
    return found


def swallowed_errors(text: str, path: Path) -> list[str]:
    """No handler that catches everything, none that does nothing."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ExceptHandler):
            if node.type is None or catches_all(node.type):
                found.append(f"{path}:{node.lineno}: a handler that catches everything")
            if all(isinstance(line, ast.Pass) for line in node.body):
                found.append(f"{path}:{node.lineno}: a handler that passes in silence")
        elif isinstance(node, ast.Call) and called(node) == "suppress" and any(map(catches_all, node.args)):
            found.append(f"{path}:{node.lineno}: suppress() of everything")
    return found


def catches_all(node: ast.expr) -> bool:
    """Whether an `except` clause names Exception or BaseException, alone or in a tuple."""
    names = [n.id for n in ast.walk(node) if isinstance(n, ast.Name)]
    return any(name in ("Exception", "BaseException") for name in names)


def literal_strings(text: str, path: Path) -> list[str]:
    """translate() is given two literal strings, or no translator ever sees the text."""
    return [
        f"{path}:{node.lineno}: translate() takes two literal strings"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "translate"
        if len(node.args) != 2 or node.keywords or not all(is_text(argument) for argument in node.args)
    ]


def is_text(node: ast.expr) -> bool:
    """Whether this is a plain string; an f-string is none."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def licence_line(text: str, path: Path) -> list[str]:
    """The first line says the licence."""
    return [] if text.splitlines()[:1] == [SPDX] else [f"{path}:1: the first line must be {SPDX}"]


def only_class_factory(text: str, path: Path) -> list[str]:
    """The root holds classFactory alone, and imports inside it."""
    found = []
    for node in ast.parse(text).body:
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if not docstring and not (isinstance(node, ast.FunctionDef) and node.name == "classFactory"):
            found.append(f"{path}:{node.lineno}: only classFactory belongs into the root")
    return found


def sources(*folders: str) -> list[Path]:
    """The Python files of these folders of the checkout, relative to it."""
    return sorted(p.relative_to(ROOT) for folder in folders for p in (ROOT / folder).rglob("*.py"))


def problems(rule: Rule, paths: list[Path]) -> list[str]:
    """What a rule finds in the checkout's own files."""
    return [found for path in paths for found in rule((ROOT / path).read_text(encoding="utf-8"), path)]


def test_every_floor_has_files() -> None:
    """Otherwise the guards below would be content with nothing."""
    for floor in FLOORS:
        assert len(sources(f"plugin/{floor}")) > 1, floor


@pytest.mark.parametrize(
    ("rule", "paths"),
    [
        (core_imports, sources("plugin/core")),
        (gis_imports, sources("plugin/gis")),
        (spelling, sources("plugin")),
        (swallowed_errors, sources("plugin", "tools")),
        (literal_strings, sources("plugin")),
        (licence_line, [Path("__init__.py"), *sources("plugin", "tests", "tools")]),
        (only_class_factory, [Path("__init__.py")]),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_house_rule(rule: Rule, paths: list[Path]) -> None:
    """The checkout keeps the rule."""
    assert paths
    assert problems(rule, paths) == []


CORE = Path("plugin/core/rings.py")
DEEP = Path("plugin/core/formats/acled.py")
GIS = Path("plugin/gis/styles.py")
ALGORITHM = Path("plugin/gis/algorithms/makebrief.py")


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (core_imports, CORE, "import qgis"),
        (core_imports, CORE, "import qgis.core as q"),
        (core_imports, CORE, "from qgis.core import QgsGeometry"),
        (core_imports, CORE, "from qgis.PyQt.QtCore import QDate"),
        (core_imports, CORE, "import PyQt5"),
        (core_imports, CORE, "def f():\n    from osgeo import ogr"),
        (core_imports, CORE, "from ..gis import frames"),
        (core_imports, CORE, "from ..gis.frames import EventSource"),
        (core_imports, CORE, "from .. import gui"),
        (core_imports, CORE, "from ... import tools"),
        (core_imports, DEEP, "from ...gis import store"),
        (core_imports, DEEP, "import importlib\nimportlib.import_module('qgis.core')"),
        (core_imports, CORE, "__import__('osgeo')"),
        (gis_imports, GIS, "from qgis.gui import QgsMapCanvas"),
        (gis_imports, GIS, "from qgis import gui"),
        (gis_imports, GIS, "from qgis.PyQt import QtWidgets"),
        (gis_imports, GIS, "from qgis.PyQt.QtWidgets import QWidget"),
        (gis_imports, GIS, "from qgis.utils import iface"),
        (gis_imports, GIS, "import qgis.utils"),
        (gis_imports, GIS, "iface.mapCanvas()"),
        (gis_imports, GIS, "from ..gui import main"),
        (gis_imports, ALGORITHM, "from ...gui.runner import run"),
        (spelling, GIS, "dialog.exec_()"),
        (spelling, GIS, "from flashpoints.plugin.core import rings"),
        (spelling, GIS, "import plugin.core"),
        (spelling, GIS, "from PyQt5.QtCore import Qt"),
        (swallowed_errors, GIS, "try:\n    f()\nexcept:\n    g()"),
        (swallowed_errors, GIS, "try:\n    f()\nexcept Exception:\n    g()"),
        (swallowed_errors, GIS, "try:\n    f()\nexcept (ValueError, BaseException) as e:\n    g()"),
        (swallowed_errors, GIS, "try:\n    f()\nexcept ValueError:\n    pass"),
        (swallowed_errors, GIS, "with suppress(Exception):\n    f()"),
        (literal_strings, GIS, "translate('Context', f'{n} events')"),
        (literal_strings, GIS, "translate('Context', text)"),
        (literal_strings, GIS, "translate('one text')"),
        (licence_line, GIS, '"""A module."""'),
        (licence_line, GIS, ""),
        (only_class_factory, Path("__init__.py"), "import os\ndef classFactory(iface): ..."),
        (only_class_factory, Path("__init__.py"), "def classFactory(iface): ...\ndef more(): ..."),
    ],
)
def test_the_guard_bites(rule: Rule, path: Path, text: str) -> None:
    """A file that breaks the rule is found, with its name in the message."""
    found = rule(text, path)
    assert found
    assert str(path) in found[0]


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (core_imports, CORE, "import pandas as pd\nfrom .periods import Period\nfrom ..core import rates"),
        (core_imports, DEEP, "from ..schema import COLUMNS\nfrom . import columns"),
        (
            gis_imports,
            GIS,
            "from qgis.core import QgsSymbol\nfrom qgis.PyQt.QtGui import QColor\nfrom ..core import rates",
        ),
        (spelling, GIS, "dialog.exec()\nfrom ..core import rates"),
        (
            swallowed_errors,
            GIS,
            "try:\n    f()\nexcept ValueError as error:\n    raise FlashpointsError('x') from error",
        ),
        (
            literal_strings,
            GIS,
            "translate('Context', '{n} ' 'events').format(n=n)\ntext.translate(context, text)",
        ),
        (licence_line, GIS, f"{SPDX}\n"),
        (
            only_class_factory,
            Path("__init__.py"),
            '"""Root."""\ndef classFactory(iface):\n    from .plugin import x',
        ),
    ],
)
def test_the_guard_lets_good_code_through(rule: Rule, path: Path, text: str) -> None:
    """And nothing is said about code that keeps the rules."""
    assert rule(text, path) == []


def test_the_guard_reads_files_of_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole way: a checkout with one bad file in it is refused."""
    bad = tmp_path / "plugin" / "core" / "formats" / "bad.py"
    bad.parent.mkdir(parents=True)
    bad.write_text(f"{SPDX}\nfrom ...gis import frames\n", encoding="utf-8")
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    assert problems(core_imports, sources("plugin/core")) == [
        f"{bad.relative_to(tmp_path)}:2: the core imports plugin.gis.frames"
    ]
