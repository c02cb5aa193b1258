# SPDX-License-Identifier: GPL-2.0-or-later
"""What an update did, or would do, in words and as a page of HTML. Text from files is escaped, never rendered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from ..core.rulings import CONFLICT, ORPHAN, Standing
from ..core.snapshots import ADDED, CHANGED, REMOVED
from ..core.text import number, translate
from .import_report import report_html, table_html
from .update_plan import Plan
from .updating import UpdateResult

LISTED = 5
"""Rulings that a sentence names."""


def summary(plan: Plan, done: bool) -> str:
    """Added, changed, removed and unchanged events as one sentence."""
    text = (
        translate("Update", "{added} added, {changed} changed, {removed} removed, {unchanged} unchanged.")
        if done
        else translate(
            "Update",
            "Would be: {added} added, {changed} changed, {removed} removed, {unchanged} unchanged.",
        )
    )
    return text.format(
        added=number(plan.count(ADDED)),
        changed=number(plan.count(CHANGED)),
        removed=number(plan.count(REMOVED)),
        unchanged=number(plan.unchanged),
    )


def notes(plan: Plan) -> Iterator[str]:
    """What else a user should know of an update, in sentences."""
    if plan.touched:
        text = translate("Update", "Unchanged events with a newer time stamp: {n}.")
        yield text.format(n=number(plan.touched))
    if plan.kept:
        text = translate(
            "Update", "Events that are newer in the store than in the file, and stay as they are: {n}."
        )
        yield text.format(n=number(plan.kept))
    if plan.protected:
        text = translate("Update", "Events that stay because their rows in the file were rejected: {n}.")
        yield text.format(n=number(plan.protected))
    if plan.unknown_deleted:
        text = translate("Update", "Ids of the list of deleted events that are not in the store: {n}.")
        yield text.format(n=number(plan.unknown_deleted))
    if plan.columns_kept:
        text = translate(
            "Update", "The file has no columns for {names}: there the events keep what the store has."
        )
        yield text.format(names=", ".join(plan.columns_kept))


def ruling_notes(standings: Sequence[Standing]) -> Iterator[str]:
    """The rulings of a store that an update has left for somebody to look at, in sentences."""
    texts = {
        CONFLICT: translate(
            "Update", "Rulings whose field the source has changed too, to be decided: {list}."
        ),
        ORPHAN: translate("Update", "Rulings on events that are no longer there: {list}."),
    }
    for status, text in texts.items():
        found = [one.ruling for one in standings if one.status == status]
        if found:
            named = [f"{one.event_id} ({one.field})" for one in found[:LISTED]]
            if len(found) > LISTED:
                named.append(translate("Update", "and {n} more").format(n=number(len(found) - LISTED)))
            yield text.format(list=", ".join(named))


def update_html(result: UpdateResult) -> str:
    """The report of an update: the account of the file's rows, then what happens to the store's events."""
    plan = result.plan
    parts = [f"<h2>{escape(translate('Update', 'What the update does to the store'))}</h2>"]
    if not result.done:
        parts.append(f"<p><b>{escape(translate('Update', 'Compared only: the store is as it was.'))}</b></p>")
    parts.append(f"<p>{escape(summary(plan, result.done))} {escape(' '.join(notes(plan)))}</p>")
    if plan.confirm:
        parts.append(f"<p>{escape(translate('Update', 'To be confirmed:'))}</p>")
        parts.append(f"<ul>{''.join(f'<li>{escape(one)}</li>' for one in plan.confirm)}</ul>")
    if plan.changes.fields:
        title = translate("Update", "Fields that changed, by events")
        parts.append(table_html(title, plan.changes.fields.most_common()))
    parts += _listed(plan, REMOVED, translate("Update", "Removed events"))
    parts += _listed(plan, CHANGED, translate("Update", "Changed events"))
    return report_html(result.imported, "".join(parts))


def _listed(plan: Plan, change: str, title: str) -> Iterator[str]:
    rows, count = plan.changes.shown[change], plan.count(change)
    if rows.empty:
        return
    if count > len(rows):
        more = translate("Update", "the first {n} of {all}; the table “changes” of the store has them all")
        title = f"{title} ({more.format(n=number(len(rows)), all=number(count))})"
    yield f"<h2>{escape(title)}</h2><table>"
    heads = (
        translate("Update", "Event"), translate("Update", "Before"), translate("Update", "After"),
    )  # fmt: skip
    yield f"<tr>{''.join(f'<th>{escape(head)}</th>' for head in heads)}</tr>"
    for row in rows.itertuples():
        cells = (row.event_id, row.old, row.new if change == CHANGED else row.reason)
        yield f"<tr>{''.join(f'<td>{escape(str(cell or chr(8211)))}</td>' for cell in cells)}</tr>"
    yield "</table>"
