# SPDX-License-Identifier: GPL-2.0-or-later
"""The gates of QGIS's plugin repository, tried on the built zip: structure, metadata, bandit, detect-secrets.

Upload is refused for any finding, so this ends with exit code 1 for any.
"""

from __future__ import annotations

import ast
import configparser
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
NAME = "flashpoints"
OLDEST_PYTHON = (3, 9)  # of the QGIS 3.22 installers
MAX_BYTES = 25_000_000
TOP_LEVEL = {
    *("__init__.py", "metadata.txt", "LICENSE", "README.md", "CHANGELOG.md", "plugin", "ui", "resources"),
}
REQUIRED = (
    *(
        "name",
        "qgisMinimumVersion",
        "qgisMaximumVersion",
        "description",
        "about",
        "version",
        "author",
        "email",
    ),
    *("homepage", "repository", "tracker", "icon", "tags", "category", "license", "hasProcessingProvider"),
)
UNWANTED = re.compile(
    r"(^|/)(__pycache__|__MACOSX|\.[^/]+|ui_[^/]+\.py|resources_rc\.py|[^/]+_rc\.py)(/|$)"
    r"|\.(pyc|pyo|so|dll|dylib|exe|gpkg-wal|gpkg-shm|orig|rej|zip|ts)$"
)
MACHINE_PATH = re.compile(r"""["'( =](/(home|root|Users|mnt)/|[A-Z]:\\Users)""")
TEXT = {".py", ".md", ".txt", ".ui", ".csv", ".json", ".qpt", ".qml", ".html", ".svg"}


def structure(package: Path) -> list[str]:
    """Problems with which files there are."""
    names = sorted(str(path.relative_to(package)) for path in package.rglob("*"))
    top = {name.split("/")[0] for name in names}
    found = [f"missing at the top: {name}" for name in sorted(TOP_LEVEL - top)]
    found += [f"does not belong into the package: {name}" for name in sorted(top - TOP_LEVEL)]
    found += [f"must not be in a package: {name}" for name in names if UNWANTED.search(name)]
    found += [f"a link: {path}" for path in package.rglob("*") if path.is_symlink()]
    compiled = {path.stem for path in package.rglob("*.qm")}
    wanted = {path.stem for path in (ROOT / "resources" / "i18n").glob("*.ts")}
    found += [f"no compiled translation: {name}.qm" for name in sorted(wanted - compiled)]
    pages = {path.relative_to(ROOT).as_posix() for path in (ROOT / "resources" / "help").rglob("*.*")}
    found += [f"no page of help: {name}" for name in sorted(pages - set(names))]
    return found


def metadata(package: Path) -> list[str]:
    """Problems with metadata.txt."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # keep the case of the keys
    parser.read(package / "metadata.txt", encoding="utf-8")
    general = dict(parser["general"]) if parser.has_section("general") else {}
    found = [f"metadata.txt: no {key}" for key in REQUIRED if not general.get(key, "").strip()]
    if found:
        return found
    for key in ("description", "about"):
        if re.search(r"<[a-z/]", general[key]):
            found.append(f"metadata.txt: {key} holds HTML")
    if not re.fullmatch(r"\d+\.\d+\.\d+(-[a-z0-9.]+)?", general["version"]):
        found.append(f"metadata.txt: version {general['version']}")
    if (general["qgisMinimumVersion"], general["qgisMaximumVersion"]) != ("3.22", "4.99"):
        found.append("metadata.txt: the range of QGIS versions is not 3.22 to 4.99")
    if general["hasProcessingProvider"] != "yes":
        found.append(
            "metadata.txt: hasProcessingProvider must be yes, or qgis_process does not load the plugin"
        )
    if not (package / general["icon"]).is_file():
        found.append(f"metadata.txt: no icon {general['icon']}")
    changelog = (package / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[(\d[^\]]*)\]", changelog, flags=re.MULTILINE)
    if newest is None or newest.group(1) != general["version"]:
        found.append(f"CHANGELOG.md: its newest version is not {general['version']}")
    return found


def contents(package: Path) -> list[str]:
    """Problems inside files: syntax too new for the oldest Python, broken XML or JSON, a machine's paths."""
    found = []
    for path in sorted(package.rglob("*")):
        if not path.is_file() or path.suffix not in TEXT:
            continue
        name = path.relative_to(package)
        text = path.read_text(encoding="utf-8")
        try:
            if path.suffix == ".py":
                ast.parse(text, feature_version=OLDEST_PYTHON)
            elif path.suffix in (".ui", ".svg", ".qpt", ".qml"):
                ElementTree.fromstring(text)
            elif path.suffix == ".json":
                json.loads(text)
        except (SyntaxError, ValueError) as error:  # ElementTree's and json's errors are among them
            found.append(f"{name}: {error}")
        if MACHINE_PATH.search(text):
            found.append(f"{name}: holds a path of somebody's machine")
    return found


def bandit(package: Path) -> list[str]:
    """Findings of bandit, at any level."""
    report = scan("bandit", "-q", "-r", "-f", "json", str(package))
    found = [f"bandit: cannot read {error['filename']}: {error['reason']}" for error in report["errors"]]
    for item in report["results"]:
        where = f"{Path(item['filename']).relative_to(package)}:{item['line_number']}"
        found.append(f"bandit: {where}: {item['test_id']} {item['issue_text']}")
    return found


def secrets(package: Path) -> list[str]:
    """Findings of detect-secrets. It leaves out, in silence, what lies outside the folder it is started in."""
    report = scan("detect_secrets", "scan", "--all-files", ".", folder=package)
    return [
        f"detect-secrets: {name}:{item['line_number']}: {item['type']}"
        for name, items in report["results"].items()
        for item in items
    ]


def scan(module: str, *arguments: str, folder: Path = ROOT) -> dict:
    """Run a scanner of this environment that prints JSON; one that does not run ends the check."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if not done.stdout.startswith("{"):
        sys.exit(f"package: {module} did not run: {done.stderr.strip()}")
    return json.loads(done.stdout)


def unpack(archive: Path, target: Path) -> Path:
    """Unpack the zip anew and return the plugin's folder in it."""
    shutil.rmtree(target, ignore_errors=True)
    with zipfile.ZipFile(archive) as package:
        tops = {name.split("/")[0] for name in package.namelist()}
        if tops != {NAME}:
            sys.exit(
                f"package: one folder {NAME} is wanted at the top of {archive.name}, it has {sorted(tops)}"
            )
        package.extractall(target)
    return target / NAME


def main() -> None:
    """Check the newest zip in build/."""
    archives = sorted((ROOT / "build").glob(f"{NAME}.*.zip"), key=lambda path: path.stat().st_mtime)
    if not archives:
        sys.exit("package: no zip in build/, run `make zip` first")
    archive = archives[-1]
    package = unpack(archive, ROOT / "build" / "package")
    found = [] if archive.stat().st_size <= MAX_BYTES else [f"larger than {MAX_BYTES} bytes"]
    for check in (structure, metadata, contents, bandit, secrets):
        found += check(package)
    for problem in found:
        print(f"package: {problem}")
    print(f"package: {archive.name}: {len(found)} problems")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
