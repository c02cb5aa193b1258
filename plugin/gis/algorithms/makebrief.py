# SPDX-License-Identifier: GPL-2.0-or-later
"""The brief: one page that answers with numbers, their uncertainty and where they come from."""

from __future__ import annotations

import datetime
import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
    QgsProject,
)

from ...core.brief_parts import chart_span, region_table
from ...core.errors import FlashpointsError
from ...core.figures import Ask
from ...core.periods import Period, ordered_pair, parse_date
from ...core.recipes import Recipe, load_recipe
from ...core.selection import in_period
from ...core.text import translate
from .. import brief, brief_layers, brief_text, layouts
from .. import parameters as shared
from ..algorithm import FlashpointsAlgorithm
from ..brief_data import (
    PASSED,
    SELECTION,
    Analyses,
    Answers,
    as_layer,
    regions_and_country,
    selection_parameters,
)
from ..language import speaking
from ..layout_export import check_target, export
from ..layout_text import register_fonts
from ..paths import RESOURCES
from ..regional import of_countries
from ..regions import RegionSet

RECIPE = RESOURCES / "recipes" / "brief.json"
TEMPLATE = RESOURCES / "layouts" / "brief_a4.qpt"
LANGUAGES = ("en", "fr")
COLUMNS = (*brief_layers.EVENT_COLUMNS, "country", "dataset")


