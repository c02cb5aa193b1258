# SPDX-License-Identifier: GPL-2.0-or-later
"""The forms in which event files come, one module a form, and how a file's form is recognised.

A form is data: which column of the file is which canonical column, which of them it cannot do without, and which
words it uses. To add one, write a module with a `FORMAT` and list it in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..column_guess import Guess, count_columns
from ..errors import FlashpointsError
from ..headers import fold_header, listed
from ..sources import Sample
from ..text import translate
from . import acled, acled_2018, acled_2020, acled_2022, acled_actor_based, columns, evidence, ucdp_ged
from .form import Format

FORMATS: tuple[Format, ...] = (
    acled.FORMAT,
    acled_actor_based.FORMAT,
    acled_2022.FORMAT,
    acled_2020.FORMAT,
    acled_2018.FORMAT,
    ucdp_ged.FORMAT,
)
AUTO = "auto"
_COORDINATES = {"latitude", "longitude"}


@dataclass(frozen=True)
class Recognition:
    """What a file was found to be.

    form : the form; evidence : what speaks for it, in sentences; columns : the file's own, in order;
    positions : canonical column -> index of the file's column; constants : canonical column -> one text for every
    row; guesses : canonical column -> what was guessed and why; dataset : whose events they are.
    """

    form: Format
    evidence: tuple[str, ...]
    columns: tuple[str, ...]
    positions: dict[str, int]
    constants: dict[str, str] = field(default_factory=dict)
    guesses: dict[str, Guess] = field(default_factory=dict)
    dataset: str = ""

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
    return tuple(dict.fromkeys((AUTO, *(form.id for form in FORMATS), columns.FORMAT.id)))


def recognise(
    sample: Sample,
    format_id: str = AUTO,
    mapping: Mapping[str, str | None] | None = None,
    where: str = "",
    several_rows: Callable[[int, int], str] = lambda event_id, actor: "",
) -> Recognition:
    """Find the form of a file from its header and first rows.

    Parameters
    ----------
    mapping : canonical column -> column of the file, as the user gives it; with `auto` it means a table by its
        columns, with another format it is laid over that one's columns.
    several_rows : given the positions of the event id and of the actor, an id that has rows of several actors.

    Raises
    ------
    FlashpointsError : when no form fits; it says which columns are missing, or that the file holds counts.
    """
    if format_id not in format_ids():
        raise FlashpointsError(
            translate("Formats", "“{name}” is not a format.").format(name=format_id),
            where="FORMAT",
            remedy=translate("Formats", "Choose one of: {names}.").format(names=", ".join(format_ids())),
        )
    if format_id == columns.FORMAT.id or (mapping and format_id == AUTO):
        return _by_columns(sample, mapping or {}, where)
    form = _best(sample, format_id, mapping or {}, several_rows)
    if form is not None:
        return _as_form(form, sample, mapping or {}, several_rows)
    if format_id == AUTO and not is_aggregate(sample):
        guessed = columns.map_columns(sample.header, sample.rows, {})
        named = {name for name, guess in guessed.guesses.items() if guess.by_name}
        if named.issuperset(columns.REQUIRED):
            return _by_columns(sample, {}, where)
    raise _refusal(sample, format_id, where, mapping or {})


def _best(
    sample: Sample, format_id: str, mapping: Mapping[str, str | None], several_rows: Callable[[int, int], str]
) -> Format | None:
    """The form that fits with most signs; one that the user names need not lack what it usually lacks."""
    forms = [
        form for form in FORMATS if format_id in (AUTO, form.id) and _has_required(form, sample, mapping)
    ]
    fitting = [form for form in forms if not form.has_what_it_lacks(sample.header)]
    if format_id != AUTO:
        fitting = fitting or forms
    else:
        for form in [form for form in fitting if form.one_row_an_actor]:
            positions = form.positions(sample.header)
            if several_rows(positions["event_id"], positions["actor1"]):
                return form
        fitting = [form for form in fitting if not form.one_row_an_actor]
    return max(fitting, key=lambda form: form.score(sample.header)) if fitting else None


def _has_required(form: Format, sample: Sample, mapping: Mapping[str, str | None]) -> bool:
    return not _missing(form, sample, mapping)


def _as_form(
    form: Format, sample: Sample, mapping: Mapping[str, str | None], several_rows: Callable[[int, int], str]
) -> Recognition:
    given = columns.map_columns(sample.header, sample.rows, mapping, guess=False)
    positions = {name: at for name, at in form.positions(sample.header).items() if name not in mapping}
    positions.update(given.positions)
    sentences = evidence.sentences(form, sample, positions)
    if form.one_row_an_actor:
        key = [positions[name] for name in ("event_id", "actor1") if name in positions]
        sentences.append(evidence.actor_rows(several_rows(key[0], key[1]) if len(key) == 2 else ""))
    sentences += columns.explain(given, sample.header)
    return Recognition(form, tuple(sentences), sample.header, positions, given.constants, {}, form.dataset)


def _by_columns(sample: Sample, mapping: Mapping[str, str | None], where: str) -> Recognition:
    found = columns.map_columns(sample.header, sample.rows, mapping)
    missing = columns.missing_columns(found)
    if is_aggregate(sample) and not {"event_id", "event_date"} <= set(mapping):
        raise _refusal(sample, columns.FORMAT.id, where, mapping)
    if missing:
        raise FlashpointsError(
            translate("Formats", "It is not known which columns hold: {names}.").format(
                names=", ".join(missing)
            ),
            where,
            translate("Formats", "Name them (COLUMNS). The file has: {names}.").format(
                names=listed(sample.header)
            ),
        )
    dataset = columns.dataset_of(sample.texts(found.positions.get("event_id")))
    sentences = [*columns.explain(found, sample.header), *evidence.of_content(sample, found.positions)]
    sentences.append(evidence.unused(sample.header, found.positions))
    if dataset != columns.OWN_DATASET:
        sentences.append(translate("Formats", "The ids are like those of {name}.").format(name=dataset))
    return Recognition(
        columns.FORMAT, tuple(filter(None, sentences)), sample.header, found.positions, found.constants,
        found.guesses, dataset,
    )  # fmt: skip


def is_aggregate(sample: Sample) -> bool:
    """Whether a table holds counts of events, not events: a column of counts, and neither ids nor actors."""
    folded = {fold_header(name) for name in sample.header}
    return bool(count_columns(sample.header)) and folded.isdisjoint(("event_id_cnty", "event_id", "actor1"))


def _refusal(
    sample: Sample, format_id: str, where: str, mapping: Mapping[str, str | None]
) -> FlashpointsError:
    """Say why a file is not taken, in the words that help most."""
    if is_aggregate(sample):
        what = translate(
            "Formats", "This file holds counts of events by place and time, not the events themselves."
        )
        remedy = translate(
            "Formats", "Export the single events from the source: one row an event, with coordinates."
        )
        return FlashpointsError(what, where, remedy)
    forms = [form for form in FORMATS if format_id in (AUTO, form.id)]
    nearest = min(forms, key=lambda form: len(_missing(form, sample, mapping)))
    missing = _missing(nearest, sample, mapping)
    if set(missing) <= _COORDINATES:
        return FlashpointsError(
            translate("Formats", "The file has no coordinates: {names} missing.").format(
                names=", ".join(missing)
            ),
            where,
            translate("Formats", "Export it again with the columns latitude and longitude."),
        )
    sentence = translate("Formats", "The form of this file is not known. As {form} it lacks: {names}.")
    remedy = translate(
        "Formats",
        "Check that the first line holds the column names. If it is an event file of another form, say which column "
        "is which (COLUMNS). The file has: {names}.",
    )
    return FlashpointsError(
        sentence.format(form=nearest.dataset, names=", ".join(missing)),
        where,
        remedy.format(names=listed(sample.header)),
    )


def _missing(form: Format, sample: Sample, mapping: Mapping[str, str | None]) -> list[str]:
    there = form.positions(sample.header).keys() - mapping.keys()
    there |= {name for name, column in mapping.items() if column}
    return [form.columns[name][0] for name in form.required if name not in there]
