# SPDX-License-Identifier: GPL-2.0-or-later
"""The map tip and the form of events: what the card says, in short, from a template that needs no plugin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from event_files import GED_COLUMNS, ged_row, row, write
from flashpoints.plugin.core.event_card import make_card
from flashpoints.plugin.gis import language
from flashpoints.plugin.gis.actor_table import actor_table
from flashpoints.plugin.gis.event_card import labels_of, values_of
from flashpoints.plugin.gis.styles_fields import name_fields
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale
from translations import compiled

HOSTILE = "<script>x</script><img src='http://example.org'> [% @project_path %] &amp; %] نص 'q\""


@pytest.fixture
def french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The plugin in French, compiled now."""
    compiled(tmp_path)
    before = QLocale()
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    QLocale.setDefault(QLocale("fr_FR"))
    translator = language.install("fr_FR")
    assert translator is not None
    yield
    language.remove(translator)
    QLocale.setDefault(before)
    language.install("en_US")


@pytest.fixture
def store(run: Callable, tmp_path: Path) -> Callable[..., QgsVectorLayer]:
    def go(**changes: str) -> QgsVectorLayer:
        given = {"civilian_targeting": "Civilian targeting", "actor1": "JNIM: Group for Support of Islam and Muslims",
                 "assoc_actor_1": "Katiba Macina", "actor2": "Civilians (Mali)", "inter2": "7", "admin2": "Mopti",
                 "event_type": "Violence against civilians", "sub_event_type": "Attack", **changes}  # fmt: skip
        path = tmp_path / "a.gpkg"
        run("importevents", INPUT=str(write(tmp_path / "a.csv", [row(1, **given)])), OUTPUT=str(path))
        return QgsVectorLayer(f"{path}|layername=events", "events", "ogr")

    return go


def tip(layer: QgsVectorLayer) -> str:
    """What QGIS renders for the first feature."""
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures()))
    return str(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context))


def read(html: str) -> list[str]:
    """The lines that a reader sees."""
    lines = re.sub(r"\n", "", html).replace("<br>", "\n")
    return [text for line in lines.split("\n") if (text := unescape(re.sub(r"<[^>]+>", "", line)).strip())]


def test_a_whole_event(store: Callable) -> None:
    layer = store(geo_precision="3", time_precision="2")
    name_fields(layer, language="en")
    assert read(tip(layer)) == [
        "● Violence against civilians · Attack", "1 February 2023", "the week is known, not the day",
        "Village, Mopti, Mali", "placed to the provincial capital or a natural place only",
        "Actor 1: JNIM: Group for Support of Islam and Muslims", "with Katiba Macina · JNIM, Katiba Macina (FLM)",
        "Actor 2: Civilians (Mali)", "Civilians", "Reported fatalities: 2 · Civilian targeting", "Source: Made up",
        "Nothing happened.", "MLI1 · ACLED",
    ]  # fmt: skip
    assert "color:#D55E00" in tip(layer)


def test_french(store: Callable, french: None) -> None:
    layer = store(geo_precision="3", time_precision="2", fatalities="")
    name_fields(layer, language="fr")
    assert [line.replace("\u00a0", " ") for line in read(tip(layer))] == [
        "● Violence contre les civils · Attaque", "1 février 2023", "la semaine est connue, pas le jour",
        "Village, Mopti, Mali", "situé seulement au chef-lieu de province ou à un lieu naturel",
        "Acteur 1 : JNIM: Group for Support of Islam and Muslims",
        "avec Katiba Macina · JNIM (GSIM), Katiba Macina (FLM)",
        "Acteur 2 : Civilians (Mali)", "Civils", "Morts signalés : nombre inconnu · Ciblage de civils",
        "Source : Made up", "Nothing happened.", "MLI1 · ACLED",
    ]  # fmt: skip
    assert layer.attributeAlias(layer.fields().lookupField("fatalities")) == "Morts signalés"
    card = make_card(values_of(next(layer.getFeatures())), labels_of(actor_table(), "fr"))
    text = card.as_text().replace("\u00a0", " ")
    assert "Date : 1 février 2023 (la semaine est connue, pas le jour)" in text
    assert "Civils" in text and "Morts signalés : nombre inconnu" in text and "portée : Other" in text
    assert not re.search(r"\b(unknown|When|Where|with|scale|Actor)\b", text)


def test_hostile_text_is_inert(store: Callable) -> None:
    layer = store(actor1=HOSTILE, location=HOSTILE, notes=HOSTILE, source=HOSTILE, actor2=HOSTILE)
    QgsProject.instance().setFileName("")
    name_fields(layer, language="en")
    html = tip(layer)
    assert "<script" not in html and "<img" not in html and "[%" not in html
    assert sum(line.count(HOSTILE) for line in read(html)) == 5
    # a second round, as a layout would do, computes nothing either
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    assert QgsExpression.replaceExpressionText(html, context) == html


def test_long_notes_are_cut_at_a_word(store: Callable) -> None:
    layer = store(notes="wordy " * 3500)
    name_fields(layer, language="en")
    (notes,) = [line for line in read(tip(layer)) if line.startswith("wordy")]
    assert notes.endswith("wordy …") and 250 < len(notes) <= 282


def test_columns_that_are_missing_or_vanish_leave_their_lines_out() -> None:
    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=event_id:string&field=event_date:string", "m", "memory")
    layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["X", "5 May"])
    assert layer.addFeature(feature) and layer.commitChanges()
    name_fields(layer, language="en")
    assert read(tip(layer)) == ["5 May", "X"]
    layer.startEditing()
    layer.deleteAttribute(1)
    assert read(tip(layer)) == ["X"]
    layer.rollBack()


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"best": "4", "low": "2", "high": "9"}, "Reported fatalities: 4 (between 2 and 9)"),
        ({"best": "1", "low": "1", "high": "1"}, "Reported fatalities: 1"),
    ],
)
def test_estimates_between_two(run: Callable, tmp_path: Path, values: dict[str, str], line: str) -> None:
    file = write(tmp_path / "ged.csv", [ged_row(1, **values)], GED_COLUMNS)
    run("importevents", INPUT=str(file), OUTPUT=str(tmp_path / "g.gpkg"))
    layer = QgsVectorLayer(f"{tmp_path / 'g.gpkg'}|layername=events", "events", "ogr")
    name_fields(layer, language="en")
    (found,) = [one for one in read(tip(layer)) if one.startswith("Reported")]
    assert found.partition(" ·")[0] == line


def test_tip_form_and_words_last_with_the_project(
    store: Callable, tmp_path: Path, qgis_new_project: None
) -> None:
    layer = store()
    name_fields(layer, language="en")
    QgsProject.instance().addMapLayer(layer)
    before, path = read(tip(layer)), str(tmp_path / "p.qgz")
    assert QgsProject.instance().write(path)
    QgsProject.instance().clear()
    assert QgsProject.instance().read(path)
    (again,) = QgsProject.instance().mapLayers().values()
    assert read(tip(again)) == before
    tabs = [tab.name() for tab in again.editFormConfig().tabs()]
    assert tabs == ["What", "When", "Who", "Where", "Source"]
    shown = {child.name() for tab in again.editFormConfig().tabs() for child in tab.children()}
    assert shown == {field.name() for field in again.fields()} - {"fid"}
    setup = again.editorWidgetSetup(again.fields().lookupField("lead_group"))
    words: dict[str, Any] = {k: v for pair in setup.config()["map"] for k, v in pair.items()}
    assert setup.type() == "ValueMap" and words["JNIM"] == "jnim"
