# SPDX-License-Identifier: GPL-2.0-or-later
"""A table of actors while it is edited: every change can be undone, and nothing is lost on the way.

A group is described in whichever of its rows holds the cell; a group without patterns keeps one row that only
describes it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from .actors import OTHER, ActorTable
from .errors import FlashpointsError
from .text import translate

Row = dict[str, str]
DESCRIPTION = ("label", "label_fr", "umbrella", "family", "colour", "order")
FINDING = ("pattern", "country", "inter", "start", "end")
"""The cells of a row that say which names it fits."""
_STEP = 10
_SIGNS = re.compile(r"[\\.^$*+?{}\[\]|()]")


def exact(name: str) -> str:
    """Return the pattern that fits one name and no other."""
    return f"^{_SIGNS.sub(lambda sign: chr(92) + sign[0], name)}$"


class Draft:
    """Rows and families as texts, as ActorTable has them."""

    def __init__(self, rows: Sequence[Mapping[str, str]], families: Sequence[Mapping[str, str]]) -> None:
        self.rows: list[Row] = [dict(row) for row in rows]
        self.families: list[Row] = [dict(row) for row in families]
        self._saved = self._state()
        self._before: list[tuple[list[Row], list[Row]]] = []

    # States

    def _state(self) -> tuple[list[Row], list[Row]]:
        return [dict(row) for row in self.rows], [dict(row) for row in self.families]

    def _keep(self) -> None:
        self._before.append(self._state())

    @property
    def changed(self) -> bool:
        """Whether it differs from what was loaded or saved last."""
        return (self.rows, self.families) != self._saved

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self._before)

    def undo(self) -> None:
        """Take the last change back."""
        if self._before:
            self.rows, self.families = self._before.pop()

    def state_saved(self) -> tuple[list[Row], list[Row]]:
        """Rows and families as they were loaded or saved last."""
        return self._saved

    def saved(self) -> None:
        """What stands here now is what the store has."""
        self._saved = self._state()

    def replace(self, rows: Sequence[Mapping[str, str]], families: Sequence[Mapping[str, str]]) -> None:
        """Take another table; it can be undone."""
        self._keep()
        self.rows, self.families = [dict(row) for row in rows], [dict(row) for row in families]

    # Reading

    def groups(self) -> list[Row]:
        """The groups in their order, each with `group` and DESCRIPTION."""
        found: dict[str, Row] = {}
        for row in self.rows:
            cells = found.setdefault(row["group"], {"group": row["group"], **dict.fromkeys(DESCRIPTION, "")})
            for name in DESCRIPTION:
                cells[name] = cells[name] or row[name]
        return sorted(found.values(), key=lambda one: _rank(one["order"]))

    def group(self, group: str) -> Row:
        """One group with DESCRIPTION. Raises FlashpointsError when there is none."""
        for one in self.groups():
            if one["group"] == group:
                return one
        raise FlashpointsError(translate("Actor draft", "There is no group {name}.").format(name=group))

    def family_rows(self) -> list[Row]:
        """The families in their order."""
        return sorted(self.families, key=lambda one: _rank(one["order"]))

    def patterns_of(self, group: str) -> list[int]:
        """Positions of the rows by which a group is found, in the order in which they are tried."""
        return [
            number
            for number, row in enumerate(self.rows)
            if row["group"] == group and (row["pattern"] or row["inter"])
        ]

    # Families and groups

    def set_family(self, family: str, **cells: str) -> None:
        """Change label, label_fr, colour or order of a family."""
        self._keep()
        for row in self.families:
            if row["family"] == family:
                row.update(cells)

    def set_group(self, group: str, **cells: str) -> None:
        """Change cells of DESCRIPTION of a group."""
        self._keep()
        self._describe(group, cells)

    def _describe(self, group: str, cells: Mapping[str, str]) -> None:
        own = [row for row in self.rows if row["group"] == group]
        for name, text in cells.items():
            filled = [row for row in own if row[name]] or own[:1]
            filled[0][name] = text
            for row in filled[1:]:
                row[name] = ""

    def add_group(self, label: str, family: str) -> str:
        """Add a group at the end of a family; returns its id, which follows from the label."""
        self._keep()
        group = self._free_id(label)
        ranks = [_rank(one["order"]) for one in self.groups()]
        order = max(ranks, default=0) + _STEP
        row = {
            **dict.fromkeys(ActorTable.COLUMNS, ""),
            "group": group,
            "label": label.strip(),
            "family": family,
        }
        self.rows.append({**row, "order": str(order)})
        self._settle(group)
        return group

    def _free_id(self, label: str) -> str:
        plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode("ascii").lower()
        stem = re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "group"
        taken = {row["group"] for row in self.rows} | {row["family"] for row in self.families}
        group, number = stem, 2
        while group in taken:
            group, number = f"{stem}_{number}", number + 1
        return group

    def _settle(self, group: str) -> None:
        """Rank a group right after the others of its family, and number all anew."""
        ids = [one["group"] for one in self.groups()]
        family = {one["group"]: one["family"] for one in self.groups()}
        ids.remove(group)
        there = [number for number, one in enumerate(ids) if family[one] == family[group]]
        ids.insert(there[-1] + 1 if there else len(ids), group)
        self._number(ids)

    def _number(self, ids: Sequence[str]) -> None:
        for position, group in enumerate(ids, start=1):
            self._describe(group, {"order": str(position * _STEP)})

    def remove_group(self, group: str) -> None:
        """Take a group out with all its patterns; groups under it stand alone then.

        Raises
        ------
        FlashpointsError : the group of the names without one.
        """
        if group == OTHER:
            raise FlashpointsError(
                translate("Actor draft", "This group cannot be removed: names without a group go there.")
            )
        self._keep()
        self.rows = [row for row in self.rows if row["group"] != group]
        for row in self.rows:
            row["umbrella"] = "" if row["umbrella"] == group else row["umbrella"]

    def move_group(self, group: str, down: bool) -> bool:
        """Rank a group before or after its neighbour in the family; false where there is none."""
        ids = [one["group"] for one in self.groups()]
        family = self.group(group)["family"]
        members = [one["group"] for one in self.groups() if one["family"] == family]
        place = members.index(group) + (1 if down else -1)
        if not 0 <= place < len(members):
            return False
        self._keep()
        one, two = ids.index(group), ids.index(members[place])
        ids[one], ids[two] = ids[two], ids[one]
        self._number(ids)
        return True

    def move_family(self, family: str, down: bool) -> bool:
        """Rank a family before or after its neighbour; its groups stay ranked among themselves as they were."""
        ids = [one["family"] for one in self.family_rows()]
        place = ids.index(family) + (1 if down else -1)
        if not 0 <= place < len(ids):
            return False
        self._keep()
        ids[place], ids[place + (-1 if down else 1)] = family, ids[place]
        for row in self.families:
            row["order"] = str((ids.index(row["family"]) + 1) * _STEP)
        groups = self.groups()
        self._number([one["group"] for name in ids for one in groups if one["family"] == name])
        return True

    # Patterns

    def add_pattern(self, group: str, **cells: str) -> int:
        """Add a row to a group after its last one; returns its position."""
        self._keep()
        own = [number for number, row in enumerate(self.rows) if row["group"] == group]
        described = self.rows[own[-1]]
        if not described["pattern"] and not described["inter"]:  # it only describes: no need for a second row
            described.update(cells)
            return own[-1]
        self.rows.insert(own[-1] + 1, {**dict.fromkeys(ActorTable.COLUMNS, ""), "group": group, **cells})
        return own[-1] + 1

    def set_pattern(self, number: int, **cells: str) -> None:
        """Change cells of FINDING of a row."""
        if any(self.rows[number][name] != text for name, text in cells.items()):
            self._keep()
            self.rows[number].update(cells)

    def remove_pattern(self, number: int) -> None:
        """Take a row out; what it says of its group stays."""
        self._keep()
        row = self.rows[number]
        others = [one for one in self.rows if one is not row and one["group"] == row["group"]]
        if not others:
            row.update(dict.fromkeys(FINDING, ""))
            return
        for name in DESCRIPTION:
            others[0][name] = others[0][name] or row[name]
        self.rows.remove(row)

    def move_pattern(self, number: int, down: bool) -> int:
        """Let a row be tried earlier or later than the next one that finds names; returns its new position."""
        places = [one for one, row in enumerate(self.rows) if row["pattern"] or row["inter"]]
        place = places.index(number) + (1 if down else -1)
        if not 0 <= place < len(places):
            return number
        self._keep()
        self.rows.insert(places[place], self.rows.pop(number))
        return places[place]

    def assign(self, name: str, group: str) -> int:
        """Put one name into a group: its exact name is tried before all other rows. Returns the row's position.

        Another group's row for exactly this name, made the same way, gives way.
        """
        self._keep()
        pattern = exact(name)
        same = {**dict.fromkeys(FINDING, ""), "pattern": pattern}
        self.rows = [
            row
            for row in self.rows
            if any(row[key] != text for key, text in same.items()) or any(row[key] for key in DESCRIPTION)
        ]
        self.rows.insert(0, {**dict.fromkeys(ActorTable.COLUMNS, ""), "pattern": pattern, "group": group})
        return 0


def _rank(order: str) -> int:
    """An order as a number; what is none comes last, where it is seen."""
    return int(order) if re.fullmatch(r"-?[0-9]+", order) else 1_000_000
