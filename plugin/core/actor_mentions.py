# SPDX-License-Identifier: GPL-2.0-or-later
"""Who is named in the events of a layer, and what the rows of a table of actors make of it.

Events are reduced to their distinct combinations of what decides, names to the distinct ways in which they are
mentioned (the code, the country, whether first on their side), so that 400,000 events answer while somebody types.
The rules are those of `actor_names.NameMatcher`, which also classifies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .actor_classify import factorize
from .actor_names import NameMatcher, Place, Rule, inter_code, read_rule, spellings, split_names

NOBODY = -1
"""Row of the names that no row of the table fits."""
OTHER = "other"
COLUMNS = ("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "country", "event_date")
"""What a frame of events has to have."""
_CELLS = (
    ("actor1", "inter1", True), ("assoc_actor_1", "inter1", False),
    ("actor2", "inter2", True), ("assoc_actor_2", "inter2", False),
)  # fmt: skip


@dataclass(frozen=True)
class Matched:
    """What one row fits by itself. events : with such a name, each once; names : name, events, most first."""

    events: int
    names: pd.DataFrame


@dataclass(frozen=True)
class Review:
    """What a table makes of the events; an event counts once in each line.

    rows : for each row of the table, the events and names that it decides: columns events, names.
    groups, families : id -> events that name it.
    names : name, events, row, group: every name, most events first, with the row that decides most of its events
        (NOBODY, and the group `other`, where none does).
    unmatched : name, events: names that no row fits, where and when they are so, most first.
    unmatched_events : events with such a name.
    """

    rows: pd.DataFrame
    groups: dict[str, int]
    families: dict[str, int]
    names: pd.DataFrame
    unmatched: pd.DataFrame
    unmatched_events: int


class Mentions:
    """The names in the events of a layer."""

    def __init__(
        self,
        combinations: pd.DataFrame,
        combination: np.ndarray,
        dates: Sequence[str],
        day: np.ndarray,
        events: np.ndarray,
    ) -> None:
        """Take events that are counted already.

        Parameters
        ----------
        combinations : columns COLUMNS but event_date; texts, missing ones None, NaN or "".
        dates : ISO dates; "" for none.
        combination, day, events : (n,) ints; of each kind of event the position of its combination and of its date,
            and how many there are.
        """
        self.total = int(events.sum())
        self._combination, self._day, self._events = combination, day, events
        self._dates = list(dates)
        self._names: list[str] = []
        self._kinds: list[tuple[str, int, tuple[str, ...], bool]] = []
        self._in_combination, self._kind, self._name = self._read(combinations)

    @classmethod
    def of(cls, frame: pd.DataFrame) -> Mentions:
        """Take events, a row each, with the columns COLUMNS; dates as datetime64 or ISO text."""
        code = np.zeros(len(frame), dtype=np.int64)
        for name in COLUMNS[:-1]:
            codes, texts = factorize(frame[name])
            code = pd.factorize(code * len(texts) + codes)[0].astype(np.int64)
        dates = frame["event_date"]
        if pd.api.types.is_datetime64_any_dtype(dates):
            dates = dates.dt.strftime("%Y-%m-%d")
        days, texts = factorize(dates)
        _, first = np.unique(code, return_index=True)
        return cls(frame.iloc[first].reset_index(drop=True), *counted(code, texts, days))

    def _read(self, combinations: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Of every mention, its combination, its kind and its name: positions."""
        kinds: dict[tuple[str, int, tuple[str, ...], bool], int] = {}
        names: dict[str, int] = {}
        countries, country_texts = factorize(combinations["country"])
        spelt = [spellings(text) for text in country_texts]
        found: list[tuple[int, int, int]] = []
        for actor, inter, first in _CELLS:
            cells, texts = factorize(combinations[actor])
            inters, inter_texts = factorize(combinations[inter])
            codes, split = [inter_code(text) for text in inter_texts], [split_names(text) for text in texts]
            for row in np.flatnonzero(cells).tolist():
                for name in split[cells[row]]:
                    kind = (name, codes[inters[row]], spelt[countries[row]], first)
                    found.append(
                        (row, kinds.setdefault(kind, len(kinds)), names.setdefault(name, len(names)))
                    )
        self._names, self._kinds = list(names), list(kinds)
        table = np.array(found, dtype=np.int64).reshape(-1, 3)
        return table[:, 0], table[:, 1], table[:, 2]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, in no order that means anything."""
        return tuple(self._names)

    def test(self, row: Mapping[str, str]) -> Matched:
        """Return what one row of the table fits by itself, whatever the others do.

        Raises
        ------
        FlashpointsError : the row cannot be read.
        """
        if not row.get("pattern") and not row.get("inter"):
            return Matched(0, _ranked([], np.zeros(0)))
        decided = _Decided(self, [read_rule(row, 0, "")])
        fitting = decided.rows == 0
        by_name = decided.events_by(self._name, fitting, len(self._names))
        return Matched(int(decided.events(fitting)), _ranked(self._names, by_name))

    def review(self, rows: Sequence[Mapping[str, str]]) -> Review:
        """Return what a table makes of all names; `rows` as ActorTable.rows() has them.

        Raises
        ------
        FlashpointsError : a row that cannot be read.
        """
        rules = [
            read_rule(row, number, str(number + 2))
            for number, row in enumerate(rows)
            if row["pattern"] or row["inter"]
        ]
        decided = _Decided(self, rules)
        nobody = decided.rows == NOBODY
        lost = decided.events_by(self._name, nobody, len(self._names))
        groups, of_row = _numbered([row["group"] for row in rows])
        belongs = {row["group"]: row["family"] for row in reversed(rows) if row["family"]}
        families, of_group = _numbered([belongs.get(group, OTHER) for group in groups])
        mentioned = np.append(of_row, groups.index(OTHER))[decided.rows]  # the last for NOBODY
        by_group = decided.events_by(mentioned, None, len(groups)).astype(int).tolist()
        by_family = decided.events_by(of_group[mentioned], None, len(families)).astype(int).tolist()
        return Review(
            decided.by_row(len(rows)),
            dict(zip(groups, by_group)),
            dict(zip(families, by_family)),
            decided.by_name(groups, of_row),
            _ranked(self._names, lost),
            int(decided.events(nobody)),
        )


class _Decided:
    """Which row decides each mention at each time; `rows` is (buckets of dates, mentions)."""

    def __init__(self, mentions: Mentions, rules: Sequence[Rule]) -> None:
        self._mentions = mentions
        matcher = NameMatcher(rules, NOBODY)
        buckets = np.array([matcher.bucket(day) for day in mentions._dates], dtype=np.int64)[mentions._day]
        size = int(mentions._combination.max(initial=-1)) + 1
        present = np.unique(buckets)
        self._weights = np.array(
            [
                np.bincount(
                    mentions._combination[buckets == one], mentions._events[buckets == one], minlength=size
                )
                for one in present
            ]
        ).reshape(len(present), size)
        of_kind = np.full((len(present), len(mentions._kinds)), NOBODY, dtype=np.int64)
        for number, (name, inter, countries, first) in enumerate(mentions._kinds):
            for line, bucket in enumerate(present.tolist()):
                row = matcher.group_of(name, inter, Place(countries, bucket), first)
                of_kind[line, number] = NOBODY if row is None else row
        self.rows = of_kind[:, mentions._kind]

    def events_by(self, label: np.ndarray, chosen: np.ndarray | None, size: int) -> np.ndarray:
        """Events by label, each once a label. label : of each mention, or of each bucket and mention."""
        total = np.zeros(size)
        for line, weights in enumerate(self._weights):
            here = label if label.ndim == 1 else label[line]
            combination = self._mentions._in_combination
            if chosen is not None:
                here, combination = here[chosen[line]], combination[chosen[line]]
            pairs = np.unique(combination * size + here) if size else combination[:0]
            total += np.bincount(pairs % max(size, 1), weights[pairs // max(size, 1)], minlength=size)
        return total

    def events(self, chosen: np.ndarray) -> float:
        """Events with a chosen mention."""
        return float(self.events_by(np.zeros(chosen.shape, dtype=np.int64), chosen, 1)[0])

    def by_row(self, count: int) -> pd.DataFrame:
        """Events and names that each row decides."""
        matched = self.rows != NOBODY
        events = self.events_by(self.rows, matched, count).astype(int)
        names: list[set[int]] = [set() for _ in range(count)]
        for row, name in self._rows_and_names():
            if row != NOBODY:
                names[row].add(name)
        return pd.DataFrame({"events": events, "names": [len(one) for one in names]})

    def by_name(self, groups: Sequence[str], of_row: np.ndarray) -> pd.DataFrame:
        """Every name with its events, and the row and group of most of them."""
        mentions = self._mentions
        size = len(of_row) + 1
        label = (mentions._name * size + self.rows + 1).astype(np.int64)
        both = self.events_by(label, None, size * len(mentions._names)).reshape(-1, size)
        rows = both.argmax(axis=1) - 1 if len(both) else np.zeros(0, dtype=np.int64)
        ids = [groups[of_row[row]] if row != NOBODY else OTHER for row in rows.tolist()]
        events = self.events_by(mentions._name, None, len(mentions._names)).astype(int)
        frame = pd.DataFrame({"name": mentions._names, "events": events, "row": rows, "group": ids})
        return frame.sort_values(["events", "name"], ascending=[False, True], ignore_index=True)

    def _rows_and_names(self) -> set[tuple[int, int]]:
        pairs: set[tuple[int, int]] = set()
        for line, weights in enumerate(self._weights):
            there = weights[self._mentions._in_combination] > 0
            pairs.update(zip(self.rows[line][there].tolist(), self._mentions._name[there].tolist()))
        return pairs


def _numbered(ids: Sequence[str]) -> tuple[list[str], np.ndarray]:
    """Distinct ids, `other` among them, and of each id its position there."""
    positions: dict[str, int] = {}
    codes = [positions.setdefault(one, len(positions)) for one in ids]
    positions.setdefault(OTHER, len(positions))
    return list(positions), np.array(codes, dtype=np.int64)


def counted(
    combination: np.ndarray, dates: Sequence[str], day: np.ndarray
) -> tuple[np.ndarray, list[str], np.ndarray, np.ndarray]:
    """Events by combination and date: the arguments of Mentions after the combinations themselves."""
    width = max(len(dates), 1)
    pairs, events = np.unique(combination * width + day, return_counts=True)
    return pairs // width, list(dates), pairs % width, events


def _ranked(names: Sequence[str], events: np.ndarray) -> pd.DataFrame:
    """Names with events, most first, those without left out."""
    there = [(name, int(count)) for name, count in zip(names, events.tolist()) if count]
    there.sort(key=lambda one: (-one[1], one[0]))
    return pd.DataFrame(
        {"name": [name for name, _ in there], "events": [count for _, count in there]}
    ).astype({"events": int})
