# SPDX-License-Identifier: GPL-2.0-or-later
"""A window that shows again what a result was asked: the same parameters come out of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.gis.algorithm import layer_words
from flashpoints.plugin.gis.provenance import read_parameters
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer

from .conftest import wait
from .test_dialogs import results, run

OTHERS = {"USE_LAYER_FILTER": False, "EVENT_TYPES": "Protests", "PERIODS": "2018;2019"}


def choose(combo: Any, value: Any) -> None:
    assert combo.findData(value) >= 0, value
    combo.setCurrentIndex(combo.findData(value))


def rings(dialog: Any) -> None:
    choose(dialog.breakdownCombo, "actor_family")
    dialog.centreCombo.setEditText("Mopti (Mali)")
    dialog.radiiEdit.setText("20, 75.5")


def bands(dialog: Any) -> None:
    choose(dialog.where.aroundCombo, "border")
    dialog.where.countryCombo.setEditText("Mali")
    dialog.where.neighbourCombo.setEditText("Niger")
    dialog.radiiEdit.setText("30")


def points(dialog: Any) -> None:
    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=town:string", "towns", "memory")
    feature = QgsFeature(layer.fields())
    feature["town"] = "Here"
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(-4, 14)))
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    choose(dialog.where.aroundCombo, "points")
    dialog.where.layerCombo.setLayer(layer)
    dialog.where.fieldCombo.setField("town")


def footprints(dialog: Any) -> None:
    choose(dialog.methodCombo, "grid")
    dialog.radiusEdit.setText("12.5")
    dialog.changeCheck.setChecked(False)
    dialog.sensitivityCheck.setChecked(True)


def comparison(dialog: Any) -> None:
    choose(dialog.groupByCombo, "zone")
    choose(dialog.originCombo, "column")
    choose(dialog.confidenceCombo, 0.9)
    dialog.earlierCheck.setChecked(False)


def over_time(dialog: Any) -> None:
    choose(dialog.stepCombo, "month")
    choose(dialog.groupByCombo, "event_type")
    choose(dialog.whereCombo, "ring")
    dialog.centreCombo.setEditText("Gao (Mali)")
    dialog.radiusEdit.setText("120")


@pytest.mark.parametrize(
    ("name", "asking"),
    [
        ("buffer_counts", rings), ("buffer_counts", bands), ("buffer_counts", points),
        ("region_footprints", footprints), ("compare_periods", comparison), ("counts_over_time", over_time),
    ],
    ids=["rings", "bands", "points", "footprints", "comparison", "over time"],
)  # fmt: skip
def test_what_was_asked_is_asked_again(own_store: Path, open_dialog: Any, name: str, asking: Any) -> None:
    dialog = open_dialog(name)
    dialog.selection.choose_who("militant_islamist")
    asking(dialog)
    asked = dialog.collect()
    outputs = set(dialog.outputs())
    run(dialog)
    result = results()[0]
    stored = read_parameters(result)
    assert stored["INPUT"] == layer_words(dialog.selection.layer())
    dialog.set_parameters({**OTHERS, "INPUT": asked["INPUT"]})
    assert dialog.collect() != asked
    dialog.set_parameters(stored)
    assert wait(lambda: dialog.collect() == asked)
    assert set(dialog.outputs()) == outputs


def test_a_layer_that_is_gone_is_named(own_store: Path, open_dialog: Any) -> None:
    dialog = open_dialog("compare_periods")
    layer = dialog.selection.layer()
    with pytest.raises(FlashpointsError, match="regions_of_old.*not in the project"):
        dialog.set_parameters(
            {"INPUT": layer.id(), "GROUP_BY": "zone", "REGIONS": "/gone/regions_of_old.gpkg"}
        )
    assert dialog.groupByCombo.currentData() == "zone"  # the rest is there
