# SPDX-License-Identifier: GPL-2.0-or-later
"""The brief put together: what goes into each item of the template, and what lies beside the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
from qgis.core import Qgis, QgsLayoutItemMap, QgsPrintLayout, QgsProcessingUtils, QgsProject
from qgis.PyQt.QtGui import QColor

from ..core.actors import OTHER, ActorTable
from ..core.brief_parts import HEAD, OTHERS, TOTAL, TableRow, monthly_counts
from ..core.errors import FlashpointsError
from ..core.event_look import GROUP, EventLook
from ..core.periods import Period, provisional_from
from ..core.recipes import Words
from ..core.tally import Tally
from ..core.text import translate
from . import brief_text as text
from .brief_layers import BriefLayers
from .brief_symbols import short_label
from .brief_text import BriefFacts
from .charts import INK, Series, months_chart, save_svg
from .layout_text import place_label
from .layouts import Cell, Content, Filled, TableContent
from .look_classes import chosen_classes, offered_classes
from .styles_events import look_tables
from .version import plugin_version

CHANGE_COLUMNS = (3, 4)  # of the table of regions: the ratio and its interval
INK_COLOUR, FAINT_COLOUR, HEAD_COLOUR = QColor(INK), QColor("#8A8A8A"), QColor("#666666")


def contents(
    facts: BriefFacts, layers: BriefLayers, chart: Path | None, one_legend: bool = False
) -> dict[str, Content]:
    """What goes into each item of the template, by its id; None where there is nothing to show.

    one_legend : the template has no item legend_key, so all entries go into one.
    """
    words = facts.words
    split = len(layers.legend) if one_legend else 1
    content: dict[str, Content] = {
        "title": text.title(facts),
        "subtitle": text.subtitle(facts),
        "producer": text.producer(facts),
        "map_main_title": text.map_title(facts),
        "map_main": layers.main,
        "legend": layers.legend[:split],
        "legend_key": None if one_legend else layers.legend[split:],
        "map_locator": layers.locator,
        "map_footprint_title": text.footprint_title(facts, layers.detail),
        "map_footprint": layers.footprint,
        "legend_footprint": layers.footprint_legend,
        "chart_months_title": words(
            "sections.months_provisional" if text.is_provisional(facts) else "sections.months"
        ),
        "chart_months": chart,
        "table_regions_title": words("sections.regions"),
        "table_regions_note": text.table_note(facts),
        "table_regions": table_content(facts.table),
        "methods": text.methods(facts),
        "credit": text.credit(facts),
        "disclaimer": words("disclaimer"),
        "synthetic_mark": words("synthetic") if facts.source.synthetic else None,
    }
    for kind in ("ring", "footprint", "comparison"):
        figure = facts.figures.get(kind)
        content[f"figure_{kind}_number"] = figure.headline if figure else None
        content[f"figure_{kind}_text"] = figure.sentence if figure else None
        content[f"figure_{kind}_note"] = figure.note if figure else None
    return content


def chart_for(layout: QgsPrintLayout, facts: BriefFacts) -> Path | None:
    """The chart of months in the size of the layout's item; None when it has none, or matplotlib is missing."""
    item = layout.itemById("chart_months")
    if item is None:
        return None
    try:
        return chart_file(facts, (item.rect().width(), item.rect().height()))
    except FlashpointsError as error:
        facts.notes.append(str(error))
        return None


def keep_honest(layout: QgsPrintLayout, facts: BriefFacts, layers: BriefLayers, filled: Filled) -> None:
    """What a page must carry whatever the template lacks: the word SYNTHETIC, and the credit.

    The rectangle that shows where the footprint's map lies is taken off when that map shows no detail.
    """
    words, main = facts.words, layout.itemById("map_main")
    if isinstance(main, QgsLayoutItemMap) and not layers.detail:
        for overview in main.overviews().asList():
            overview.setEnabled(False)
    if facts.source.synthetic and layout.itemById("synthetic_mark") is None:
        place_label(layout, "synthetic_mark", words("synthetic"), 60, QColor(120, 120, 120, 60))
    if layout.itemById("credit") is None:
        filled.notes.append(
            translate("Brief", "The template has no item “credit”; the source is put at the foot.")
        )
        place_label(layout, "credit", text.credit(facts), 5, HEAD_COLOUR, foot=True)


