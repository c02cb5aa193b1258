# SPDX-License-Identifier: GPL-2.0-or-later
"""Every analysis on the edges of what can be asked: a right number, or a sentence that says why there is none."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from flashpoints.plugin.core.geodesy import distances_km
from qgis.core import QgsFeature, QgsField, QgsGeometry, QgsPointXY, QgsProcessingException, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QVariant

BAMAKO, MOPTI, NIAMEY, OUAGADOUGOU = (
    (-8.0029, 12.6392),
    (-4.1956, 14.4843),
    (2.1098, 13.5127),
    (-1.5197, 12.3714),
)
SAHEL = {BAMAKO: "Mali", MOPTI: "Mali", NIAMEY: "Niger", OUAGADOUGOU: "Burkina Faso"}
ANALYSES: dict[str, dict[str, Any]] = {
    "buffercounts": {"RADII_KM": "150", "PERIODS": "{earlier};{later}"},
    "regionfootprints": {"PERIODS": "{earlier};{later}"},
    "compareperiods": {"PERIOD_A": "{earlier}", "PERIOD_B": "{later}"},
    "countsovertime": {"PERIODS": "{earlier};{later}"},
}
Event = tuple[datetime.date, tuple[float, float]]


def events_layer(events: Sequence[Event]) -> QgsVectorLayer:
    """A layer in memory with as few columns as a file by hand has."""
    layer = QgsVectorLayer("Point?crs=EPSG:4326", "events", "memory")
    kinds = {
        "event_id": QVariant.String, "event_date": QVariant.Date, "event_type": QVariant.String,
        "country": QVariant.String, "admin1": QVariant.String, "fatalities": QVariant.Int,
        "geo_precision": QVariant.Int,
    }  # fmt: skip
    layer.dataProvider().addAttributes([QgsField(name, kind) for name, kind in kinds.items()])
    layer.updateFields()
    features = []
    for number, (day, place) in enumerate(events):
        feature = QgsFeature(layer.fields())
        country = SAHEL.get(place, "Mali")
        feature.setAttributes(
            [f"E{number}", QDate(day.year, day.month, day.day), "Battles", country, None, 1, 1]
        )
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*place)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def asked(name: str, earlier: str, later: str, **more: Any) -> dict[str, Any]:
    written = {key: text.format(earlier=earlier, later=later) for key, text in ANALYSES[name].items()}
    return {**written, **more}


def counted(name: str, frame: Any) -> tuple[int, int]:
    """Events of the earlier and of the later period, of everything together."""
    if name == "compareperiods":
        row = frame[frame["name"] == "(all)"].iloc[0]
        return int(row["events_a"]), int(row["events_b"])
    if name == "countsovertime":
        rows = frame[frame["name"].isin(["(all)", ""]) | frame["name"].isna()]
        middle = rows["start"].astype(str).sort_values().iloc[-1]
        later = rows["start"].astype(str) == middle
        return int(rows[~later]["events"].sum()), int(rows[later]["events"].sum())
    rows = frame if name == "buffercounts" else frame[frame["region"] == "(all)"]
    return tuple(int(n) for n in rows.sort_values("period")["events"])  # type: ignore[return-value]


@pytest.mark.parametrize("name", ANALYSES)
def test_no_events(run: Callable, name: str) -> None:
    with pytest.raises(QgsProcessingException, match="holds no events"):
        run(name, INPUT=events_layer([]), **asked(name, "2022", "2023"))


@pytest.mark.parametrize("name", ANALYSES)
def test_one_event(run: Callable, name: str) -> None:
    layer = events_layer([(datetime.date(2023, 1, 1), BAMAKO)])
    frame = run(name, INPUT=layer, **asked(name, "2022-12-31/2022-12-31", "2023-01-01/2023-01-01")).frame()
    if name == "countsovertime":
        assert frame["events"].sum() == 1
    else:
        values = frame[frame.get("name", frame.get("region", frame.iloc[:, 0])).isin(["(all)"])]
        rows = values if len(values) else frame
        column = "events_b" if name == "compareperiods" else "events"
        assert rows[column].sum() == 1
        notes = " ".join(frame["note"].dropna())
        assert "not covered by the data" in notes  # the file begins in January


@pytest.mark.parametrize("name", ANALYSES)
def test_all_on_one_point_and_periods_of_one_day(run: Callable, name: str) -> None:
    days = [datetime.date(2023, 1, 1)] * 70 + [datetime.date(2023, 1, 2)] * 130
    layer = events_layer([(day, MOPTI) for day in days])
    more = {"CENTRE": f"{MOPTI[0]},{MOPTI[1]}"} if name == "buffercounts" else {}
    more = {"STEP": "day"} if name == "countsovertime" else more
    frame = run(
        name, INPUT=layer, **asked(name, "2023-01-01/2023-01-01", "2023-01-02/2023-01-02", **more)
    ).frame()
    assert counted(name, frame) == (70, 130)
    if name == "regionfootprints":
        assert frame["footprint_km2"].max() == pytest.approx(3.14159265 * 2.5**2, rel=0.001)


@pytest.mark.parametrize("name", ANALYSES)
def test_26_years(run: Callable, name: str) -> None:
    every = [datetime.date(1997, 1, 1) + datetime.timedelta(days=17 * i) for i in range(558)]
    layer = events_layer([(day, (BAMAKO, MOPTI)[day.day % 2]) for day in every])
    more = {"STEP": "year"} if name == "countsovertime" else {}
    frame = run(
        name, INPUT=layer, **asked(name, "1997-01-01/2009-12-31", "2010-01-01/2022-12-31", **more)
    ).frame()
    last = every[-1]
    assert last.year == 2022
    if name == "countsovertime":
        assert frame["events"].sum() == len(every)
        return
    near = [day for day in every if name != "buffercounts" or day.day % 2 == 0]
    expected = sum(day.year < 2010 for day in near), sum(day.year >= 2010 for day in near)
    assert counted(name, frame) == expected


@pytest.mark.parametrize("radius", [0.1, 20_000.0])
def test_the_smallest_and_the_largest_ring(run: Callable, radius: float) -> None:
    """A ring of half the Earth's girth leaves out only what lies near the other side of it."""
    beside = (BAMAKO[0] + 0.001, BAMAKO[1])  # 0.108 km east
    opposite = (BAMAKO[0] + 180.0, -BAMAKO[1])
    places = [BAMAKO, beside, MOPTI, (179.9, -17.0), (0.0, 90.0), opposite]
    layer = events_layer([(datetime.date(2023, 3, 3), place) for place in places])
    away = [float(distances_km(*BAMAKO, np.array(place[:1]), np.array(place[1:]))[0]) for place in places]
    frame = run("buffercounts", INPUT=layer, RADII_KM=f"{radius:g}", PERIODS="2023-03").frame()
    assert frame["events"].tolist() == [sum(one <= radius for one in away)]
    assert frame["events"].tolist() == [1 if radius < 1 else 5]


