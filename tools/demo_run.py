# SPDX-License-Identifier: GPL-2.0-or-later
"""The main job without a window: from an event file to layers, figures, a project and a brief in one folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.periods import Period, default_pair
from flashpoints.plugin.core.schema import VIOLENT_TYPES
from flashpoints.plugin.core.text import number
from flashpoints.plugin.gis.basemap import base_layers, copy_world_map
from flashpoints.plugin.gis.frames import EventSource
from flashpoints.plugin.gis.region_sources import country_code, country_codes, from_layer, from_world_map
from flashpoints.plugin.gis.regions import RegionSet
from flashpoints.plugin.gis.styles import set_temporal
from flashpoints.plugin.gis.tables import attributes_frame
from qgis.core import (
    QgsApplication,
    QgsLayerTreeLayer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor
from text_table import Cells, text_table

FAMILY = "militant_islamist"
MARK = "DEMO.txt"
MAP_SIZE = QSize(1600, 1200)


@dataclass
class Demo:
    """One run: what it works on, where it writes, and how it prints."""

    events: Path
    folder: Path
    regions: Path | None = None
    say: Callable[[str], None] = print
    lines: list[str] = field(default_factory=list)

    def run(self) -> None:
        """Do the whole job.

        Raises
        ------
        FlashpointsError, QgsProcessingException : in plain words, for files and folders that do not serve.
        """
        for path in (self.events, self.regions):
            if path is not None and not path.is_file():
                raise FlashpointsError("There is no such file.", str(path), "Check the path.")
        _empty_folder(self.folder, self.events, self.regions)
        self._import()
        self._frame()
        layers = [self._rings(), *self._footprints(), self._comparison()]
        brief = self._brief()
        self._project(layers)
        del self.layer  # an open layer keeps files of its own beside the store
        self.tell("")
        self.tell(f"Written to {self.folder}:")
        for path in sorted(self.folder.iterdir()):
            if not path.name.endswith(("-wal", "-shm")):  # QGIS keeps those for as long as it runs
                self.tell(f"  {path.name}")
        (self.folder / "figures.txt").write_text("\n".join(self.lines) + "\n", encoding="utf-8")
        if not brief.exists():
            raise FlashpointsError("The brief was not written.", str(brief))

    def tell(self, line: str = "") -> None:
        """Print a line and keep it for the text file."""
        self.lines.append(line)
        self.say(line)

    def _import(self) -> None:
        self.store = self.folder / "events.gpkg"
        result = run(
            "importevents",
            INPUT=str(self.events),
            OUTPUT=str(self.store),
            REPORT=str(self.folder / "import.html"),
        )
        self.input = result["OUTPUT"]
        self.tell(f"Import of {self.events.name}")
        account = "  {read} rows read = {events} events + {merged} merged + {filtered} filtered + {rejected} rejected"
        self.tell(
            account.format(
                read=number(result["ROWS_READ"]), events=number(result["EVENTS"]),
                merged=number(result["ROWS_MERGED"]), filtered=number(result["ROWS_FILTERED"]),
                rejected=number(result["ROWS_REJECTED"]),
            )
        )  # fmt: skip

    def _frame(self) -> None:
        """Settle country, periods and regions, and say how many events there are."""
        self.layer = QgsVectorLayer(self.input, "events", "ogr")
        source = EventSource.from_layer(self.layer)
        frame = source.read(["country", "event_type"])
        regions = self._region_set(frame)
        self.countries = _countries_in(frame, regions)
        coverage = source.coverage()
        if coverage is None:
            raise FlashpointsError("The file holds no events.", str(self.events))
        self.coverage: Period = coverage
        self.earlier, self.later = default_pair(coverage)
        own = frame[frame["country"].isin(self.countries)]
        violent = int(own["event_type"].isin(VIOLENT_TYPES).sum())
        text = "  {place}: {events} events, {violent} of the violent types; covers {start} to {end}"
        self.tell(
            text.format(
                place=", ".join(self.countries), events=number(len(own)), violent=number(violent),
                start=coverage.start.isoformat(), end=coverage.end.isoformat(),
            )
        )  # fmt: skip

    def _region_set(self, frame: pd.DataFrame) -> RegionSet:
        if self.regions is None:
            return from_world_map(str(frame["country"].value_counts().index[0]))
        return from_layer(QgsVectorLayer(str(self.regions), self.regions.stem, "ogr"))

    def _who(self) -> list[tuple[str, dict[str, str]]]:
        """The selections that are printed: the default beside all types, and one family."""
        return [
            ("militant Islamist family, violent types", {"ACTOR_GROUPS": FAMILY}),
            ("all actors, violent types", {}),
            ("all actors, all types", {"EVENT_TYPES": "*"}),
        ]

    def _common(self) -> dict[str, str]:
        return {"INPUT": self.input, "COUNTRIES": ";".join(self.countries)}

    def _rings(self) -> str:
        self.tell("")
        self.tell("Events within a distance of Bamako (geodesic, WGS 84)")
        rows: list[Cells] = [_head(self.earlier, self.later, self.coverage)]
        output = ""
        for index, (label, who) in enumerate(self._who()):
            target = str(self.folder / "rings.gpkg") if index == 0 else "memory:"
            kwargs = {**self._common(), **who}
            pair = run(
                "buffercounts", **kwargs, PERIODS=f"{self.earlier.label};{self.later.label}", OUTPUT=target
            )
            whole = run("buffercounts", **kwargs, PERIODS=self.coverage.iso, OUTPUT="memory:")
            output = output or pair["OUTPUT"]
            counts, totals = pair["frame"], whole["frame"]
            for radius in sorted(counts["radius_km"].unique()):
                two = counts[counts["radius_km"] == radius].sort_values("start")
                total = totals[totals["radius_km"] == radius]["events"].iloc[0]
                name = f"{radius:g} km, {label}"
                rows.append((name, *_pair_cells(two["events"].iloc[0], two.iloc[1], "events"), number(total)))
        self._print(rows)
        return output

    def _footprints(self) -> list[str]:
        self.tell("")
        self.tell(
            "Footprint (area with recorded events, 2.5 km), km2, militant Islamist family, violent types"
        )
        result = run(
            "regionfootprints", **self._common(), **self._region_parameters(), ACTOR_GROUPS=FAMILY,
            PERIODS=f"{self.earlier.label};{self.later.label}",
            OUTPUT=str(self.folder / "footprints.gpkg"), CHANGE=str(self.folder / "footprint_change.gpkg"),
        )  # fmt: skip
        frame = result["frame"]
        rows: list[Cells] = [("region", self.earlier.label, self.later.label, "change")]
        for name in dict.fromkeys(frame["region"]):
            areas = frame[frame["region"] == name].set_index("period")["footprint_km2"]
            before, after = areas.get(self.earlier.label), areas.get(self.later.label)
            change = f"{100 * (after / before - 1):+.0f} %" if before and after is not None else "–"
            rows.append((name, number(before), number(after), change))
        self._print(rows)
        return [result["OUTPUT"], result["CHANGE"]]

    def _comparison(self) -> str:
        output = ""
        for group_by, label in (
            ("region", "by region"),
            ("zone", "by zone"),
            ("event_type", "by event type"),
        ):
            self.tell("")
            text = "{later} against {earlier} {rows}, all actors, {types}"
            types = "*" if group_by == "event_type" else ""
            words = "all types" if types else "violent types"
            self.tell(
                text.format(later=self.later.label, earlier=self.earlier.label, rows=label, types=words)
            )
            target = str(self.folder / "comparison.gpkg") if group_by == "region" else "memory:"
            result = run(
                "compareperiods", **self._common(), **self._region_parameters(), EVENT_TYPES=types,
                PERIOD_A=self.earlier.label, PERIOD_B=self.later.label, GROUP_BY=group_by, OUTPUT=target,
            )  # fmt: skip
            output = output or result["OUTPUT"]
            rows: list[Cells] = [(*_head(self.earlier, self.later, None), "p adjusted")]
            for row in result["frame"].to_dict("records"):
                adjusted = "–" if row["p_adjusted"] is None else f"{row['p_adjusted']:.3f}"
                rows.append((row["name"], *_pair_cells(row["events_a"], row, "events_b"), adjusted))
            self._print(rows)
        return output

    def _region_parameters(self) -> dict[str, str]:
        return {"REGIONS": str(self.regions)} if self.regions else {}

    def _brief(self) -> Path:
        path = self.folder / "brief.pdf"
        for target in (path, self.folder / "brief.png"):
            run("makebrief", INPUT=self.input, **self._region_parameters(), OUTPUT=str(target))
        return path

    def _print(self, rows: Sequence[Cells]) -> None:
        for line in text_table(rows):
            self.tell(f"  {line}")

    def _project(self, results: Sequence[str]) -> None:
        """A project with the layers as a window would show them, and its map as a picture."""
        project = QgsProject()
        base = copy_world_map(self.folder, _code(self.countries))
        layers = [
            QgsVectorLayer(self.input, "", "ogr"),
            *(QgsVectorLayer(path, "", "ogr") for path in results),
        ]
        for layer in layers:
            layer.setName(layer.metadata().title() or layer.name())
        set_temporal(layers[0])  # a style in a file does not bring it back
        shown = layers[:2]
        for layer in [*layers, *base_layers(base, _code(self.countries))]:
            project.addMapLayer(layer, False)
            node: QgsLayerTreeLayer = project.layerTreeRoot().addLayer(layer)
            node.setItemVisibilityChecked(layer in shown or layer not in layers)
            node.setExpanded(layer in shown)
        extent = _extent(self.layer, self.countries)
        project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(extent, self.layer.crs()))
        project.setCrs(self.layer.crs())
        project.write(str(self.folder / "flashpoints.qgz"))
        dates = (
            f"event_date >= '{self.later.start.isoformat()}' AND event_date <= '{self.later.end.isoformat()}'"
        )
        layers[0].setSubsetString(dates)  # a picture of one period; the project keeps all events
        _picture(project, extent, self.folder / "map.png")
        layers.clear()
        shown.clear()
        project.removeAllMapLayers()
        project.clear()


def run(algorithm: str, **parameters: Any) -> dict[str, Any]:
    """Run one of the provider's algorithms; `frame` in the results holds the attributes of OUTPUT."""
    instance = QgsApplication.processingRegistry().createAlgorithmById(f"flashpoints:{algorithm}")
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    clean = {name: value for name, value in parameters.items() if value != ""}
    results, fine = instance.run(clean, context, feedback)
    if not fine:
        raise QgsProcessingException(feedback.textLog().strip())
    output = results.get("OUTPUT", "")
    if algorithm != "importevents" and not str(output).endswith((".pdf", ".png")):
        layer = context.getMapLayer(output) or QgsVectorLayer(output, "", "ogr")
        results["frame"] = attributes_frame(layer)
    return dict(results)


