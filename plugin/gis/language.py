# SPDX-License-Identifier: GPL-2.0-or-later
"""The user's language: Qt's translations and the locale's numbers and dates, handed to the core's text functions."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QDate, QLocale, QTranslator

from ..core import text

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "i18n"

_functions: dict[str, Callable[..., Any]] = {}  # what `install` handed over, for `speaking` to put back


def translation_file(locale: str) -> Path | None:
    """The compiled translation for a locale such as fr_FR, or for its language; None when there is none."""
    candidates = (FOLDER / f"flashpoints_{name}.qm" for name in (locale, locale.split("_")[0]))
    return next((path for path in candidates if path.is_file()), None)


def install(locale: str | None = None) -> QTranslator | None:
    """Speak the user's language from now on. Returns the translator to pass to `remove`, None for English.

    Month names follow the language of the sentences; separators of numbers follow QGIS's own locale.
    """
    path = translation_file(locale or QgsApplication.locale())
    translator = _load(path)
    if translator is not None:
        QCoreApplication.installTranslator(translator)
    words = _words_locale(path)
    date, month = _dates(words)
    number = _numbers(_default_locale(words))
    _functions.update(translate=QCoreApplication.translate, number=number, date=date, month=month)
    text.install(**_functions)
    return translator


def remove(translator: QTranslator | None) -> None:
    """Take a translation out again."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Write in a given language (en, fr) for a while, whatever the window speaks; for briefs.

    The functions are process-wide: use it on the main thread, around the writing of one document.
    """
    if not _functions:
        install()
    path = translation_file(language)
    translator = _load(path)

    def translate(context: str, source: str) -> str:
        # as bytes: PyQt takes texts for ASCII here, and sentences have dashes and quotes
        found = translator.translate(context.encode(), source.encode()) if translator else ""
        return found or source

    text.install(translate, _numbers(QLocale(language)), *_dates(_words_locale(path)))
    try:
        yield
    finally:
        text.install(**_functions)


def _load(path: Path | None) -> QTranslator | None:
    translator = QTranslator()
    return translator if path is not None and translator.load(str(path)) else None


def _words_locale(path: Path | None) -> QLocale:
    return QLocale(path.stem.partition("_")[2]) if path else QLocale("en")


def _default_locale(words: QLocale) -> QLocale:
    """The locale of QGIS, or that of the words where QGIS has the bare C locale, which no reader has."""
    locale = QLocale()
    return words if locale.language() == QLocale.Language.C else locale


def _numbers(locale: QLocale) -> Callable[[float, int], str]:
    grouped = QLocale(locale)  # QGIS leaves the separators of thousands out of its own numbers, unless told
    grouped.setNumberOptions(locale.numberOptions() & ~QLocale.NumberOption.OmitGroupSeparator)

    def number(value: float, decimals: int) -> str:
        return str(grouped.toString(float(value), "f", decimals))

    return number


def _dates(locale: QLocale) -> tuple[Callable[[datetime.date], str], Callable[[int], str]]:
    def date(value: datetime.date) -> str:
        return str(locale.toString(QDate(value.year, value.month, value.day), "d MMMM yyyy"))

    def month(value: int) -> str:
        return str(locale.standaloneMonthName(value))

    return date, month
