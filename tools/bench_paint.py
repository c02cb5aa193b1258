# SPDX-License-Identifier: GPL-2.0-or-later
"""The map at country scale, first drawn and after a filter: our look beside QGIS's own categorised style.

Ours counts what is on the map for the legend and puts the events together by place, as the plugin does in a thread
when a layer comes or its filter changes. The other side only draws, with its classes ready.
"""

from __future__ import annotations

from typing import Any

from bench_jobs import Counts, Options, timed
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsMarkerSymbol,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize

SIZE = QSize(1200, 800)
WEB_MERCATOR = "EPSG:3857"
HALF_YEAR = "\"event_date\" >= '2022-07-01' AND \"event_date\" <= '2022-12-31'"


def _open(store: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(store, "events", "ogr")
    if not layer.isValid():
        raise RuntimeError(f"{store} cannot be opened")
    return layer


def _draw(*layers: QgsVectorLayer) -> None:
    """Draw the whole country; the first layer gives the extent."""
    settings = QgsMapSettings()
    settings.setLayers(list(layers))
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(WEB_MERCATOR))
    change = QgsCoordinateTransform(layers[0].crs(), settings.destinationCrs(), QgsProject.instance())
    settings.setExtent(change.transformBoundingBox(layers[0].extent()))
    settings.setOutputSize(SIZE)
    settings.setFlag(QgsMapSettings.Flag.Antialiasing)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    if job.errors() or job.renderedImage().isNull():
        raise RuntimeError(f"nothing is drawn: {[error.message for error in job.errors()]}")


class Ours:
    """A layer, its layer of places, and what keeps both true to the filter."""

    def __init__(self, store: str) -> None:
        from flashpoints.plugin.core.event_look import default_look
        from flashpoints.plugin.gis.places_layer import new_places_layer, share_scales

        self.events = _open(store)
        self.look = default_look(self.events.featureCount())
        self.places = new_places_layer(self.events)
        share_scales(self.events, self.places, self.look)

    def show(self) -> Counts:
        """Count, style and draw."""
        from flashpoints.plugin.gis.event_tally import EventCounter
        from flashpoints.plugin.gis.event_views import counted, read_shown, show_places
        from flashpoints.plugin.gis.styles_events import style_events

        answer = counted(*read_shown(EventCounter.of(self.events)), self.look)
        tally, actors = answer.shown.tally, answer.tables.actors
        style_events(self.events, actors, look=self.look, tally=tally)
        show_places(self.places, self.look, answer)
        _draw(self.places, self.events)
        return {"events": float(tally.events)}


def _categorised(store: str) -> QgsVectorLayer:
    """The layer in QGIS's own categorised style, one class a lead group, as Classify makes it."""
    layer = _open(store)
    values = layer.uniqueValues(layer.fields().lookupField("lead_group"))
    symbol = QgsMarkerSymbol.createSimple({})
    categories = QgsCategorizedSymbolRenderer.createCategories(sorted(values, key=str), symbol, layer)
    layer.setRenderer(QgsCategorizedSymbolRenderer("lead_group", categories))
    return layer


def first_paint(options: Options) -> dict[str, Any]:
    """Open the store and show the country."""
    return timed(lambda: Ours(options["store"]).show())


def native_first_paint(options: Options) -> dict[str, Any]:
    """Open the layer and draw it; making the classes is not timed."""
    styled = _categorised(options["store"])

    def work() -> Counts:
        layer = _open(options["store"])
        layer.setRenderer(styled.renderer().clone())
        _draw(layer)
        return {"events": float(layer.featureCount())}

    return timed(work)


def filtered_paint(options: Options) -> dict[str, Any]:
    """Set a filter of one half-year on a map that is there, and show what is left, counted."""
    from flashpoints.plugin.core.event_filter import EventFilter
    from flashpoints.plugin.core.periods import parse_period
    from flashpoints.plugin.gis.event_filters import apply_filter

    ours = Ours(options["store"])
    ours.show()

    def work() -> Counts:
        apply_filter(ours.events, EventFilter(period=parse_period("2022-H2")))
        return ours.show()

    return timed(work)


def native_filtered_paint(options: Options) -> dict[str, Any]:
    """The same filter by QGIS alone: set, counted, drawn."""
    layer = _categorised(options["store"])
    _draw(layer)

    def work() -> Counts:
        layer.setSubsetString(HALF_YEAR)
        _draw(layer)
        return {"events": float(layer.featureCount())}

    return timed(work)


JOBS = (first_paint, native_first_paint, filtered_paint, native_filtered_paint)
