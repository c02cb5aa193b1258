# SPDX-License-Identifier: GPL-2.0-or-later
"""The conditions of a filter in the languages that QGIS's providers take as a layer's subset string.

Everything a user types ends up as a quoted value, never as part of the condition itself.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from qgis.core import QgsExpression, QgsVectorLayer

from ..core.periods import Period
from ..core.text_search import variants

DATE, DATETIME, TEXT = "date", "datetime", "text"
"""How a layer holds event_date; text is ISO."""

_IN_ADDRESS = re.compile(r"\|(?=\w+[=:])")
"""In the address of a layer in a file, QGIS 3.22 takes `|layername=` for the table even inside the filter's quotes."""
_ONE_DAY = datetime.timedelta(days=1)


def column(name: str) -> str:
    """A column as all four languages write it."""
    return '"' + name.replace('"', '""') + '"'


class Sql:
    """OGR's own SQL, for files that are no database; the others say what they do otherwise."""

    def text(self, value: str) -> str:
        """A text as the language writes it. OGR takes a backslash before a quote for an escape, so it has none."""
        return "'" + value.replace("\\", "").replace("'", "''") + "'"

    def period(self, name: str, days: Period, kind: str) -> str:
        """A date in a period, both ends included: from the first day, and before the one after the last."""
        after = min(days.end, datetime.date.max - _ONE_DAY) + _ONE_DAY
        return (
            f"{column(name)} >= {self.text(days.start.isoformat())} "
            f"AND {column(name)} < {self.text(after.isoformat())}"
        )

    def one_of(self, name: str, values: Sequence[str]) -> str:
        """A column that has one of some texts."""
        return f"{column(name)} IN ({', '.join(map(self.text, values))})"

    def has(self, name: str, part: str) -> str:
        """A column that has a text in it, as it is written."""
        return self._like(name, part)

    def contains(self, names: Sequence[str], needle: str) -> str:
        """A needle of core.text_search in any of the columns, without regard to case; here accents count."""
        return " OR ".join(self._like(name, needle) for name in names)

    def _like(self, name: str, part: str) -> str:
        """A pattern cannot have a backslash (see `text`), nor what QGIS would read as a part of the layer's address."""
        pattern = _IN_ADDRESS.sub("_", _escaped(part)).replace("\\", "_")
        return f"{column(name)} ILIKE {self.text(f'%{pattern}%')} ESCAPE '!'"


class Sqlite(Sql):
    """GeoPackage and other SQLite files."""

    def text(self, value: str) -> str:
        """A text as the language writes it, in two parts where QGIS would read a part of the layer's address."""
        return "'" + _IN_ADDRESS.sub("|' || '", value.replace("'", "''")) + "'"

    def one_of(self, name: str, values: Sequence[str]) -> str:
        """Without regard to case, as the analyses ask."""
        return f"{column(name)} COLLATE NOCASE IN ({', '.join(map(self.text, values))})"

    def has(self, name: str, part: str) -> str:
        """A column that has a text in it, as it is written."""
        return f"instr({column(name)}, {self.text(part)}) > 0"

    def contains(self, names: Sequence[str], needle: str) -> str:
        """LIKE knows capitals of ASCII only and no accents, GLOB has classes of letters but is ten times slower.

        So LIKE answers first, and GLOB is asked only about texts that have letters beyond ASCII.
        """
        glob = self.text(f"*{''.join(map(_glob_class, needle))}*")
        like = self.text(f"%{_escaped(needle)}%")
        # newer GDALs have a LIKE of their own, to which a backslash is an escape unless another sign is
        escape = " ESCAPE '!'" if set(needle) & set("%_!\\") else ""
        likes = [f"{column(name)} LIKE {like}{escape}" for name in names]
        globs = [
            f"(length({column(name)}) < length(CAST({column(name)} AS BLOB)) AND {column(name)} GLOB {glob})"
            for name in names
        ]
        return " OR ".join([*likes, *globs])


class Postgres(Sql):
    """PostgreSQL."""

    def text(self, value: str) -> str:
        """A text as the language writes it; a backslash is a sign like any other."""
        return "'" + value.replace("'", "''") + "'"

    def one_of(self, name: str, values: Sequence[str]) -> str:
        """Without regard to case, as the analyses ask."""
        return f"lower({column(name)}) IN ({', '.join(self.text(value.lower()) for value in values)})"

    def has(self, name: str, part: str) -> str:
        """A column that has a text in it, as it is written."""
        return f"strpos({column(name)}, {self.text(part)}) > 0"

    def contains(self, names: Sequence[str], needle: str) -> str:
        """Both sides without accents and in small letters."""
        pairs = [(one, letter) for letter in dict.fromkeys(needle) for one in variants(letter)[1:]]
        accented = "".join(one for one, _ in pairs)
        bare = "".join(letter for _, letter in pairs)
        letters = f"{self.text(accented)}, {self.text(bare)}"
        return " OR ".join(
            f"strpos(translate({column(name)}::text, {letters}), {self.text(needle)}) > 0" for name in names
        )


class Expression(Sql):
    """QGIS's own expressions: memory layers and delimited text."""

    def text(self, value: str) -> str:
        """A text as the language writes it."""
        return str(QgsExpression.quotedValue(value))

    def period(self, name: str, days: Period, kind: str) -> str:
        """A date in a period, both ends included."""
        if kind == TEXT:
            return super().period(name, days, kind)
        value = column(name) if kind == DATE else f"to_date({column(name)})"
        first, last = (f"to_date({self.text(day.isoformat())})" for day in (days.start, days.end))
        return f"{value} >= {first} AND {value} <= {last}"

    def one_of(self, name: str, values: Sequence[str]) -> str:
        """Without regard to case, as the analyses ask."""
        return f"lower({column(name)}) IN ({', '.join(self.text(value.lower()) for value in values)})"

    def has(self, name: str, part: str) -> str:
        """A column that has a text in it, as it is written."""
        return f"strpos({column(name)}, {self.text(part)}) > 0"

    def contains(self, names: Sequence[str], needle: str) -> str:
        """By a regular expression of classes of letters, in which nothing typed has a meaning of its own."""
        pattern = self.text("".join(map(_regex_class, needle)))
        return " OR ".join(
            f"regexp_match(coalesce(to_string({column(name)}), ''), {pattern}) > 0" for name in names
        )


def _escaped(part: str) -> str:
    return "".join(f"!{sign}" if sign in "%_!" else sign for sign in part)


def _glob_class(letter: str) -> str:
    same = variants(letter)
    if len(same) == 1 and letter not in "*?[":
        return letter
    return f"[{same}]"


def _regex_class(letter: str) -> str:
    return "[" + "".join(f"\\{one}" if one in "\\]^-[&~|" else one for one in variants(letter)) + "]"


_SQLITE_FILES = ("GPKG", "SQLite")
_BY_PROVIDER = {
    "memory": Expression,
    "delimitedtext": Expression,
    "postgres": Postgres,
    "spatialite": Sqlite,
    "virtual": Sqlite,
}


def language_of(layer: QgsVectorLayer) -> Sql | None:
    """The language of a layer's subset string; None for a provider that this plugin cannot speak to."""
    if layer.providerType() == "ogr":
        return Sqlite() if layer.dataProvider().storageType() in _SQLITE_FILES else Sql()
    found = _BY_PROVIDER.get(layer.providerType())
    return found() if found else None
