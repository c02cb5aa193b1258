# SPDX-License-Identifier: GPL-2.0-or-later
"""Who and what in the shared selection: groups, event types and precision in sight, everything rarer folded."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel

from ..core.actors import ActorTable
from ..core.errors import FlashpointsError
from ..core.schema import EVENT_TYPES, VIOLENT_TYPES
from ..core.selection import PRECISION_MAX, parse_event_types, split_list
from ..core.text import number, translate
from ..gis.facet_events import Numbers
from . import selection_lists as lists
from .checklist import Checklist
from .choices import Who, who_choices
from .selection_more import MOST_NAMES, MoreChoices
from .settings import DialogSettings

WIDEST = 88_888
"""A number beside an event type that finds room."""


class EventChoices(QObject):
    """Drives the lower part of the form; `changed` follows the user."""

    changed = pyqtSignal()

    def __init__(
        self, grid: QGridLayout, checks: Sequence[QCheckBox], precision: QComboBox, actors: ActorTable
    ) -> None:
        super().__init__(grid)
        self.whoList = Checklist(translate("Choices", "Everyone"))
        self.more = MoreChoices()
        self._grid, self._precision = grid, precision
        self._checks = dict(zip(EVENT_TYPES, checks))
        self._counts: dict[str, QLabel] = {}
        self._actors = actors
        self._numbers: Numbers | None = None
        self._wanted: tuple[str, ...] = ()  # also where the table of the layer is not known yet
        self._all_known = False
        lists.fill(
            precision,
            {
                PRECISION_MAX: translate("Selection", "town, surroundings or wider area"),
                2: translate("Selection", "town or its surroundings"),
                1: translate("Selection", "town"),
            },
        )
        self._make_counts()
        self.show_types(VIOLENT_TYPES)
        self.set_actors(actors)
        self.whoList.changed.connect(self._who_chosen)
        self.more.changed.connect(self.changed)
        precision.activated.connect(self.changed)
        for check in checks:
            check.toggled.connect(self.changed)

    def _make_counts(self) -> None:
        for name, check in self._checks.items():
            label = QLabel()
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row, column, _, _ = self._grid.getItemPosition(self._grid.indexOf(check))
            gap = label.fontMetrics().height() if column == 1 else 0
            label.setContentsMargins(0, 0, gap, 0)  # the number stands with what is to the left of it
            label.setMinimumWidth(label.fontMetrics().horizontalAdvance(number(WIDEST)) + gap)
            self._grid.addWidget(label, row, column + 1)
            self._counts[name] = label

    def use_one_column(self) -> None:
        """Set the event types one under the other."""
        first = next(iter(self._checks.values()))
        top, column, _, _ = self._grid.getItemPosition(self._grid.indexOf(first))
        for offset, (name, check) in enumerate(self._checks.items()):
            self._grid.addWidget(check, top + offset, column, 1, 3)
            self._grid.addWidget(self._counts[name], top + offset, column + 3)

    # Who

    def set_actors(self, actors: ActorTable) -> None:
        """Offer a table's groups; the chosen ones stay chosen where the table has them."""
        self._actors = actors
        self._offer_who()
        known = {who.id for who in who_choices(actors)}
        self.whoList.choose([one for one in self._wanted if one in known or self._all_known])

    def _offer_who(self) -> None:
        self.whoList.offer(lists.who_lines(self._actors, self._numbers, "actor_groups"))

    def _who_chosen(self) -> None:
        self._wanted = self.whoList.chosen()
        self.changed.emit()

    def choose_who(self, *ids: str) -> None:
        """Choose by ids; an unknown one chooses nobody until a table comes that knows it."""
        self._wanted = tuple(one for one in ids if one)
        self.set_actors(self._actors)

    def chosen_who(self) -> list[Who]:
        """The chosen families and groups; none for everyone."""
        offered = {who.id: who for who in who_choices(self._actors)}
        chosen = self.whoList.chosen() if self.whoList.isEnabled() else ()
        return [offered.get(one, Who(one, one)) for one in chosen]

    def who_in_words(self) -> str:
        """The chosen groups for a title, the first of many; empty for everyone."""
        names = [who.label for who in self.chosen_who()]
        if len(names) > MOST_NAMES:
            names = [names[0], translate("Selection", "{n} others").format(n=number(len(names) - 1))]
        return ", ".join(names)

    # What

    def event_types(self) -> list[str]:
        """The ticked event types."""
        return [name for name, check in self._checks.items() if check.isChecked()]

    def show_types(self, types: Sequence[str]) -> None:
        """Tick exactly these."""
        for name, check in self._checks.items():
            check.setChecked(name in types)

    # The whole

    def parameters(self) -> dict[str, Any]:
        """What is chosen, by the names of the parameters; what restricts nothing is left out.

        Raises
        ------
        FlashpointsError : in words for the window, for choices that do not go together.
        """
        types = self.event_types()
        if not types:
            raise FlashpointsError(
                translate("Selection", "No event type is ticked."),
                remedy=translate("Selection", "Tick at least one."),
            )
        groups = [who.id for who in self.chosen_who()]
        chosen = {
            "EVENT_TYPES": "*" if len(types) == len(EVENT_TYPES) else ";".join(types),
            "ACTOR_GROUPS": ";".join(groups),
            **self.more.parameters(),
        }
        if self._precision.isEnabled() and self._precision.currentData() != PRECISION_MAX:
            chosen["GEO_PRECISION_MAX"] = self._precision.currentData()
        self._check(groups, chosen)
        return {name: value for name, value in chosen.items() if value != ""}

    def _check(self, groups: Sequence[str], chosen: Mapping[str, Any]) -> None:
        self._actors.expand([*groups, *split_list(chosen.get("AGAINST"))])
        if "ROLE" in chosen and not groups and not chosen.get("AGAINST"):
            raise FlashpointsError(
                translate("Selection", "A side is chosen, but no group that should stand on it."),
                remedy=translate("Selection", "Choose groups or families, or either side."),
            )

    def show_parameters(self, parameters: Mapping[str, Any]) -> None:
        """Choose what parameters say; a group that the layer's table does not have is said by `parameters`."""
        self._all_known = True
        self.show_types(parse_event_types(str(parameters.get("EVENT_TYPES", ""))))
        self.choose_who(*split_list(str(parameters.get("ACTOR_GROUPS", ""))))
        limit = int(parameters.get("GEO_PRECISION_MAX", PRECISION_MAX))
        self._precision.setCurrentIndex(self._precision.findData(limit))
        self.more.show_parameters(parameters)

    def allow(self, reasons: Mapping[str, str]) -> None:
        """Switch off what a layer cannot answer, with the reason as the tip."""
        self.whoList.allow(reasons.get("ACTOR_GROUPS", ""))
        lists.allow_values(self._precision, {1, 2}, reasons.get("GEO_PRECISION_MAX", ""))
        self._precision.setEnabled("GEO_PRECISION_MAX" not in reasons)
        self._precision.setToolTip(reasons.get("GEO_PRECISION_MAX", ""))
        self.more.allow(reasons)

    def show_numbers(self, numbers: Numbers | None) -> None:
        """The events behind each choice; None while nothing is known."""
        self._numbers = numbers
        counts = numbers.facets.counts if numbers is not None else {}
        self._offer_who()
        self.more.show_numbers(self._actors, numbers)
        lists.show_counts(self._precision, counts.get("geo_precision_max"))
        self.more.show_total(None if numbers is None else numbers.facets.events)
        types = counts.get("event_types")
        for name, label in self._counts.items():
            label.setText("" if types is None else number(types.get(name, 0)))

    # Remembered from one time to the next

    def keep(self, settings: DialogSettings) -> None:
        """Remember the choices."""
        rarer = {**self.more.parameters(), "GEO_PRECISION_MAX": self._precision.currentData()}
        settings.keep(
            who=";".join(self._wanted),
            types=";".join(self.event_types()),
            more=json.dumps(rarer, ensure_ascii=False),
            unfolded=not self.more.is_folded,
        )

    def restore(self, settings: DialogSettings) -> None:
        """Choose what was chosen last."""
        self.choose_who(*split_list(settings.text("who")))
        self.show_types(split_list(settings.text("types", ";".join(VIOLENT_TYPES))))
        rarer = _read(settings.text("more"))
        self._precision.setCurrentIndex(max(self._precision.findData(rarer.get("GEO_PRECISION_MAX")), 0))
        self.more.show_parameters(rarer)
        self.more.fold(not settings.flag("unfolded"))


def _read(text: str) -> dict[str, Any]:
    """What `keep` wrote; nothing where a later version or somebody's hand wrote something else."""
    try:
        return dict(json.loads(text or "{}"))
    except (TypeError, ValueError):
        return {}
