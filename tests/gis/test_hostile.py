# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers and outputs as people really have them: a right number or a clear refusal, never a wrong count."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.gis.gdal_frames import read_arrays
from flashpoints.plugin.gis.provenance import read_parameters
from osgeo import gdal
from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingException,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

PAIR = {"PERIODS": "2022-H2;2023-H1", "RADII_KM": "150"}
MILITANT = [5, 16]
EVERYONE = [13, 23]


@pytest.fixture
def counts(run: Callable) -> Callable[..., list]:
    """Events within 150 km of Bamako in the two half-years."""

    def go(layer: object, **parameters: object) -> list:
        return run("buffercounts", **{"INPUT": layer, **PAIR, **parameters}).frame()["events"].tolist()

    return go


def write(layer: QgsVectorLayer, path: Path, driver: str, **options: object) -> QgsVectorLayer:
    settings = QgsVectorFileWriter.SaveVectorOptions()
    settings.driverName = driver
    for name, value in options.items():
        setattr(settings, name, value)
    context = QgsProject.instance().transformContext()
    error, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), context, settings)
    assert error == QgsVectorFileWriter.WriterError.NoError, message
    return QgsVectorLayer(str(path), path.stem, "ogr")


@pytest.mark.parametrize(
    ("driver", "suffix"), [("GPKG", "gpkg"), ("GeoJSON", "geojson"), ("FlatGeobuf", "fgb")]
)
def test_every_file_format_gives_the_same_count(
    counts: Callable, store_layer: QgsVectorLayer, tmp_path: Path, driver: str, suffix: str
) -> None:
    layer = write(store_layer, tmp_path / f"a b'é#.{suffix}", driver)
    assert counts(layer) == EVERYONE
    assert counts(layer, ACTOR_GROUPS="militant_islamist") == MILITANT


def test_delimited_text_virtual_memory_and_multipoint_layers(
    counts: Callable, store_layer: QgsVectorLayer, sample: Path, tmp_path: Path
) -> None:
    uri = (
        f"file://{sample}?type=csv&delimiter=,&xField=longitude&yField=latitude&crs=EPSG:4326&detectTypes=yes"
    )
    text = QgsVectorLayer(uri.replace("event_id_cnty", ""), "text", "delimitedtext")
    assert text.isValid()
    with pytest.raises(QgsProcessingException, match="lacks the columns event_id"):
        counts(text)
    QgsProject.instance().addMapLayer(store_layer, False)
    virtual = QgsVectorLayer(
        f"?layer_ref={store_layer.id()}&query=select * from {store_layer.id()}", "v", "virtual"
    )
    if not virtual.isValid():
        virtual = QgsVectorLayer('?query=select * from "events"', "v", "virtual")
    assert counts(virtual) == EVERYONE
    QgsProject.instance().takeMapLayer(store_layer)
    assert counts(store_layer.materialize(QgsFeatureRequest())) == EVERYONE
    multi = QgsVectorFileWriter.SaveVectorOptions()
    multi.forceMulti = True
    assert counts(write(store_layer, tmp_path / "multi.gpkg", "GPKG", forceMulti=True)) == EVERYONE


def test_a_second_table_of_a_file_is_read_and_not_the_first(
    counts: Callable, store_layer: QgsVectorLayer, tmp_path: Path
) -> None:
    write(
        store_layer.materialize(QgsFeatureRequest().setLimit(5)),
        tmp_path / "two.gpkg",
        "GPKG",
        layerName="few",
    )
    action = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    write(store_layer, tmp_path / "two.gpkg", "GPKG", layerName="all", actionOnExistingFile=action)
    for source in ("two.gpkg|layername=all", "two.gpkg|layerid=1"):
        assert counts(QgsVectorLayer(str(tmp_path / source), "two", "ogr")) == EVERYONE


