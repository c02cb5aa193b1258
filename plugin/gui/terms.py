# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks before rows of events leave the store: most sources do not let them be passed on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ..core.text import translate


def terms_of(sources: Iterable[Mapping[str, Any]]) -> list[str]:
    """What the sources of some events demand, a line each; none for invented events.

    sources : rows as `source_row` gives them.
    """
    text = translate("Terms", "{dataset}: {terms}. Credit: {credit}")
    lines = (
        text.format(dataset=one.get("dataset"), terms=one["terms"], credit=one.get("credit") or "–")
        for one in sources
        if one.get("terms") and not one.get("synthetic")
    )
    return list(dict.fromkeys(lines))


def may_save_rows(parent: QWidget, sources: Iterable[Mapping[str, Any]], count: int) -> bool:
    """Tell the terms of the sources and ask whether rows shall be saved all the same; true where there are none."""
    terms = terms_of(sources)
    if not terms:
        return True
    box = QMessageBox(parent)
    box.setObjectName("flashpoints_terms")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(translate("Terms", "Save events"))
    box.setText(
        translate("Terms", "The file will hold rows of the source itself. Keep it for your own work.")
        if count != 1
        else translate("Terms", "The file will hold a row of the source itself. Keep it for your own work.")
    )
    box.setInformativeText("\n".join(terms))
    save = box.addButton(translate("Terms", "Save"), QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(cancel)
    box.exec()
    return box.clickedButton() is save