def _head(earlier: Period, later: Period, coverage: Period | None) -> Cells:
    interval = "ratio (95 % interval)"
    head = ("", earlier.label, later.label, interval, "p")
    return (*head, coverage.label) if coverage else head


def _pair_cells(before: Any, row: Any, column: str) -> Cells:
    """Both counts, the ratio with its interval, and p; what the note says where there is no ratio."""
    cells = (number(before), number(row[column]))
    if row["rate_ratio"] is None:
        return (*cells, row["note"] or "–", "–")
    ratio = f"{row['rate_ratio']:.2f} ({row['rr_low']:.2f} – {number(row['rr_high'], 2)})"
    return (*cells, ratio, f"{row['p_value']:.4f}")


def _countries_in(frame: pd.DataFrame, regions: RegionSet) -> list[str]:
    names = [str(name) for name in frame["country"].dropna().unique()]
    codes = country_codes(names)
    return sorted(name for name in names if codes[name] in regions.countries) or names[:1]


def _code(countries: Sequence[str]) -> str:
    return country_code(countries[0]) if countries else ""


def _extent(layer: QgsVectorLayer, countries: Sequence[str]) -> QgsRectangle:
    names = ", ".join("'" + name.replace("'", "''") + "'" for name in countries)
    layer.setSubsetString(f"country IN ({names})")
    layer.updateExtents()
    extent = QgsRectangle(layer.extent())
    layer.setSubsetString("")
    extent.scale(1.15)
    return extent


def _picture(project: QgsProject, extent: QgsRectangle, path: Path) -> None:
    settings = QgsMapSettings()
    root = project.layerTreeRoot()
    settings.setLayers([node.layer() for node in root.findLayers() if node.isVisible()])
    settings.setDestinationCrs(project.crs())
    settings.setExtent(extent)
    settings.setOutputSize(MAP_SIZE)
    settings.setOutputDpi(150)
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    if not job.renderedImage().save(str(path)):
        raise FlashpointsError("The map cannot be written.", str(path))


def _empty_folder(folder: Path, *inputs: Path | None) -> None:
    """Start without the files of an earlier run; nothing else is ever deleted."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        mark = folder / MARK
        there = [path for path in folder.iterdir() if path.name != MARK]
        if there and not mark.exists():
            raise FlashpointsError(
                "The folder holds files that no demo wrote.", str(folder), "Choose an empty one."
            )
        for path in there:
            if path.is_file() and path not in inputs:
                path.unlink()
        mark.write_text("Written by make demo, which deletes what is in here before it starts.\n")
    except OSError as error:
        raise FlashpointsError(
            f"The folder cannot be written: {error.strerror}.", str(folder), "Choose another folder."
        ) from error
