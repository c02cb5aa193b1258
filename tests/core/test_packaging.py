# SPDX-License-Identifier: GPL-2.0-or-later
"""The gates of `make check` bite: each is shown a package with one thing wrong in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from flashpoints.tools import check_package

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A small package that passes every gate but the translations', which come with the build."""
    folder = tmp_path / "flashpoints"
    for name in ("plugin", "ui", "resources/icons", "resources/i18n"):
        (folder / name).mkdir(parents=True)
    for name in ("metadata.txt", "LICENSE", "README.md", "CHANGELOG.md", "__init__.py"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copy(ROOT / "resources" / "icons" / "flashpoints.svg", folder / "resources" / "icons")
    for source in (ROOT / "resources" / "i18n").glob("*.ts"):
        (folder / "resources" / "i18n" / f"{source.stem}.qm").touch()
    shutil.copytree(ROOT / "resources" / "help", folder / "resources" / "help")
    (folder / "plugin" / "fine.py").write_text("answer = 42\n", encoding="utf-8")
    return folder


def write(package: Path, name: str, text: str) -> None:
    """Put a file into the package."""
    path = package / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("gate", [check_package.structure, check_package.metadata, check_package.contents])
def test_good_package_passes(package: Path, gate: Callable[[Path], list[str]]) -> None:
    """Nothing is found where nothing is wrong."""
    assert gate(package) == []


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("plugin/__pycache__/x.cpython-311.pyc", "__pycache__"),
        ("tests/test_x.py", "tests"),
        ("Makefile", "Makefile"),
        (".gitignore", ".gitignore"),
        ("plugin/ui_dialog.py", "ui_dialog.py"),
        ("plugin/resources_rc.py", "resources_rc.py"),
        ("plugin/native.so", "native.so"),
    ],
)
def test_files_that_do_not_belong_are_found(package: Path, name: str, word: str) -> None:
    """By their names."""
    write(package, name, "")
    assert any(word in problem for problem in check_package.structure(package))


@pytest.mark.parametrize("name", ["LICENSE", "metadata.txt", "__init__.py"])
def test_files_that_must_be_there_are_missed(package: Path, name: str) -> None:
    """Each by name."""
    (package / name).unlink()
    assert check_package.structure(package) == [f"missing at the top: {name}"]


@pytest.mark.parametrize("name", ["rulings.html", "fr/rulings.html"])
def test_missing_help_is_found(package: Path, name: str) -> None:
    """In any language."""
    (package / "resources" / "help" / name).unlink()
    assert check_package.structure(package) == [f"no page of help: resources/help/{name}"]


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("version=", "versions=", "no version"),
        ("hasProcessingProvider=yes", "hasProcessingProvider=no", "hasProcessingProvider"),
        ("qgisMinimumVersion=3.22", "qgisMinimumVersion=3.28", "3.22 to 4.99"),
        ("icons/flashpoints.svg", "icons/none.svg", "no icon"),
        ("version=0", "version=9", "CHANGELOG.md"),
        ("about=", "about=<b>", "HTML"),
    ],
)
def test_wrong_metadata_is_found(package: Path, old: str, new: str, word: str) -> None:
    """In the words of the gate."""
    text = (package / "metadata.txt").read_text(encoding="utf-8")
    assert old in text
    write(package, "metadata.txt", text.replace(old, new))
    assert any(word in problem for problem in check_package.metadata(package))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("plugin/new.py", "match x:\n    case 1:\n        pass\n"),
        ("ui/broken.ui", "<ui><widget></ui>"),
        ("resources/broken.json", "{"),
        ("plugin/path.py", "HERE = '" + "/".join(["", "home", "ana", "data"]) + "'\n"),
    ],
)
def test_broken_contents_are_found(package: Path, name: str, text: str) -> None:
    """With the file's name."""
    write(package, name, text)
    assert [problem.split(":")[0] for problem in check_package.contents(package)] == [name]


def test_bandit_is_asked(package: Path) -> None:
    """A weakness is found, and nothing is without it."""
    pytest.importorskip("bandit")
    assert check_package.bandit(package) == []
    write(package, "plugin/weak.py", "import subprocess\nsubprocess.call('ls', shell=True)\n")
    assert any("B602" in problem for problem in check_package.bandit(package))


def test_secrets_are_looked_for(package: Path) -> None:
    """A key is found, and nothing is without it."""
    pytest.importorskip("detect_secrets")
    assert check_package.secrets(package) == []
    write(package, "plugin/key.py", "key = 'AKIA" + "Z3MSJVHDWO6T2Q5B'\n")
    assert any("plugin/key.py" in problem for problem in check_package.secrets(package))
