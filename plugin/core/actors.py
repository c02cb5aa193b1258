# SPDX-License-Identifier: GPL-2.0-or-later
"""Names of actors -> groups and families, from a table of patterns that is passed in.

Sources rename actors after the fact, so a name is never compared for equality: the rows of the table are
tried in their order, and the first one of which every filled cell fits decides. The columns of
`resources/actors.csv`, or of a store's own copy:

pattern : regular expression, searched in one name without regard to case. Empty: any name, by `inter`
    alone; with `inter` empty too, the row only describes its group.
group, label, label_fr, umbrella, family, colour, order : what the name means. A group is described in one
    of its rows, the cells may be empty in the others. An empty colour is the family's. `order` ranks.
country : `own` or `other`, when what the pattern's part (?P<country>...) found is the event's country or
    another one; or the event's country by name, `|`-separated. Fits nowhere where that is unknown.
inter : codes 0 to 8, `|`-separated (0: none known). A code speaks of a side's first actor; with an empty
    pattern only 5, 6 and 7 extend to its associates: the protesters', rioters' or civilians' own people.
start, end : ISO dates, both included, between which the row holds; it fits nowhere without a date.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from .actor_classify import Classified, Classifier
from .actor_names import NameMatcher, read_rule
from .errors import FlashpointsError
from .text import translate
from .zones import read_table

OTHER = "other"
"""Group and family of the names that no row fits. The group counts as non-state and armed: a name unknown here
that meets state forces is most often a rebel's or a militia's."""

_FAMILY_COLUMNS = ("family", "label", "label_fr", "colour", "order", "non_state_armed")
_ACTOR_COLUMNS = (
    "pattern", "group", "label", "label_fr", "umbrella", "family", "colour", "order",
    "country", "inter", "start", "end",
)  # fmt: skip
_DESCRIPTION = ("label", "label_fr", "umbrella", "family", "colour", "order")


@dataclass(frozen=True)
class Family:
    """A family of groups: `colour` is #RRGGBB, `order` ranks, `non_state_armed` says who leads an event."""

    id: str
    label: str
    colour: str
    order: int
    label_fr: str = ""
    non_state_armed: bool = False


@dataclass(frozen=True)
class Group:
    """An actor group; `family` and `umbrella` are ids ("" for no umbrella)."""

    id: str
    label: str
    family: str
    colour: str
    order: int
    umbrella: str = ""
    label_fr: str = ""


class ActorTable:
    """The groups and families of an office, and the patterns that find them in names."""

    COLUMNS = _ACTOR_COLUMNS
    FAMILY_COLUMNS = _FAMILY_COLUMNS

    def __init__(
        self,
        rows: Iterable[Mapping[str, object]],
        families: Iterable[Mapping[str, object]],
        where: str = "actors",
    ) -> None:
        """See `from_rows`; `where` names the table in messages."""
        self._rows = [{name: _cell(row.get(name)) for name in _ACTOR_COLUMNS} for row in rows]
        self._family_rows = [{name: _cell(row.get(name)) for name in _FAMILY_COLUMNS} for row in families]
        self.families: tuple[Family, ...] = _read_families(self._family_rows)
        self._families = {family.id: family for family in self.families}
        self.groups: tuple[Group, ...] = _read_groups(self._rows, self._families, where)
        self._groups = {group.id: group for group in self.groups}
        position = {group.id: index for index, group in enumerate(self.groups)}
        rules = [
            read_rule(row, position[row["group"]], _line(where, number))
            for number, row in enumerate(self._rows, start=2)
            if row["pattern"] or row["inter"]
        ]
        self._classifier = Classifier(
            NameMatcher(rules, position[OTHER]),
            groups=[group.id for group in self.groups],
            families=[group.family for group in self.groups],
            family_order=[family.id for family in self.families],
            armed=[
                self._families[group.family].non_state_armed or group.id == OTHER for group in self.groups
            ],
        )

    @classmethod
    def from_csv(cls, actors: Path | str, families: Path | str) -> ActorTable:
        """Read `actors.csv` and `families.csv`.

        Raises
        ------
        FlashpointsError : unreadable, columns missing, or a row that makes no sense, with its line.
        """
        return cls(
            read_table(actors, _ACTOR_COLUMNS), read_table(families, _FAMILY_COLUMNS), where=Path(actors).name
        )

    @classmethod
    def from_rows(
        cls, rows: Iterable[Mapping[str, object]], families: Iterable[Mapping[str, object]] | Path | str
    ) -> ActorTable:
        """Make the table from rows as `rows()` gives them or a store's `actors` table holds them.

        Missing cells may be None, NaN or "". `families` : rows as `family_rows()` has them, or `families.csv`.

        Raises
        ------
        FlashpointsError : a row that makes no sense, with its line (the first row is line 2).
        """
        if isinstance(families, (str, Path)):
            families = read_table(families, _FAMILY_COLUMNS)
        return cls(rows, families)

    def rows(self) -> list[dict[str, str]]:
        """Return the rows as text, in order: what a store keeps and `from_rows` takes."""
        return [dict(row) for row in self._rows]

    def family_rows(self) -> list[dict[str, str]]:
        """Return the rows of the families as text."""
        return [dict(row) for row in self._family_rows]

    def group(self, group_id: str) -> Group:
        """Return a group.

        Raises
        ------
        FlashpointsError : there is no such group.
        """
        if group_id not in self._groups:
            raise _unknown(group_id, self._groups)
        return self._groups[group_id]

    def family(self, family_id: str) -> Family:
        """Return a family.

        Raises
        ------
        FlashpointsError : there is no such family.
        """
        if family_id not in self._families:
            raise _unknown(family_id, self._families)
        return self._families[family_id]

    def expand(self, ids: Iterable[str]) -> set[str]:
        """Return plain group and family ids: `jnim+` is `jnim` and every group whose umbrella is `jnim`.

        Raises
        ------
        FlashpointsError : an id that is neither a group nor a family (with `+`: no group).
        """
        plain: set[str] = set()
        for text in ids:
            name = text.strip()
            if name.endswith("+"):
                name = self.group(name[:-1].strip()).id
                plain.update(group.id for group in self.groups if group.umbrella == name)
            elif name not in self._groups and name not in self._families:
                raise _unknown(name, {**self._families, **self._groups})
            plain.add(name)
        return plain

    def bucket(self, day: str) -> int:
        """Return how many dates of the table's rows lie on or before an ISO date; -1 for a text that is none."""
        return self._classifier.bucket(day)

    def classify(self, frame: pd.DataFrame) -> Classified:
        """Return the groups and families of each event, and the names that no row fits; see `Classifier`.

        Raises
        ------
        FlashpointsError : the frame lacks a column that names actors, their codes, the country, date or type.
        """
        return self._classifier.classify(frame)