class MakeBrief(FlashpointsAlgorithm):
    """Processing algorithm flashpoints:makebrief."""

    ID = "makebrief"

    def displayName(self) -> str:
        """Name in the Toolbox."""
        return translate("MakeBrief", "Make brief")

    def shortHelpString(self) -> str:
        """What it does, in the Toolbox's side panel."""
        return translate(
            "MakeBrief",
            "One page as PDF, picture or SVG: a map, the events round the capital, the footprint and the change by "
            "region for the last half-year against the one before, each with its uncertainty and definition. The "
            "recipe says what is asked; the template, an ordinary print layout, how it looks. A JSON file with the "
            "same numbers is written beside it.",
        )

    def flags(self) -> Any:
        """Layouts are drawn in the main thread."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:
        """Declare the parameters; an empty one leaves the choice to the recipe."""
        add = self.addParameter
        shared.add_input(add)
        files, text = QgsProcessingParameterFile, QgsProcessingParameterString
        behaviour = QgsProcessingParameterFile.Behavior.File
        label = translate("MakeBrief", "Recipe (empty: the plugin's own)")
        add(files("RECIPE", label, behaviour, "json", None, True))
        add(
            text("AS_OF", translate("MakeBrief", "As of (a date; empty: the file's last day)"), optional=True)
        )
        label = translate("MakeBrief", "Two periods instead of the recipe's, separated by ;")
        add(text("PERIODS", label, optional=True))
        shared.add_regions(add)
        label, points = (
            translate("MakeBrief", "Older events, to compare with"),
            QgsProcessing.SourceType.TypeVectorPoint,
        )
        add(QgsProcessingParameterVectorLayer("OLD", label, [points], optional=True))
        label = translate("MakeBrief", "Template (empty: the plugin's own)")
        add(files("TEMPLATE", label, behaviour, "qpt", None, True))
        label = translate("MakeBrief", "Language")
        add(QgsProcessingParameterEnum("LANGUAGE", label, list(LANGUAGES), False, LANGUAGES[0], True, True))
        shared.add_selection(add)
        for name in SELECTION:
            self.parameterDefinition(name).setDefaultValue(None)
        kinds = "PDF (*.pdf);;PNG (*.png);;SVG (*.svg)"
        add(QgsProcessingParameterFileDestination("OUTPUT", translate("MakeBrief", "Brief"), kinds))
        self.addOutput(QgsProcessingOutputFile("JSON", translate("MakeBrief", "Numbers of the brief")))

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Read the recipe, and check what would only fail at the end."""
        recipe = self.parameterAsFile(parameters, "RECIPE", context)
        self._recipe: Recipe = load_recipe(Path(recipe) if recipe else RECIPE)
        template = self.parameterAsFile(parameters, "TEMPLATE", context)
        self._template = Path(template) if template else TEMPLATE
        as_of = self.parameterAsString(parameters, "AS_OF", context).strip()
        self._as_of = parse_date(as_of[:10]) if as_of else None
        self._chosen = selection_parameters(self._recipe, parameters)
        asked = {
            name: parameters[name] for name in (*PASSED, "PERIODS") if parameters.get(name) not in (None, "")
        }
        self._passed = {name: asked[name] for name in PASSED if name in asked}
        super().prepare({**asked, **self._chosen}, context, feedback)
        check_target(Path(self.parameterAsFileOutput(parameters, "OUTPUT", context)))
        if parameters.get("OLD"):
            feedback.pushWarning(
                translate("MakeBrief", "Older events are not compared with in this version; OLD is not used.")
            )

    def run_job(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Ask the analyses, fill the template, write page and numbers."""
        path = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context))
        language = self.parameterAsEnumString(parameters, "LANGUAGE", context) or LANGUAGES[0]
        with speaking(language):
            ask, frame, as_of = self._load(language, feedback)
            regions, country = regions_and_country(
                self.job.source, frame, self.job.regions, self.job.selection.countries
            )
            ask = replace(ask, country=country)
            own = frame[of_countries(frame, regions)]
            answers = Analyses(ask, self._recipe, regions, self._shared(regions), context, feedback).answer()
            facts = self._facts(ask, as_of, own, regions, answers)
            self._write(facts, own, regions, answers, path, feedback)
        numbers = path.with_suffix(".json")
        numbers.write_text(json.dumps(brief.record(facts), ensure_ascii=False, indent=1), encoding="utf-8")
        return {"OUTPUT": str(path), "JSON": str(numbers)}

    def _load(
        self, language: str, feedback: QgsProcessingFeedback
    ) -> tuple[Ask, pd.DataFrame, datetime.date]:
        """The periods, and the selected events of all months that the chart shows."""
        job, words = self.job, self._recipe.words(language)
        coverage = job.source.coverage(job.selection.dataset, job.selection.countries)
        if coverage is None:
            raise FlashpointsError(
                translate("Algorithms", "The layer holds no events."),
                job.source.name,
                translate("Algorithms", "Load an event file first."),
            )
        earlier, later = self._pair(job.selection.periods, coverage)
        span = chart_span(later, coverage, self._recipe.chart_months)
        job.selection = replace(job.selection, periods=(span, earlier, later))
        frame = self.load(COLUMNS, feedback)
        job.selection = replace(job.selection, periods=(earlier, later))
        ask = Ask(words, earlier, later, coverage, "", job.selection.event_types)
        return ask, frame, self._as_of or coverage.end

    def _pair(self, asked: tuple[Period, ...], coverage: Period) -> tuple[Period, Period]:
        if not asked:
            return self._recipe.periods(coverage, self._as_of)
        if len(asked) != 2:
            raise FlashpointsError(
                translate("MakeBrief", "A brief compares two periods; there are {n}.").format(n=len(asked)),
                "PERIODS",
                translate("MakeBrief", "Give two, such as 2022-H2;2023-H1, or none for the recipe's own."),
            )
        return ordered_pair(*sorted(asked))

    def _shared(self, regions: RegionSet) -> dict[str, Any]:
        """What every analysis gets; the regions too, so that a wider selection cannot lead to another country."""
        common = {**self._passed, **self._chosen}
        if self.job.regions is None:
            self._layer = as_layer(regions)
            common.update({"REGIONS": self._layer, "REGION_FIELD": "name"})
        return common

    def _facts(
        self, ask: Ask, as_of: datetime.date, own: pd.DataFrame, regions: RegionSet, answers: Answers
    ) -> brief_text.BriefFacts:
        job, coverage = self.job, ask.coverage
        if coverage is None:
            raise RuntimeError("a brief without coverage gets no further than `_load`")
        span = chart_span(ask.later, coverage, self._recipe.chart_months)
        counts, series = brief.months_by_class(own, span, job.actors, ask.words)
        rows = self._recipe.table_rows
        return brief_text.BriefFacts(
            recipe=self._recipe, ask=ask, as_of=as_of, selection=replace(job.selection, periods=()),
            group_labels=[self._label(one, ask.words.language) for one in job.selection.actor_groups],
            figures=answers.figures, table=region_table(ask, answers.comparison, answers.footprints, rows),
            months=counts, series=series, source=brief_text.source_facts(job.source, coverage),
            regions_origin=regions.origin, events_on_map=_events_in(own, ask.later), rulings=self._record.rulings,
            events_as_coded=self._coded_on_map(ask.later, regions),
            tested=int(answers.comparison["p_adjusted"].notna().sum()), change=answers.change, notes=answers.notes,
        )  # fmt: skip

    def _coded_on_map(self, later: Period, regions: RegionSet) -> float:
        """The events on the map as coded by the source; NaN where rulings change none."""
        coded = self.job.as_coded
        return math.nan if coded is None else _events_in(coded[of_countries(coded, regions)], later)

    def _label(self, one: str, language: str) -> str:
        actors = self.job.actors
        known = {family.id: family for family in actors.families}
        found = known.get(one) or actors.group(one)
        return str(getattr(found, f"label_{language}", "") or found.label)

    def _write(
        self, facts: brief_text.BriefFacts, own: pd.DataFrame, regions: RegionSet, answers: Answers, path: Path,
        feedback: QgsProcessingFeedback,
    ) -> None:  # fmt: skip
        """Lay the page out in a project of its own, and export it."""
        register_fonts()
        project = QgsProject()
        folder = Path(QgsProcessingUtils.tempFolder())
        sources = brief_layers.MapSources(
            own[in_period(own["event_date"], facts.ask.later)], answers.rings_layer, answers.change_layer,
            as_layer(regions), sorted(regions.countries), facts.ask.country,
        )  # fmt: skip
        layers = brief_layers.build_layers(
            project, sources, facts.words, self.job.actors, brief_text.ring_label(facts, answers.ring),
            brief_text.footprint_labels(facts), folder,
        )  # fmt: skip
        brief.set_metadata(project, facts)
        layout = layouts.load_template(self._template, project)
        chart = brief.chart_for(layout, facts)
        content = brief.contents(facts, layers, chart, one_legend=layout.itemById("legend_key") is None)
        filled = layouts.fill(layout, content, brief_text.tokens(facts))
        brief.keep_honest(layout, facts, layers, filled)
        for note in [*facts.notes, *filled.notes]:
            feedback.pushWarning(note)
        export(layout, path)
        del layout, filled
        project.clear()


def _events_in(frame: pd.DataFrame, period: Period) -> int:
    return int(in_period(frame["event_date"], period).sum())