@pytest.mark.parametrize("exceptions", [False, True])
def test_a_damaged_file_is_an_error_and_not_a_count(store: Path, tmp_path: Path, exceptions: bool) -> None:
    """Read as the algorithms do, but not through a layer, after which QGIS 3.44 itself crashes at its end."""
    path = tmp_path / "damaged.gpkg"
    shutil.copy(store, path)
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 4)
        file.write(b"\xff" * (path.stat().st_size // 2))
    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if exceptions else gdal.DontUseExceptions)()  # as other plugins do
    try:
        for condition in ("", "event_date >= '2017-01-01'"):
            with pytest.raises(FlashpointsError, match="cannot be read to its end"):
                read_arrays(path, "events", ["event_id", "event_date"], condition)
            assert len(read_arrays(store, "events", ["event_id", "event_date"], condition)) > 1000
    finally:
        (gdal.UseExceptions if before else gdal.DontUseExceptions)()


def test_a_column_that_the_layer_lacks_is_said(
    run: Callable, store_layer: QgsVectorLayer, tmp_path: Path
) -> None:
    shape = write(store_layer, tmp_path / "short.shp", "ESRI Shapefile")  # names cut to ten characters
    for asked in (
        {"ACTOR_GROUPS": "jnim"},
        {"CIVILIANS": "targeted"},
        {"GEO_PRECISION_MAX": 2},
        {"BREAKDOWN": "actor_group"},
    ):
        with pytest.raises(QgsProcessingException, match="has no column"):
            run("buffercounts", INPUT=shape, **PAIR, **asked)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["2023-06-30", "2023-01-01", "2022-12-31"], [1, 2]),
        (["30 June 2023", "1 January 2023", "31 December 2022"], [1, 2]),
        (["2023-06-30T23:30:00-05:00", "2023-01-01T00:10:00Z", "2022-12-31 12:00:00"], [1, 2]),
    ],
)
def test_dates_as_text(counts: Callable, texts: list[str], expected: list[int]) -> None:
    assert counts(dated(texts)) == expected


def test_a_date_that_cannot_be_read_is_counted_and_not_guessed(run: Callable) -> None:
    ran = run("buffercounts", INPUT=dated(["2023-05-01", "01/02/2023", "mid-May 2023", "2022-08-01"]), **PAIR)
    assert ran.frame()["events"].tolist() == [1, 1]
    assert "2 events left out: no readable date" in ran.log


def dated(texts: list[str]) -> QgsVectorLayer:
    """A memory layer of battles in Bamako whose dates are text."""
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY

    fields = "field=event_id:string&field=event_date:string&field=event_type:string"
    layer = QgsVectorLayer(f"Point?crs=EPSG:4326&{fields}", "dated", "memory")
    for number, text in enumerate(texts):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([str(number), text, "Battles"])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(-8.0, 12.64)))
        layer.dataProvider().addFeature(feature)
    return layer


def test_numbers_are_no_dates(run: Callable) -> None:
    uri = "Point?crs=EPSG:4326&field=event_id:string&field=event_date:integer&field=event_type:string"
    with pytest.raises(QgsProcessingException, match="holds no dates"):
        run("buffercounts", INPUT=QgsVectorLayer(uri, "numbers", "memory"), **PAIR)


def test_a_layer_with_unsaved_edits_is_refused(run: Callable, store_layer: QgsVectorLayer) -> None:
    layer = store_layer.materialize(QgsFeatureRequest())
    layer.startEditing()
    layer.deleteFeature(next(layer.getFeatures()).id())
    with pytest.raises(QgsProcessingException, match="not saved"):
        run("buffercounts", INPUT=layer, **PAIR)


