# SPDX-License-Identifier: GPL-2.0-or-later
"""The shared selection in every dialog: folded, unfolded, with its lists open: a scene of tools/probe_screens.py."""

from __future__ import annotations

from typing import Any

import probe
from qgis.PyQt.QtWidgets import QApplication, QScrollArea

DIALOGS = ("buffer_counts", "region_footprints", "compare_periods", "counts_over_time", "make_brief")


def open_list(checklist: Any, name: str) -> probe.Steps:
    """A picture of an open list of choices."""
    checklist.menu().popup(checklist.mapToGlobal(checklist.rect().bottomLeft()))
    yield 500
    probe.grab(QApplication.activePopupWidget() or checklist.menu(), name)
    checklist.menu().close()
    yield 200


def scenes(screens: Any, prefix: str) -> probe.Steps:
    """Each dialog with a full choice; the lists of the first."""
    for name in DIALOGS:
        dialog = yield from probe.open_dialog(f"flashpoints_{name}")
        selection = dialog.selection
        yield from screens.until(
            lambda selection=selection: selection.more.totalLabel.text(), "numbers are there", 60
        )
        yield 1500
        probe.grab(dialog, f"{prefix}_selection_{name}_1")
        selection.choose_who("militant_islamist", "wagner", "jnim+")
        selection.more.moreButton.click()
        selection.more.show_parameters(
            {"ROLE": "side_1", "AGAINST": "state_forces;civilians", "COUNTRIES": "Mali", "MIN_FATALITIES": 1}
        )
        selection.changed.emit()
        yield 2500
        probe.grab(dialog, f"{prefix}_selection_{name}_2_more")
        area = dialog.findChild(QScrollArea, "formScroll")
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
        yield 400
        probe.grab(dialog, f"{prefix}_selection_{name}_3_end")
        if name == DIALOGS[0]:
            yield from open_list(selection.choices.whoList, f"{prefix}_selection_list_who")
            yield from open_list(selection.more.againstList, f"{prefix}_selection_list_against")
            yield from open_list(selection.more.subTypesList, f"{prefix}_selection_list_sub_types")
            yield from open_list(selection.more.countriesList, f"{prefix}_selection_list_countries")
        selection.more.moreButton.click()
        yield 700
        probe.grab(dialog, f"{prefix}_selection_{name}_4_folded")
        selection.choose_who()
        selection.more.show_parameters({})
        selection.changed.emit()
        dialog.close()
        yield 300
