# SPDX-License-Identifier: GPL-2.0-or-later
"""Words, numbers and dates follow the user's language, and a brief's own."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from flashpoints.plugin.core import text
from flashpoints.plugin.gis import language
from qgis.PyQt.QtCore import QLocale
from translations import compiled

DAY = datetime.date(2023, 6, 30)


@pytest.fixture(autouse=True)
def back_to_english(qgis_app: object) -> Iterator[None]:
    """Whatever a test installs."""
    before = QLocale()
    yield
    QLocale.setDefault(before)
    language.install("en_US")


def test_bare_locale_still_groups_digits() -> None:
    """C has no separators, which nobody can read."""
    QLocale.setDefault(QLocale.c())
    language.install("en_US")
    assert text.number(12450) == "12,450"
    assert text.number(3.25304, 2) == "3.25"


def test_bare_locale_counts_as_the_words_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """French sentences with French numbers, also where the system has no locale."""
    compiled(tmp_path)
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    QLocale.setDefault(QLocale.c())
    translator = language.install("fr_FR")
    assert text.number(12450.5, 1) == "12\u202f450,5"
    language.remove(translator)


def test_thousands_are_grouped_whatever_qgis_does() -> None:
    """QGIS's own default leaves the separators out of its numbers."""
    locale = QLocale("fr_FR")
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    QLocale.setDefault(locale)
    language.install("en_US")
    assert text.number(1234567) == "1\u202f234\u202f567"


def test_numbers_follow_the_locale() -> None:
    """A German QGIS separates as Germans do."""
    QLocale.setDefault(QLocale("de_DE"))
    language.install("de_DE")
    assert text.number(12450.5, 1) == "12.450,5"


def test_months_follow_the_sentences(tmp_path: Path) -> None:
    """Without a translation the sentences are English, so the months are too."""
    language.install("de_DE")
    assert text.date(DAY) == "30 June 2023"
    assert text.month(3) == "March"


def test_translation_is_found_by_locale_or_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """fr_CA is French too."""
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    assert language.translation_file("fr_FR") is None
    (tmp_path / "flashpoints_fr.qm").touch()
    assert language.translation_file("fr_CA") == tmp_path / "flashpoints_fr.qm"
    assert language.translation_file("en_US") is None


def test_french_is_spoken_for_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also sentences with quotes and dashes that are not ASCII."""
    compiled(tmp_path)
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    language.install("en_US")
    sentence = "{field}: “{new}” holds, the source has “{old}”"
    with language.speaking("fr"):
        assert text.translate("Card", "Reported fatalities") == "Morts signalés"
        assert "la source porte" in text.translate("Card", sentence)
        assert text.translate("Nothing", "A “sentence” – here.") == "A “sentence” – here."
    assert text.translate("Card", sentence) == sentence


def test_brief_in_another_language() -> None:
    """For a while, with the numbers of that language; then as before, also after an error."""
    language.install("en_US")
    with pytest.raises(ZeroDivisionError), language.speaking("fr"):
        assert text.number(3.5, 1) == "3,5"
        raise ZeroDivisionError
    assert text.number(3.5, 1) == "3.5"
    assert text.translate("Nothing", "A sentence.") == "A sentence."


def test_names_of_actors_and_countries_follow_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """Titles, tables and notes call a family and a country as the lists of the windows do."""
    from flashpoints.plugin.gis.actor_table import actor_table, label_of
    from flashpoints.plugin.gis.basemap_names import country_name
    from qgis.core import QgsApplication

    def names() -> tuple[str, str]:
        return label_of(actor_table(), "militant_islamist"), country_name("Guinea")

    monkeypatch.setattr(QgsApplication, "locale", staticmethod(lambda: "fr_FR"))
    assert names() == ("Groupes islamistes militants", "Guinée")
    monkeypatch.setattr(QgsApplication, "locale", staticmethod(lambda: "en_US"))
    assert names() == ("Militant Islamist groups", "Guinea")
