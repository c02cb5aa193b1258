# SPDX-License-Identifier: GPL-2.0-or-later
"""Rulings laid over events: the ruled values, and what follows from them by the same rules as at import."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from .actor_classify import NEEDED
from .actors import ActorTable
from .checks import as_objects
from .converting import derive_disorder, derive_targeting
from .errors import FlashpointsError
from .rulings import Ruling, in_force
from .rulings_fields import EXCLUDE, POINT, RULABLE, canonical, field_label, point_of, type_of_sub_type
from .schema import DATE, INTEGER, KINDS, REAL, SIDE_COLUMNS
from .text import translate

RULED = "ruled"
"""The column of the fields that were ruled, `;`-separated."""
NEEDED_COLUMNS = tuple(
    dict.fromkeys(
        [
            "event_id", *(name for name in RULABLE if name in KINDS), "latitude", "longitude", *NEEDED, "year",
            "disorder_type", "targeting_derived", "lead_group", "actor_groups", "actor_families", *SIDE_COLUMNS,
        ]
    )
)  # fmt: skip
"""What the frame has to have."""
AREA_ONLY, DERIVED = "area_only", "targeting_derived"
_OF_TYPE = ("event_type", "sub_event_type")
_DECIDING = (
    "event_date", "event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
)  # fmt: skip
_Values = dict[str, dict[int, Any]]  # column -> row -> value


def lay_over(
    frame: pd.DataFrame, rulings: Iterable[Ruling], actors: ActorTable
) -> tuple[pd.DataFrame, np.ndarray]:
    """Events as ruled.

    A ruled place is a place, also where the source knew but the region. Where actors, type or date were ruled,
    groups, families, sides, lead group, disorder type and civilian targeting are found again. A kind of actor that
    the source coded goes with its actor, and a sub-event type of another type with its type, unless they are ruled
    too. Sides that are not known stay so.

    Parameters
    ----------
    frame : `NEEDED_COLUMNS`: event_date as datetime64, numbers as float, text as object.
    rulings : those in force hold; events that are not in the frame do not matter.

    Returns
    -------
    The frame with `RULED`, and (rows,) bools: which events are ruled out.

    Raises
    ------
    FlashpointsError : a ruling holds a value that its field cannot take.
    """
    values, ruled = _ruled_values(frame, rulings)
    result = frame.copy()
    excluded = np.zeros(len(frame), dtype=bool)
    excluded[list(values.pop(EXCLUDE, {}))] = True
    _take_along(frame, values)
    for name, of_row in values.items():
        _set(result, name, of_row)
    texts = as_objects([""] * len(frame))
    for row, fields in ruled.items():
        texts[row] = ";".join(name for name in RULABLE if name in fields)
    result[RULED] = texts
    _derive(result, ruled, actors)
    return result, excluded


def _ruled_values(frame: pd.DataFrame, rulings: Iterable[Ruling]) -> tuple[_Values, dict[int, set[str]]]:
    """Column -> row -> ruled value; and the fields ruled of each row."""
    holding = in_force(rulings)
    wanted = {ruling.event_id for ruling in holding}
    rows: dict[str, list[int]] = {}
    for row in np.flatnonzero(frame["event_id"].isin(wanted).to_numpy()).tolist():
        rows.setdefault(str(frame["event_id"].iloc[row]), []).append(row)
    values: _Values = {}
    ruled: dict[int, set[str]] = {}
    for ruling in holding:
        for row in rows.get(ruling.event_id, ()):
            ruled.setdefault(row, set()).add(ruling.field)
            for name, value in _typed(ruling).items():
                values.setdefault(name, {})[row] = value
    return values, ruled


def _typed(ruling: Ruling) -> dict[str, Any]:
    """Column -> value of one ruling, in the kind of the column."""
    if ruling.field not in RULABLE:
        raise FlashpointsError(
            translate("Rulings", "“{name}” is not a field that can be corrected.").format(name=ruling.field),
            ruling.event_id,
            translate("Rulings", "Withdraw this ruling."),
        )
    text = canonical(ruling.field, ruling.value, ruling.event_id)
    if ruling.field == POINT:
        return dict(zip(("latitude", "longitude"), point_of(text)))
    if ruling.field == EXCLUDE:
        return {EXCLUDE: True}
    kind = KINDS[ruling.field]
    if kind == DATE:
        return {ruling.field: np.datetime64(text, "ns")}
    if kind in (INTEGER, REAL):
        return {ruling.field: float(text) if text else np.nan}
    return {ruling.field: text or None}


def _take_along(frame: pd.DataFrame, values: _Values) -> None:
    """What the source said of another actor, or of another type, does not stay with the new one."""
    for actor, inter in (("actor1", "inter1"), ("actor2", "inter2")):
        for row in values.get(actor, {}):
            values.setdefault(inter, {}).setdefault(row, None)
    for row, event_type in list(values.get("event_type", {}).items()):
        known = type_of_sub_type(str(frame["sub_event_type"].iloc[row] or ""))
        if known and known != event_type:
            values.setdefault("sub_event_type", {}).setdefault(row, None)


def _set(frame: pd.DataFrame, name: str, of_row: dict[int, Any]) -> None:
    """Put values into rows of a column, and keep its kind."""
    rows = list(of_row)
    if KINDS[name] == DATE:
        column = frame[name].to_numpy(dtype="datetime64[ns]").copy()
        column[rows] = list(of_row.values())
        frame[name] = column
    elif KINDS[name] in (INTEGER, REAL):
        numbers = pd.to_numeric(frame[name]).to_numpy(dtype=float, na_value=np.nan).copy()
        numbers[rows] = list(of_row.values())
        frame[name] = numbers
    else:
        frame[name] = _with(frame[name], rows, list(of_row.values()))


def _with(column: pd.Series, rows: Sequence[int], values: Sequence[Any]) -> pd.Series:
    """An object column with other values in some rows."""
    texts = column.to_numpy(dtype=object).copy()
    for row, value in zip(rows, values):
        texts[row] = value
    return pd.Series(texts, index=column.index, dtype=object)


def _derive(frame: pd.DataFrame, ruled: dict[int, set[str]], actors: ActorTable) -> None:
    """Find again what follows from the ruled fields, in place."""
    placed = [row for row, fields in ruled.items() if POINT in fields]
    if placed and AREA_ONLY in frame:
        _set_flags(frame, AREA_ONLY, placed, [0.0] * len(placed))
    dated = sorted(row for row, fields in ruled.items() if "event_date" in fields)
    if dated:
        years = pd.to_datetime(frame["event_date"].iloc[dated]).dt.year.astype(float)
        _set(frame, "year", dict(zip(dated, years.tolist())))
    typed = sorted(row for row, fields in ruled.items() if fields.intersection(_OF_TYPE))
    if typed:
        part = {name: frame[name].iloc[typed].to_numpy(dtype=object) for name in _OF_TYPE}
        part["disorder_type"] = as_objects([None] * len(typed))
        derive_disorder(part)
        frame["disorder_type"] = _with(frame["disorder_type"], typed, part["disorder_type"].tolist())
    deciding = sorted(row for row, fields in ruled.items() if fields.intersection(_DECIDING))
    if deciding:
        open_rows = [row for row in deciding if "civilian_targeting" not in ruled[row]]
        _derive_targeting(frame, open_rows)
        _classify(frame, deciding, actors)
    said = [row for row, fields in ruled.items() if "civilian_targeting" in fields]
    if said:
        _set_flags(frame, DERIVED, said, [0.0] * len(said))


def _derive_targeting(frame: pd.DataFrame, rows: list[int]) -> None:
    """Civilian targeting that was derived before is derived anew; what the source itself coded stays."""
    if not rows:
        return
    part = {
        name: frame[name].iloc[rows].to_numpy(dtype=object).copy()
        for name in ("event_type", "inter1", "inter2")
    }
    flags = pd.to_numeric(frame["targeting_derived"].iloc[rows]).fillna(0).to_numpy(dtype=float)
    coded = frame["civilian_targeting"].iloc[rows].tolist()
    part["civilian_targeting"] = as_objects(
        [None if flag or not text else text for flag, text in zip(flags, coded)]
    )
    derive_targeting(part)
    found = part["civilian_targeting"].tolist()
    frame["civilian_targeting"] = _with(frame["civilian_targeting"], rows, found)
    _set_flags(frame, DERIVED, rows, part[DERIVED].astype(float).tolist())


def _set_flags(frame: pd.DataFrame, name: str, rows: list[int], flags: list[float]) -> None:
    column = pd.to_numeric(frame[name]).to_numpy(dtype=float, na_value=np.nan).copy()
    column[rows] = flags
    frame[name] = column


def _classify(frame: pd.DataFrame, rows: list[int], actors: ActorTable) -> None:
    """Groups and families of some rows, by the table of actors."""
    part = frame.iloc[rows]
    unknown = part[list(SIDE_COLUMNS)].isna().all(axis=1).to_numpy()
    for name, column in actors.classify(part[list(NEEDED)]).columns.items():
        found = column.tolist()
        if name in SIDE_COLUMNS:
            found = [None if no_side else text for no_side, text in zip(unknown, found)]
        frame[str(name)] = _with(frame[str(name)], rows, found)


def ruled_words(text: str) -> str:
    """The column `RULED` in words: the fields' names."""
    return ", ".join(field_label(name) for name in text.split(";") if name)
