# SPDX-License-Identifier: GPL-2.0-or-later
"""Translations: collect the strings of code and forms into .ts files, and compile those into .qm files.

`python tools/i18n.py` does both; with `--compile` only the second, all that a user of a checkout needs.
Strings are the literal arguments of `translate("Context", "text")` in `plugin/` and the texts of `ui/*.ui`.
They are read by Python's own parser: pylupdate5 silently misses a call that ends in a comma or stands in an
f-string.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
LANGUAGES = ("fr",)

Message = tuple[str, str, str]  # context, source text, comment that tells two uses of one text apart


def in_code(path: Path) -> Iterator[Message]:
    """The messages of a Python file; a call whose arguments are not literal stops with where it is."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not is_translate(node.func):
            continue
        texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if len(texts) != len(node.args) or len(texts) != 2 or node.keywords:
            if isinstance(node.func, ast.Name):
                sys.exit(f"i18n: {path}:{node.lineno}: translate() takes two literal strings")
            continue  # another object's method of that name, QCoreApplication's for one
        yield texts[0], texts[1], ""


def is_translate(function: ast.expr) -> bool:
    """Whether this is `translate` or `something.translate`."""
    return getattr(function, "id", None) == "translate" or getattr(function, "attr", None) == "translate"


def in_form(path: Path) -> Iterator[Message]:
    """The messages of a Qt Designer form; the context is the form's class, as uic has it."""
    form = ElementTree.parse(path).getroot()
    context = form.findtext("class", default=path.stem)
    for string in form.iter("string"):
        if string.text and string.get("notr") != "true":
            yield context, string.text, string.get("comment", "")


def collect() -> dict[Message, list[str]]:
    """Every message, with the files that hold it."""
    found: dict[Message, list[str]] = {}
    for reader, paths in ((in_code, (ROOT / "plugin").rglob("*.py")), (in_form, (ROOT / "ui").glob("*.ui"))):
        for path in sorted(paths):
            for message in reader(path):
                files = found.setdefault(message, [])
                if (name := path.relative_to(ROOT).as_posix()) not in files:
                    files.append(name)
    return found


def known(path: Path) -> dict[Message, ElementTree.Element]:
    """The <translation> elements that a .ts file already has."""
    if not path.exists():
        return {}
    return {
        (
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("comment", ""),
        ): element
        for context in ElementTree.parse(path).getroot().iter("context")
        for message in context.iter("message")
        if (element := message.find("translation")) is not None
    }


def update(language: str) -> None:
    """Bring a .ts file up to date with the code; translations that are no longer used are dropped."""
    path = I18N / f"flashpoints_{language}.ts"
    old, messages = known(path), collect()
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ElementTree.Element] = {}
    open_ones = 0
    for key in sorted(messages):
        context, source, comment = key
        if context not in contexts:
            contexts[context] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(contexts[context], "name").text = context
        message = ElementTree.SubElement(contexts[context], "message")
        for name in messages[key]:
            ElementTree.SubElement(message, "location", filename=f"../../{name}")
        ElementTree.SubElement(message, "source").text = source
        if comment:
            ElementTree.SubElement(message, "comment").text = comment
        translation = old.get(key)
        if translation is None:
            translation = ElementTree.Element("translation", type="unfinished")
        translation.tail = None
        message.append(translation)
        open_ones += translation.get("type") == "unfinished"
    ElementTree.indent(root, "  ")
    text = ElementTree.tostring(root, encoding="unicode")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")
    dropped = len(set(old) - set(messages))
    print(f"i18n: {path.name}: {len(messages)} texts, {open_ones} not translated, {dropped} dropped")


def lrelease() -> str:
    """Where Qt 5's lrelease is; Debian's bare `lrelease` is a chooser that may find no Qt behind it."""
    for place in ("/usr/lib/qt5/bin/lrelease", shutil.which("lrelease"), shutil.which("lrelease-qt5")):
        if place and Path(place).exists():
            return place
    sys.exit("i18n: lrelease is not installed (Debian, Ubuntu: qttools5-dev-tools)")


def compile_to(folder: Path) -> list[Path]:
    """Compile every .ts file into `folder`, where that is not done yet; returns the .qm files."""
    made = []
    for source in sorted(I18N.glob("*.ts")):
        target = folder / f"{source.stem}.qm"
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            subprocess.run([lrelease(), "-silent", str(source), "-qm", str(target)], check=True)
        made.append(target)
    return made


def main() -> None:
    """Command line."""
    if sys.argv[1:] not in ([], ["--compile"]):
        sys.exit("usage: i18n.py [--compile]")
    if not sys.argv[1:]:
        for language in LANGUAGES:
            update(language)
    compile_to(I18N)


if __name__ == "__main__":
    main()