def _cell(value: object) -> str:
    """Return a cell as text; None and NaN are "", whole numbers have no decimals, dates are ISO."""
    if value is None or value != value:
        return ""
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _line(where: str, number: int) -> str:
    return translate("Actors", "{table}, line {n}").format(table=where, n=number)


def _order(text: str, where: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise FlashpointsError(
            translate("Actors", "The order “{text}” is not a whole number.").format(text=text), where
        ) from None


def _read_families(rows: Sequence[Mapping[str, str]]) -> tuple[Family, ...]:
    families: dict[str, Family] = {}
    for number, row in enumerate(rows, start=2):
        where = _line("families", number)
        if row["family"] in families:
            raise FlashpointsError(
                translate("Actors", "The family {name} stands twice.").format(name=row["family"]), where
            )
        families[row["family"]] = Family(
            id=row["family"],
            label=row["label"] or row["family"],
            label_fr=row["label_fr"] or row["label"] or row["family"],
            colour=row["colour"],
            order=_order(row["order"], where),
            non_state_armed=row["non_state_armed"] == "1",
        )
    return tuple(sorted(families.values(), key=lambda family: family.order))


def _read_groups(
    rows: Sequence[Mapping[str, str]], families: Mapping[str, Family], where: str
) -> tuple[Group, ...]:
    found: dict[str, dict[str, str]] = {}
    for number, row in enumerate(rows, start=2):
        described = found.setdefault(row["group"], dict.fromkeys(_DESCRIPTION, ""))
        for name in _DESCRIPTION:
            if row[name] and described[name] and row[name] != described[name]:
                raise FlashpointsError(
                    translate(
                        "Actors", "The group {group} has two values of {column}: {one} and {two}."
                    ).format(group=row["group"], column=name, one=described[name], two=row[name]),
                    _line(where, number),
                    translate("Actors", "Fill the cell in one row of the group only."),
                )
            described[name] = described[name] or row[name]
    groups = [_group(group_id, cells, families, where) for group_id, cells in found.items()]
    for group in groups:
        if group.umbrella and group.umbrella not in found:
            raise _unknown(group.umbrella, found)
    if OTHER not in found or found[OTHER]["family"] != OTHER:
        raise FlashpointsError(
            translate("Actors", "The group {name} of the family {name} is missing.").format(name=OTHER), where
        )
    return tuple(sorted(groups, key=lambda group: group.order))


def _group(group_id: str, cells: Mapping[str, str], families: Mapping[str, Family], where: str) -> Group:
    if not group_id or any(sign in group_id for sign in ";+ "):
        raise FlashpointsError(
            translate("Actors", "“{name}” cannot be the id of a group.").format(name=group_id),
            where,
            translate("Actors", "Use letters, digits and underscores."),
        )
    if cells["family"] not in families:
        raise _unknown(cells["family"], families)
    return Group(
        id=group_id,
        label=cells["label"] or group_id,
        label_fr=cells["label_fr"] or cells["label"] or group_id,
        family=cells["family"],
        colour=cells["colour"] or families[cells["family"]].colour,
        order=_order(cells["order"], f"{where}, {group_id}"),
        umbrella=cells["umbrella"],
    )


def _unknown(name: str, known: Iterable[str]) -> FlashpointsError:
    return FlashpointsError(
        translate("Actors", "“{name}” is neither a group nor a family of actors.").format(name=name),
        "",
        translate("Actors", "There is: {names}.").format(names=", ".join(known)),
    )
