# SPDX-License-Identifier: GPL-2.0-or-later
"""The forms as files: for Qt Designer, for every screen, and for people who use the keyboard."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flashpoints.plugin.gis import language
from flashpoints.plugin.gui import dialog as dialog_module
from flashpoints.plugin.gui import live_dialog
from flashpoints.plugin.gui.help import help_page
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QLineEdit, QWidget
from translations import compiled

from .conftest import wait

ROOT = Path(__file__).resolve().parents[2]
FORMS = sorted((ROOT / "ui").glob("*.ui"))
DIALOGS = [
    "load_events",
    "style",
    "ruling",
    "rulings",
    "actors",
    "buffer_counts",
    "region_footprints",
    "compare_periods",
    "counts_over_time",
    "make_brief",
]
PAGES = [name for name in DIALOGS if name != "ruling"]  # which has its page with the list of rulings
PAGES += ["filter_bar", "event_card"]


def test_every_dialog_has_a_form() -> None:
    """Named as its dialog, beside the parts they share."""
    assert {f"{name}_dialog" for name in DIALOGS} | {
        "selection_widget",
        "dialog_foot",
        "event_card_dialog",
        "live_half",
    } == {form.stem for form in FORMS}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_form_has_no_fixed_sizes(form: Path) -> None:
    """Sizes come from fonts and layouts, or a form breaks at 200 % scaling."""
    names = {prop.get("name") for prop in ET.parse(form).getroot().iter("property")}
    assert not names & {"geometry", "minimumSize", "maximumSize", "fixedSize", "styleSheet", "font"}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_buddies_and_tab_stops_exist(form: Path) -> None:
    """A label leads to a widget of the form; so does the tab key, and it leaves none out that takes text."""
    root = ET.parse(form).getroot()
    widgets = {widget.get("name"): widget.get("class", "") for widget in root.iter("widget")}
    buddies = [prop.findtext("cstring") for prop in root.iter("property") if prop.get("name") == "buddy"]
    stops = [stop.text for stop in root.iter("tabstop")]
    assert set(buddies) <= set(widgets)
    assert set(stops) <= set(widgets)
    takes_focus = re.compile("Combo|LineEdit|FileWidget|CheckBox|RadioButton|PushButton|TableWidget")
    assert {name for name, kind in widgets.items() if takes_focus.search(kind)} <= set(stops)


def visible(dialog: QWidget, kind: type) -> list[Any]:
    """The widgets of a kind that can be seen."""
    return [widget for widget in dialog.findChildren(kind) if widget.isVisible()]


@pytest.fixture(params=["en", "fr"])
def tongue(
    request: pytest.FixtureRequest, qgis_app: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """The windows speak a language; French is a third longer."""
    monkeypatch.setattr(language, "FOLDER", compiled(tmp_path))
    translator = language.install(request.param)
    yield request.param
    language.remove(translator)
    language.install("en_US")


@pytest.mark.parametrize("name", DIALOGS)
def test_keys_are_unique(tongue: str, events: Any, open_dialog: Any, name: str) -> None:
    """No two visible controls answer to the same Alt key."""
    dialog = open_dialog(name)
    texts = [one.text() for one in (*visible(dialog, QAbstractButton), *visible(dialog, QLabel))]
    keys = Counter(found.group(1).lower() for text in texts if (found := re.search(r"&(\w)", text)))
    assert {key: count for key, count in keys.items() if count > 1} == {}


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_can_be_named(events: Any, open_dialog: Any, name: str) -> None:
    """A screen reader finds a name: the buddy's, the control's own text, or an accessible name."""
    dialog = open_dialog(name)
    buddies = {label.buddy() for label in dialog.findChildren(QLabel) if label.buddy() is not None}
    for control in (*visible(dialog, QComboBox), *visible(dialog, QCheckBox), *visible(dialog, QLineEdit)):
        parents = {control, control.parentWidget()}
        named = parents & buddies or control.accessibleName() or control.parentWidget().accessibleName()
        assert named or getattr(control, "text", str)(), control.objectName()


@pytest.mark.parametrize("name", DIALOGS)
def test_dialog_can_be_made_small(
    tongue: str, events: Any, open_dialog: Any, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At 200 % on a screen of 1366 x 768 there are 683 x 384 units: with a title bar, the dialog still fits."""
    for module in (dialog_module, live_dialog):
        monkeypatch.setattr(module, "screen_width", lambda window: 683)
    dialog = open_dialog(name)
    wait(lambda: False, 300)  # sizes follow the first showing
    assert dialog.minimumSizeHint().height() <= 340
    assert dialog.minimumSizeHint().width() <= 683


@pytest.mark.parametrize("locale", ["en_US", "fr_FR"])
@pytest.mark.parametrize("name", PAGES)
def test_help_page(name: str, locale: str) -> None:
    """Each dialog has a page in each language that needs no internet and leads to the others."""
    text = help_page(name, locale).read_text(encoding="utf-8")
    assert f'<html lang="{locale[:2]}">' in text
    assert "http" not in text
    (sheet,) = re.findall(r'<link rel="stylesheet" href="([^"]+)">', text)
    assert (help_page(name, locale).parent / sheet).is_file()
    links = set(re.findall(r'<a href="([^"]+)"', text))
    assert links == {f"{other}.html" for other in PAGES if other != name}


@pytest.mark.parametrize("name", PAGES)
def test_help_says_the_same_in_each_language(name: str) -> None:
    """Part by part: as many headings, paragraphs, lines of tables, words as the window has them."""
    parts = [
        Counter(
            re.findall(r"<(h2|p|li|tr|th|td|em|code)>", help_page(name, locale).read_text(encoding="utf-8"))
        )
        for locale in ("en_US", "fr_CA")
    ]
    assert parts[0] == parts[1]


def test_help_in_another_language_is_english() -> None:
    """Where there are no such pages."""
    assert help_page("style", "de_DE") == ROOT / "resources" / "help" / "style.html"


@pytest.mark.parametrize("name", DIALOGS)
def test_no_label_renders_text_of_a_file_as_html(events: Any, open_dialog: Any, name: str) -> None:
    """A file, column or actor may be called <b>x</b>."""
    dialog = open_dialog(name)
    rendered = [
        label.objectName()
        for label in dialog.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText
    ]
    assert not rendered