def test_metres_without_a_reference_system_are_refused(
    run: Callable, store_layer: QgsVectorLayer, tmp_path: Path
) -> None:
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform

    utm = QgsCoordinateReferenceSystem("EPSG:32630")
    ct = QgsCoordinateTransform(store_layer.crs(), utm, QgsProject.instance().transformContext())
    layer = write(store_layer, tmp_path / "utm.gpkg", "GPKG", ct=ct)
    assert run("buffercounts", INPUT=layer, **PAIR).frame()["events"].tolist() == EVERYONE
    layer.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(QgsProcessingException, match="nowhere on Earth"):
        run("buffercounts", INPUT=layer, **PAIR)


def test_lists_and_any_case_are_understood(counts: Callable, store_layer: QgsVectorLayer) -> None:
    assert counts(store_layer, PERIODS=["2022-H2", "2023-H1"], RADII_KM=[150]) == EVERYONE
    assert counts(store_layer, ACTOR_GROUPS=["militant_islamist"]) == MILITANT
    assert counts(store_layer, DATASET="synthetic", COUNTRIES=["mali"]) == EVERYONE
    assert counts(store_layer, ACTOR_GROUPS="jnim+") > counts(store_layer, ACTOR_GROUPS="jnim")


def test_coverage_and_filter_with_use_layer_filter(run: Callable, store_layer: QgsVectorLayer) -> None:
    layer = store_layer.materialize(QgsFeatureRequest())
    layer.setSubsetString("event_date >= '2023-02-10'")
    ran = run("buffercounts", INPUT=layer, USE_LAYER_FILTER=True, **PAIR)
    frame = ran.frame()
    assert frame["days"].tolist() == [184, 181]  # what the file covers, not what the filter leaves
    assert frame["note"].str.contains("2023-02-10").all()
    assert "2023-02-10" in ran.layer().metadata().abstract()


def test_notes_speak_of_the_periods_only(run: Callable, store_layer: QgsVectorLayer) -> None:
    ran = run(
        "compareperiods",
        INPUT=store_layer,
        PERIOD_A="2017-H1",
        PERIOD_B="2023-H1",
        GROUP_BY="actor_group",
        ACTOR_GROUPS="wagner",
    )
    frame = ran.frame()
    assert (frame["events_a"] + frame["events_b"] > 0).all()  # no rows of groups that occur only in between
    extra = frame[frame["name"] != "(all)"][["events_a", "events_b"]].sum().sum()
    whole = frame[frame["name"] == "(all)"][["events_a", "events_b"]].sum().sum()
    assert f"{extra - whole} times an event stands in more than one row" in ran.log


def test_where_uses_the_same_land_in_every_row(run: Callable, store_layer: QgsVectorLayer) -> None:
    whole = run("regionfootprints", INPUT=store_layer, PERIODS="2023-H1").frame().set_index("region")
    part = (
        run("regionfootprints", INPUT=store_layer, PERIODS="2023-H1", WHERE="Segou")
        .frame()
        .set_index("region")
    )
    assert part.loc["(all)", "region_km2"] == pytest.approx(part.loc["Ségou", "region_km2"])
    assert part.loc["(all)", "share_pct"] == pytest.approx(part.loc["Ségou", "share_pct"])
    assert part.loc["Ségou", "footprint_km2"] == pytest.approx(whole.loc["Ségou", "footprint_km2"])


def test_where_and_the_files_own_column_agree(run: Callable, store_layer: QgsVectorLayer) -> None:
    asked = {"INPUT": store_layer, "PERIOD_A": "2022-H2", "PERIOD_B": "2023-H1", "REGION_FROM": "column"}
    zones = run("compareperiods", **asked, GROUP_BY="zone").frame().set_index("id")
    north = run("compareperiods", **asked, WHERE="north").frame().set_index("id")
    assert north.loc["(all)", "events_b"] == zones.loc["north", "events_b"] and "Menaka" in north.index


