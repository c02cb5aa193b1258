# SPDX-License-Identifier: GPL-2.0-or-later
"""What an analysis says beside its numbers: once in the log, and in the metadata of its results."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from flashpoints.plugin.gis.facet_events import FacetEvents, lacking
from flashpoints.plugin.gis.provenance import read_caveats
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer

FIELDS = (
    "field=event_id:string&field=event_date:date&field=event_type:string&field=country:string&field=admin1:string"
    "&field=geo_precision:integer&field=time_precision:integer&field=fatalities:integer&field=actor_groups:string"
    "&field=actor_families:string"
)
BAMAKO = (-8.0029, 12.6392)
KAYES = (-11.44, 14.45)
PAIR = "2022-H2;2023-H1"


def layer_of(rows: Sequence[tuple[Any, ...]]) -> QgsVectorLayer:
    """Rows: date, precision of place and of date, where."""
    layer = QgsVectorLayer(f"Point?crs=EPSG:4326&{FIELDS}", "Made up", "memory")
    for index, (day, place, date, where) in enumerate(rows):
        feature = QgsFeature(layer.fields())
        groups = ";jnim;isgs;" if index == 0 else ";jnim;"
        feature.setAttributes(
            [f"M{index}", day, "Battles", "Mali", "Bamako", place, date, 1, groups, ";militant_islamist;"]
        )
        if where is not None:
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*where)))
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def made_up(qgis_app: Any) -> Any:
    """Two events at Bamako in the later period, one of them vague; one in the earlier; one far away; one nowhere."""
    yield layer_of(
        [
            ("2023-01-02", 3, 2, BAMAKO),
            ("2023-03-15", 1, 1, BAMAKO),
            ("2022-09-15", 1, 1, BAMAKO),
            ("2023-03-15", 3, 3, KAYES),
            ("2023-03-15", 3, 1, None),
            ("2021-06-01", 1, 1, BAMAKO),
            ("2023-12-01", 1, 1, BAMAKO),
        ]
    )
    QgsProject.instance().clear()


def test_rings_speak_of_the_events_inside(made_up: QgsVectorLayer, run: Callable[..., Any]) -> None:
    """The far one and the one without a place are not in the number, and not in what is said of it."""
    ran = run("buffercounts", INPUT=made_up, PERIODS=PAIR, RADII_KM="50")
    place = "Placed: 1 at the town, 1 only to a wider area. Without those of a wider area: 1."
    edge = "Dated only to a week or month, near an edge of the period: 1 of 2 (2023-H1)."
    assert ran.log.count(place) == 1 and ran.log.count("no place") == 1  # in the algorithm's own words
    assert ran.log.count(edge) == 1 and "in the town" not in ran.log
    assert "Provisional in this file" not in ran.log
    found = run("buffercounts", INPUT=made_up, PERIODS=PAIR, RADII_KM="50", ACTOR_GROUPS="jnim;isgs")
    assert "name several of the chosen groups, counted once: 1 of 2 (2023-H1)" in found.log


def test_metadata_keep_what_was_said(made_up: QgsVectorLayer, run: Callable[..., Any], tmp_path: Any) -> None:
    """All of it, the weightiest first, also in a file that is opened again."""
    ran = run("regionfootprints", INPUT=made_up, PERIODS=PAIR, OUTPUT=str(tmp_path / "f.gpkg"))
    kept = read_caveats(QgsVectorLayer(str(tmp_path / "f.gpkg"), "f", "ogr"))
    assert any(text.startswith("By precision of place: 1 in the town") for text in kept)
    assert all(text in ran.log for text in kept)
    assert read_caveats(made_up) == []


def test_weeks_that_are_still_completed(made_up: QgsVectorLayer, run: Callable[..., Any]) -> None:
    """The file's last eight weeks begin on 7 October 2023."""
    ran = run("compareperiods", INPUT=made_up, PERIOD_A="2022", PERIOD_B="2023", GROUP_BY="event_type")
    assert ran.log.count("Provisional in this file, from 7 October 2023 on: 1 of 5 (2023).") == 1
    assert ran.log.count("The file covers 335 of the 365 days of 2023.") == 1


def test_numbers_of_choices_are_those_of_the_algorithm(
    store: Any, store_layer: QgsVectorLayer, run: Callable[..., Any]
) -> None:
    """Each choice, made alone, gives its number."""
    common = {"INPUT": store_layer.id(), "PERIODS": PAIR}
    base = {**common, "EVENT_TYPES": "Battles;Violence against civilians", "COUNTRIES": "Mali", "ROLE": "side_1",
            "ACTOR_GROUPS": "militant_islamist"}  # fmt: skip
    numbers = FacetEvents(store_layer).count(base).facets.counts

    def counted(**change: Any) -> int:
        ran = run("compareperiods", **_pair({**base, **change}), INPUT=store_layer, GROUP_BY="event_type")
        rows = ran.frame()
        rows = rows[rows["name"] == "(all)"]
        total = rows[["events_a", "events_b"]].sum().sum()
        return 0 if math.isnan(total) else int(total)

    assert numbers["actor_groups"]["wagner"] == counted(ACTOR_GROUPS="wagner") > 0
    assert numbers["actor_groups"]["jnim+"] == counted(ACTOR_GROUPS="jnim+") > 0
    assert numbers["event_types"]["Riots"] == counted(EVENT_TYPES="Riots")
    assert numbers["against"]["state_forces"] == counted(AGAINST="state_forces") > 0
    assert numbers["role"]["side_2"] == counted(ROLE="side_2") > 0
    assert numbers["civilians"]["targeted"] == counted(CIVILIANS="targeted") > 0
    assert numbers["geo_precision_max"][1] == counted(GEO_PRECISION_MAX=1) > 0
    assert numbers["sub_event_types"]["Attack"] == counted(SUB_EVENT_TYPES="Attack") > 0


def _pair(parameters: dict[str, Any]) -> dict[str, Any]:
    """The parameters of an algorithm that takes its periods one by one."""
    earlier, later = parameters["PERIODS"].split(";")
    kept = {name: value for name, value in parameters.items() if name not in ("PERIODS", "INPUT")}
    return {**kept, "PERIOD_A": earlier, "PERIOD_B": later}


def test_columns_that_a_layer_lacks(made_up: QgsVectorLayer, store_layer: QgsVectorLayer) -> None:
    """Each with the reason, in the user's words."""
    assert lacking(store_layer) == {}
    found = lacking(made_up)
    assert set(found) == {"ROLE", "AGAINST", "CIVILIANS", "SUB_EVENT_TYPES"}
    assert found["SUB_EVENT_TYPES"].startswith("The layer does not have: ")
