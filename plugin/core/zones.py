# SPDX-License-Identifier: GPL-2.0-or-later
"""Names of places: regions and the zones that hold them, and countries, whatever the spelling.

Names are matched after `fold`, through the aliases of `resources/regions.csv` and `resources/countries.csv`,
never through codes: P-codes were given again to other regions between vintages.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .errors import FlashpointsError
from .text import translate

_NOT_WORD = re.compile(r"[\W_]+")


def fold(text: str | None) -> str:
    """Return `text` without case, accents, punctuation, extra space: "Côte d'Ivoire" -> "cote d ivoire"."""
    if not text:
        return ""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", plain.casefold()).strip()


def read_table(path: Path | str, columns: Sequence[str]) -> list[dict[str, str]]:
    """Read a UTF-8 table of `resources/`; cells are stripped, missing cells are "".

    Raises
    ------
    FlashpointsError : the file cannot be read, is not UTF-8 text, or lacks one of `columns`.
    """
    try:
        with open(path, encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            rows = [{key: (row.get(key) or "").strip() for key in reader.fieldnames or ()} for row in reader]
            missing = [name for name in columns if name not in (reader.fieldnames or ())]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise FlashpointsError(
            translate("Tables", "The table cannot be read ({reason}).").format(reason=error),
            str(path),
            translate("Tables", "Save it as a comma-separated text file in UTF-8."),
        ) from error
    if missing:
        raise FlashpointsError(
            translate("Tables", "The table lacks the columns {names}.").format(names=", ".join(missing)),
            str(path),
            translate("Tables", "It needs {names}.").format(names=", ".join(columns)),
        )
    return rows


@dataclass(frozen=True)
class Zone:
    """A named set of regions. `regions` holds (name, country) pairs in the table's order."""

    id: str
    label: str
    label_fr: str
    regions: tuple[tuple[str, str], ...]


class ZoneTable:
    """Which region belongs to which zone, by name; a region that no zone names has none."""

    COLUMNS = ("zone", "zone_label", "zone_label_fr", "country", "name", "aliases")

    def __init__(self, rows: Sequence[Mapping[str, str]], where: str = "") -> None:
        labels: dict[str, tuple[str, str]] = {}
        members: dict[str, list[tuple[str, str]]] = {}
        self._names: dict[tuple[str, str], tuple[str, str]] = {}
        for row in rows:
            zone = row["zone"]
            labels.setdefault(zone, (row["zone_label"], row["zone_label_fr"]))
            members.setdefault(zone, []).append((row["name"], row["country"]))
            for spelling in (row["name"], *row["aliases"].split("|")):
                if fold(spelling):
                    self._add(spelling, row, where)
        self.zones: tuple[Zone, ...] = tuple(
            Zone(zone, *labels[zone], tuple(regions)) for zone, regions in members.items()
        )

    def _add(self, spelling: str, row: Mapping[str, str], where: str) -> None:
        key, value = (fold(row["country"]), fold(spelling)), (row["name"], row["zone"])
        if self._names.setdefault(key, value) != value:
            raise FlashpointsError(
                translate("Tables", "The spelling {name} stands for two places.").format(name=spelling),
                where,
                translate("Tables", "Keep it in one row."),
            )

    @classmethod
    def from_csv(cls, path: Path | str) -> ZoneTable:
        """Read `regions.csv` (zone,zone_label,zone_label_fr,country,name,aliases; aliases `|`-separated).

        Raises
        ------
        FlashpointsError : unreadable, columns missing, or one spelling in one country for two regions.
        """
        return cls(read_table(path, cls.COLUMNS), str(path))

    def canonical(self, name: str | None, country: str | None = None) -> tuple[str, str] | None:
        """Return (the table's name of the region, zone id), or None when no zone names it.

        Without a country the name is looked for in all of them; a name that two countries share is then None.
        """
        spelling = fold(name)
        if country is not None:
            return self._names.get((fold(country), spelling))
        found = {value for (_, known), value in self._names.items() if known == spelling}
        return found.pop() if len(found) == 1 else None

    def members(self, zone: str) -> tuple[str, ...]:
        """Return the region names of a zone.

        Raises
        ------
        FlashpointsError : there is no such zone; the message lists what there is.
        """
        for known in self.zones:
            if known.id == zone:
                return tuple(name for name, _ in known.regions)
        raise FlashpointsError(
            translate("Tables", "There is no zone {name}.").format(name=zone),
            "",
            translate("Tables", "There is {names}.").format(names=", ".join(z.id for z in self.zones)),
        )


class CountryTable:
    """Country codes for names as the event sources write them."""

    COLUMNS = ("a3", "name", "aliases")

    def __init__(self, rows: Sequence[Mapping[str, str]], where: str = "") -> None:
        self._rows: dict[str, tuple[str, tuple[str, ...]]] = {}
        for row in rows:
            spellings = tuple(fold(text) for text in (row["name"], *row["aliases"].split("|")) if fold(text))
            entry = (row["a3"], spellings)
            for spelling in spellings:
                if self._rows.setdefault(spelling, entry) != entry:
                    raise FlashpointsError(
                        translate("Tables", "The spelling {name} stands for two places.").format(
                            name=spelling
                        ),
                        where,
                        translate("Tables", "Keep it in one row."),
                    )

    @classmethod
    def from_csv(cls, path: Path | str) -> CountryTable:
        """Read `countries.csv` (a3,name,aliases; aliases `|`-separated).

        Raises
        ------
        FlashpointsError : unreadable, columns missing, or one spelling for two countries.
        """
        return cls(read_table(path, cls.COLUMNS), str(path))

    def spellings(self, name: str) -> set[str]:
        """A country's name and its other spellings, folded."""
        return {fold(name), *self._rows.get(fold(name), ("", ()))[1]}

    def a3(self, name: str | None, known: Mapping[str, str]) -> str | None:
        """Return the code of the country that an event source calls `name`, or None.

        `known` maps the country names of a region layer to that layer's own codes, for Natural Earth
        {admin: adm0_a3}. First the name itself, then its other spellings, then the table's code: so the
        answer is always a code of `known`, also where layers disagree on it (SDS, SSD for South Sudan).
        """
        spelling = fold(name)
        codes = {fold(key): code for key, code in known.items()}
        if not spelling or spelling in codes:
            return codes.get(spelling)
        code, spellings = self._rows.get(spelling, ("", ()))
        for other in spellings:
            if other in codes:
                return codes[other]
        return code if code in set(known.values()) else None
