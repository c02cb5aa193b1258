# SPDX-License-Identifier: GPL-2.0-or-later
"""The forms in which event files come, one module a form, and how a file's form is recognised.

A form is data: which column of the file is which canonical column, which of them it cannot do without, and which
words it uses. To add one, write a module with a `FORMAT` and list it in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import FlashpointsError
from ..text import translate
from . import acled
from .form import Format, fold_header

FORMATS: tuple[Format, ...] = (acled.FORMAT,)

_AGGREGATE_COUNTS = {"events", "event_count", "number_of_events", "count", "nb_events", "total_events"}
_COORDINATES = ("latitude", "longitude")


@dataclass(frozen=True)
class Recognition:
    """What a file was found to be.

    form : the form; evidence : what speaks for it, in sentences; columns : the file's own, in order;
    positions : canonical column -> index of the file's column.
    """

    form: Format
    evidence: tuple[str, ...]
    columns: tuple[str, ...]
    positions: dict[str, int]

    @property
    def format_id(self) -> str:
        """The form's id, as the FORMAT parameter takes it."""
        return self.form.id

    @property
    def label(self) -> str:
        """The form's name."""
        return self.form.label


def format_ids() -> tuple[str, ...]:
    """The ids that FORMAT takes, `auto` first."""
    return ("auto", *(form.id for form in FORMATS))


def recognise(columns: Sequence[str], format_id: str = "auto", where: str = "") -> Recognition:
    """Find the form of a file from its header.

    Raises
    ------
    FlashpointsError : when no form fits; it says which columns are missing, or that the file holds counts.
    """
    chosen = [form for form in FORMATS if format_id in ("auto", form.id)]
    if not chosen:
        raise FlashpointsError(
            translate("Formats", "“{name}” is not a format.").format(name=format_id),
            where="FORMAT",
            remedy=translate("Formats", "Choose one of: {names}.").format(names=", ".join(format_ids())),
        )
    for form in chosen:
        positions = form.positions(columns)
        if all(name in positions for name in form.required):
            return Recognition(form, _evidence(form, columns, positions), tuple(columns), positions)
    raise _refusal(chosen[0], columns, where)


def _evidence(form: Format, columns: Sequence[str], positions: dict[str, int]) -> tuple[str, ...]:
    evidence = [
        translate("Formats", "{found} of the {all} columns of this format are there.").format(
            found=len(positions), all=len(form.columns)
        )
    ]
    missing = [source for source, name in form.columns.items() if name not in positions]
    if missing:
        evidence.append(translate("Formats", "Not in the file: {names}.").format(names=", ".join(missing)))
    extra = [name for index, name in enumerate(columns) if index not in positions.values()]
    if extra:
        evidence.append(translate("Formats", "Not used: {names}.").format(names=", ".join(extra)))
    return tuple(evidence)


def _refusal(form: Format, columns: Sequence[str], where: str) -> FlashpointsError:
    """Say why a file is not taken, in the words that help most."""
    folded = {fold_header(name) for name in columns}
    positions = form.positions(columns)
    if folded & _AGGREGATE_COUNTS and "event_id" not in positions:
        return FlashpointsError(
            translate(
                "Formats", "This file holds counts of events by place and time, not the events themselves."
            ),
            where,
            translate(
                "Formats", "Export the single events from the source: one row an event, with coordinates."
            ),
        )
    missing = [
        source for source, name in form.columns.items() if name in form.required and name not in positions
    ]
    if set(missing) <= set(_COORDINATES):
        return FlashpointsError(
            translate("Formats", "The file has no coordinates: {names} missing.").format(
                names=", ".join(missing)
            ),
            where,
            translate("Formats", "Export it again with the columns latitude and longitude."),
        )
    return FlashpointsError(
        translate("Formats", "The form of this file is not known. As {form} it lacks: {names}.").format(
            form=form.label, names=", ".join(missing)
        ),
        where,
        translate(
            "Formats", "Check that the first line holds the column names, and that it is an event file."
        ),
    )