def chart_file(facts: BriefFacts, size_mm: tuple[float, float]) -> Path:
    """Draw the chart of months for an item of a size, and return its SVG file."""
    late = provisional_from(facts.source.coverage.end)
    periods = (facts.ask.earlier, facts.ask.later)
    figure = months_chart(facts.months, facts.series, periods, facts.words, size_mm, provisional=late)
    path = Path(
        QgsProcessingUtils.generateTempFilename("chart_months.svg")
    )  # a new name: QGIS caches pictures
    save_svg(figure, path)
    return path


def months_by_class(
    frame: pd.DataFrame, span: Period, actors: ActorTable, words: Words
) -> tuple[pd.DataFrame, list[Series]]:
    """Events a month by the classes of the map's legend, and how the chart shows them; the largest class first."""
    tally = Tally(groups=Counter(frame["lead_group"].dropna().tolist()))
    classes = chosen_classes(
        offered_classes(GROUP, look_tables(actors, language=words.language), tally), EventLook()
    )
    shown = {group: one.colour for one in classes for group in one.values}
    labels = {one.colour: short_label(one.label) for one in classes}
    counts = monthly_counts(frame, span, shown)
    series = [Series(colour, labels[colour], colour) for colour in counts.columns if colour != OTHERS]
    if counts[OTHERS].any() or not series:
        series.append(Series(OTHERS, words("legend.others"), actors.family(OTHER).colour))
    return counts, series


def table_content(rows: Sequence[TableRow]) -> TableContent:
    """The table of regions: a change within chance is faint, a clear one and the total are bold."""
    return TableContent([[_cell(row, index, text) for index, text in enumerate(row.cells)] for row in rows])


def _cell(row: TableRow, index: int, text: str) -> Cell:
    if row.tone == HEAD:
        return Cell(text, HEAD_COLOUR, right=index > 0)
    change = index in CHANGE_COLUMNS
    colour = INK_COLOUR if row.clear or not change else FAINT_COLOUR
    return Cell(text, colour, bold=row.tone == TOTAL or (change and row.clear), right=index > 0)


def record(facts: BriefFacts) -> dict[str, object]:
    """The brief's numbers for the JSON file beside it: enough to compute each of them again."""
    source, ask = facts.source, facts.ask
    return {
        "format": "flashpoints-brief/1",
        "recipe": facts.recipe.content,
        "language": facts.words.language,
        "as_of": facts.as_of.isoformat(),
        "periods": {"earlier": ask.earlier.iso, "later": ask.later.iso},
        "selection": facts.selection.describe(),
        "source": {
            "file": source.name, "sha256": source.sha256, "accessed": source.accessed, "dataset": source.dataset,
            "synthetic": source.synthetic, "coverage": source.coverage.iso, "events": source.events,
        },
        "credit": text.credit(facts),
        "rulings": facts.rulings,
        "software": {"flashpoints": plugin_version(), "qgis": Qgis.version()},
        "figures": [figure.record() for figure in facts.figures.values()],
        "regions": [list(row.cells) for row in facts.table],
        "notes": facts.notes,
    }  # fmt: skip


def set_metadata(project: QgsProject, facts: BriefFacts) -> None:
    """Name the project, so that the PDF carries title, language and credit in its own metadata."""
    metadata = project.metadata()
    metadata.setTitle(text.title(facts))
    metadata.setAbstract(text.credit(facts))
    metadata.setLanguage(facts.words.language)
    metadata.setAuthor(f"Flashpoints {plugin_version()}")
    project.setMetadata(metadata)
