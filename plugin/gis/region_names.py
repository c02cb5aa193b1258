# SPDX-License-Identifier: GPL-2.0-or-later
"""The file's own names of regions beside those of the polygons: which are the same, and which no polygon has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..core.text import number, translate
from ..core.zones import fold
from .regions import RegionSet

OTHER_LEVEL = 0.5
"""When more of the events than this lie elsewhere than their column says, the polygons are no admin-1 regions."""
_MOST = 6


@dataclass
class NameReport:
    """How the names in the column admin1 and those of the polygons go together.

    respelled : the file's name -> the polygons', where they are the same region in another spelling.
    unmatched : names that no polygon has -> events under them; lying_in : the same names -> the row that most of
        these events count in.
    elsewhere : names of polygons -> events that lie in another one.
    named : events that have a name of a region.
    """

    respelled: dict[str, str] = field(default_factory=dict)
    unmatched: dict[str, int] = field(default_factory=dict)
    lying_in: dict[str, str] = field(default_factory=dict)
    elsewhere: dict[str, int] = field(default_factory=dict)
    named: int = 0

    def sentences(self, by_column: bool) -> list[str]:
        """What a reader has to know; by_column : whether events count under the file's own names."""
        found = []
        if self.respelled and not self._other_level:
            text = translate("Regional", "Names of the file that stand for regions of the layer: {names}.")
            found.append(
                text.format(names=_listed(f"{own} = {name}" for own, name in self.respelled.items()))
            )
        if self.unmatched:
            found.append(self.unmatched_sentence(by_column))
        count = sum(self.elsewhere.values())
        if self._other_level:
            text = translate(
                "Regional",
                "{n} of {all} events lie in another region than their column admin1 says: the layer’s regions "
                "seem to be of another level or of other years.",
            )
            found.append(text.format(n=number(count), all=number(self.named)))
        elif count:
            text = translate(
                "Regional", "{n} events lie in another region than their column admin1 says: {names}."
            )
            found.append(text.format(n=number(count), names=_counted(self.elsewhere)))
        return found

    def unmatched_sentence(self, by_column: bool) -> str:
        """Which of the file's names no polygon has, and where their events count; empty when there is none."""
        if not self.unmatched:
            return ""
        if by_column:
            text = translate(
                "Regional", "No region of the layer is called {names}: rows of their own, without a polygon."
            )
            return text.format(names=_counted(self.unmatched))
        text = translate(
            "Regional", "No region of the layer is called {names}: their events count where their points lie."
        )
        one = translate("Regional", "{name} ({n}, most in {region})")
        named = (
            one.format(name=name, n=number(n), region=self.lying_in[name])
            for name, n in self.unmatched.items()
        )
        return text.format(names=_listed(named))

    @property
    def _other_level(self) -> bool:
        return sum(self.elsewhere.values()) > OTHER_LEVEL * self.named


def region_names(events: pd.DataFrame, regions: RegionSet) -> tuple[pd.Series, dict[str, str]]:
    """admin1 as the regions spell it (their own name where no region has it), and the zones of such names.

    events : columns country and admin1. Names are matched by `core.zones`, across spellings and vintages.
    """
    known = {fold(region.canonical): region.name for region in regions.regions}
    known.update({fold(region.name): region.name for region in regions.regions})
    if events.empty:
        return pd.Series(dtype=object, index=events.index), {}
    codes, distinct = _pairs(events["country"], events["admin1"])
    spelled: list[str | None] = []
    zones: dict[str, str] = {}
    for country, name in distinct:
        if name is None:
            spelled.append(None)
            continue
        own, zone = regions.zones.canonical(name, country) or (name, "")
        spelling = known.get(fold(name)) or known.get(fold(own)) or own
        spelled.append(spelling)
        zones[spelling] = zone
    return pd.Series(np.array([*spelled, None], dtype=object)[codes], index=events.index), zones


def _pairs(first: pd.Series, second: pd.Series) -> tuple[np.ndarray, list[tuple[str | None, str | None]]]:
    """Numbers of the distinct pairs of two columns, and the pairs; a missing value is None."""
    (of_first, firsts), (of_second, seconds) = (
        pd.factorize(one) for one in (first, second)
    )  # missing ones get -1
    codes, both = pd.factorize((of_first + 1) * (len(seconds) + 1) + of_second + 1)
    left: list[str | None] = [None, *firsts]
    right: list[str | None] = [None, *seconds]
    return codes, [(left[one // len(right)], right[one % len(right)]) for one in both]


def compare_names(
    events: pd.DataFrame, by_column: pd.Series, by_point: np.ndarray, regions: RegionSet
) -> NameReport:
    """Set the file's names beside the polygons'.

    events : with admin1; by_column : as of `region_names`; by_point : the row that each event's point lies in.
    """
    named = by_column.notna().to_numpy()
    report = NameReport(named=int(named.sum()))
    column = by_column.to_numpy(dtype=object)[named]
    point, own = np.asarray(by_point, dtype=object)[named], events["admin1"].to_numpy(dtype=object)[named]
    there = np.isin(column, np.array(regions.names, dtype=object))
    for name, spelling in dict(zip(own[there], column[there])).items():
        if fold(name) != fold(spelling):
            report.respelled[str(name)] = str(spelling)
    apart = there & (column != point)
    report.elsewhere = _counts(column[apart])
    report.unmatched = _counts(column[~there])
    for name in report.unmatched:
        report.lying_in[name] = next(iter(_counts(point[column == name])))
    return report


def _counts(names: np.ndarray) -> dict[str, int]:
    """How often each name occurs, the most frequent first."""
    counts = pd.Series(names, dtype=object).value_counts()
    return {str(name): int(count) for name, count in counts.items()}


def _counted(names: dict[str, int]) -> str:
    return _listed(f"{name} ({number(count)})" for name, count in names.items())


def _listed(names: Iterable[str]) -> str:
    """Names for a sentence, the first of many."""
    listed = list(names)
    more = len(listed) - _MOST
    if more <= 0:
        return ", ".join(listed)
    text = translate("Regional", "{names} and {n} more")
    return text.format(names=", ".join(listed[:_MOST]), n=number(more))