def test_regions_of_no_zone_are_not_outside(
    run: Callable, store_layer: QgsVectorLayer, mali_boundaries: Path
) -> None:
    cercles = QgsVectorLayer(f"{mali_boundaries}|layername=adm2", "adm2", "ogr")
    asked = {"INPUT": store_layer, "PERIOD_A": "2022-H2", "PERIOD_B": "2023-H1", "REGIONS": cercles}
    frame = run("compareperiods", **asked, REGION_FIELD="admin2Name", GROUP_BY="zone").frame()
    by_id = frame.set_index("id")
    assert by_id.loc["(none)", "name"] == "(no zone)" and by_id.loc["(none)", "p_adjusted"] is None
    assert by_id.drop("(all)")["events_b"].sum() == by_id.loc["(all)", "events_b"]


@pytest.mark.parametrize("suffix", ["gpkg", "geojson", "fgb"])
def test_results_explain_themselves_in_every_format(
    run: Callable, store_layer: QgsVectorLayer, tmp_path: Path, suffix: str
) -> None:
    ran = run("buffercounts", INPUT=store_layer, **PAIR, OUTPUT=str(tmp_path / f"rings.{suffix}"))
    layer = ran.layer()
    layer.loadDefaultMetadata()  # from the file beside it, where the format has no room for it
    assert layer.metadata().title() == "Rings round Bamako 2023-H1 against 2022-H2"
    assert layer.renderer().type() == "RuleRenderer"
    assert read_parameters(layer)["RADII_KM"] == "150"


@pytest.mark.parametrize("suffix", ["csv", "shp"])
def test_a_format_that_cannot_keep_the_look_keeps_the_numbers(
    run: Callable, store_layer: QgsVectorLayer, tmp_path: Path, suffix: str
) -> None:
    ran = run("buffercounts", INPUT=store_layer, **PAIR, OUTPUT=str(tmp_path / f"rings.{suffix}"))
    assert [int(value) for value in ran.frame()["events"]] == EVERYONE


def test_a_result_that_is_shown_can_be_written_again(
    run: Callable, store_layer: QgsVectorLayer, tmp_path: Path
) -> None:
    path = str(tmp_path / "rings.gpkg")
    run("buffercounts", INPUT=store_layer, **PAIR, OUTPUT=path)
    shown = QgsVectorLayer(path, "shown", "ogr")
    QgsProject.instance().addMapLayer(shown)
    ran = run("buffercounts", INPUT=store_layer, **{**PAIR, "RADII_KM": "50,100"}, OUTPUT=path)
    assert len(ran.frame()) == 4 and ran.layer().metadata().title() and shown.featureCount() == 4
    QgsProject.instance().removeMapLayer(shown)


def test_an_import_over_a_shown_store_is_refused(
    run: Callable, sample: Path, store: Path, tmp_path: Path
) -> None:
    path = tmp_path / "mine.gpkg"
    shutil.copy(store, path)
    shown = QgsVectorLayer(f"{path}|layername=events", "my events", "ogr")
    QgsProject.instance().addMapLayer(shown)
    with pytest.raises(QgsProcessingException, match="my events"):
        run("importevents", INPUT=str(sample), OUTPUT=str(path))
    QgsProject.instance().removeMapLayer(shown)


def test_no_password_reaches_the_metadata(provider: object) -> None:
    from flashpoints.plugin.gis.algorithm import layer_words

    source = "dbname='x' host=h user='ana' password='s3cret' table=\"events\" (geom)"
    assert "s3cret" not in json.dumps(layer_words(QgsVectorLayer(source, "events", "postgres")))


def test_importing_nothing_is_not_a_success(run: Callable, sample: Path, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="No event of the file lies in Niger"):
        run("importevents", INPUT=str(sample), OUTPUT=str(tmp_path / "a.gpkg"), COUNTRIES="Niger")
    assert list(tmp_path.iterdir()) == []
    for name in ("a%20b.gpkg", "a.shp"):
        with pytest.raises(QgsProcessingException, match="name"):
            run("importevents", INPUT=str(sample), OUTPUT=str(tmp_path / name))