def test_the_smallest_disc(run: Callable) -> None:
    layer = events_layer([(datetime.date(2023, 3, 3), MOPTI)])
    frame = run("regionfootprints", INPUT=layer, PERIODS="2023-03", SIZE_KM="0.1").frame()
    assert frame["footprint_km2"].max() == pytest.approx(np.pi * 0.1**2, rel=0.001)


def test_a_disc_of_half_the_earth_is_refused_or_covers_the_country(run: Callable) -> None:
    layer = events_layer([(datetime.date(2023, 3, 3), MOPTI)])
    try:
        frame = run("regionfootprints", INPUT=layer, PERIODS="2023-03", SIZE_KM="20000").frame()
    except QgsProcessingException as error:
        assert "km" in str(error) and "Traceback" not in str(error)
        return
    whole = frame[frame["region"] == "(all)"].iloc[0]
    assert whole["footprint_km2"] == pytest.approx(whole["region_km2"], rel=0.001)


def square(west: float, south: float, side: float) -> str:
    east, north = west + side, south + side
    return f"(({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"


def regions_layer(shapes: dict[str, str]) -> QgsVectorLayer:
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=name:string", "regions", "memory")
    features = []
    for name, wkt in shapes.items():
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name])
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


@pytest.mark.parametrize("name", ["regionfootprints", "compareperiods"])
def test_regions_that_overlap_or_cross_themselves(run: Callable, name: str) -> None:
    """Each event counts once; the bow tie is mended."""
    bow = "POLYGON((-5 14, -4 15, -4 14, -5 15, -5 14))"
    regions = regions_layer(
        {"west": "POLYGON" + square(-9, 12, 3), "wider": "POLYGON" + square(-8.5, 12, 3), "bow": bow}
    )
    earlier, later = datetime.date(2022, 5, 5), datetime.date(2023, 5, 5)
    places = [BAMAKO] * 3 + [(-4.1, 14.5)] * 2
    layer = events_layer([(day, place) for day in (earlier, later) for place in places])
    ran = run(name, INPUT=layer, REGIONS=regions, REGION_FIELD="name", **asked(name, "2022", "2023"))
    frame = ran.frame()
    assert "Regions overlap" in ran.log
    assert counted(name, frame) == (5, 5)
    key, column = ("name", "events_b") if name == "compareperiods" else ("region", "events")
    rows = frame if name == "compareperiods" else frame[frame["period"] == "2023"]
    events = dict(zip(rows[key], rows[column]))
    assert {one: events[one] for one in ("west", "wider", "bow")} == {"west": 3, "wider": 0, "bow": 2}


@pytest.mark.parametrize("name", ["regionfootprints", "compareperiods"])
def test_three_countries_at_once(run: Callable, name: str) -> None:
    """Liptako-Gourma is three countries: their events count, each in its own."""
    regions = regions_layer(
        {
            "Mali": "POLYGON" + square(-9, 12, 5.5),
            "Burkina": "POLYGON" + square(-2, 11.5, 1.2),
            "Niger": "POLYGON" + square(1.5, 13, 1),
        }
    )
    days = datetime.date(2022, 5, 5), datetime.date(2023, 5, 5)
    places = [BAMAKO, MOPTI, NIAMEY, OUAGADOUGOU, OUAGADOUGOU]
    layer = events_layer([(day, place) for day in days for place in places])
    frame = run(
        name, INPUT=layer, REGIONS=regions, REGION_FIELD="name", **asked(name, "2022", "2023")
    ).frame()
    assert counted(name, frame) == (5, 5)
    key, column = ("name", "events_b") if name == "compareperiods" else ("region", "events")
    rows = frame if name == "compareperiods" else frame[frame["period"] == "2023"]
    events = dict(zip(rows[key], rows[column]))
    assert {one: events[one] for one in ("Mali", "Niger", "Burkina")} == {"Mali": 2, "Niger": 1, "Burkina": 2}
