# SPDX-License-Identifier: GPL-2.0-or-later
"""The Load dialog with files that need a word from the user, as pictures: scenes of tools/probe_screens.py.

The files are made up here; no row is of a real event.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import probe
from qgis.PyQt.QtWidgets import QDialog

TYPES = ("Battles", "Violence against civilians", "Explosions/Remote violence", "Strategic developments")
PLACES = (("Kona", 14.9469, -3.8936), ("Djenné", 13.9061, -4.5533), ("Bankass", 14.0717, -3.5169))
ACLED = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction",
    "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude",
    "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip


def write(path: Path, header: Sequence[str], rows: Sequence[Sequence[Any]], delimiter: str = ",") -> Path:
    """A text table."""
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, delimiter=delimiter).writerows([header, *rows])
    return path


def trimmed(folder: Path) -> Path:
    """What somebody kept of an export: French headers, other names, no country, and nothing says which ids."""
    rows = [
        [f"MLI{n}", f"{1 + n % 28} février 2023", TYPES[n % 3], "Groupe A (Mali)", PLACES[n % 3][0],
         f"{PLACES[n % 3][1]:.4f}", f"{PLACES[n % 3][2]:.4f}", n % 5, "vérifié" if n % 2 else ""]
        for n in range(1, 200)
    ]  # fmt: skip
    header = ["Réf", "Jour", "Type", "Auteur", "Commune", "Y", "X", "Morts", "Contrôle"]
    return write(folder / "incidents février.csv", header, rows, ";")


def acled_rows(count: int, day: Callable[[int], str]) -> list[list[str]]:
    """Rows of ACLED's form; `day` writes the date of the n-th."""
    rows = []
    for n in range(1, count + 1):
        place, latitude, longitude = PLACES[n % 3]
        event = dict.fromkeys(ACLED, "")
        event.update(
            event_id_cnty=f"MLI{n}", event_date=day(n), year="2023", time_precision="1", event_type=TYPES[n % 4],
            actor1="Group A (Mali)", actor2="Group B (Mali)", iso="466", region="Western Africa", country="Mali",
            admin1="Mopti", location=place, latitude=str(latitude), longitude=str(longitude), geo_precision="1",
            source="Made up", source_scale="Other", notes="Made up. " * 8, fatalities=str(n % 4),
            timestamp="1700000000",
        )  # fmt: skip
        rows.append([event[name] for name in ACLED])
    return rows


def two_ways(folder: Path) -> Path:
    """Dates that read both ways."""
    rows = acled_rows(60, lambda n: f"{1 + n % 12:02d}/{1 + n // 12:02d}/2023")
    return write(folder / "slashes.csv", ACLED, rows)


def flawed(folder: Path) -> Path:
    """Rows that cannot be used, rows twice, and rows that look wrong."""
    rows = acled_rows(900, lambda n: f"2023-{1 + n % 6:02d}-{1 + n % 28:02d}")
    at = {name: ACLED.index(name) for name in ACLED}
    for n in range(0, 240, 20):
        rows[n][at["event_date"]] = "unknown"
    for n in range(5, 60, 10):
        rows[n][at["latitude"]] = "north"
    for n in range(7, 40, 10):
        rows[n][at["event_type"]] = "Something <b>else</b>"
    rows[100] = rows[100][:12]
    for n in (110, 111, 112):
        rows[n][at["longitude"]], rows[n][at["latitude"]] = rows[n][at["latitude"]], rows[n][at["longitude"]]
    for n in (120, 121):
        rows[n][at["event_id_cnty"]] = f"BFO{n}"
    rows[130][at["event_date"]] = "2033-03-01"
    for n in range(300, 320):
        rows[n][at["country"]] = "Niger"
    return write(folder / "2023-01-01-2023-09-30-Mali.csv", ACLED, [*rows, *rows[400:450]])


def newer(folder: Path, older: Path) -> Path:
    """The next export of `older`'s rows: some new, some changed, twenty gone."""
    with older.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    rows = [row for row in rows[:850] if len(row) == len(header)][20:]
    for n in range(0, 70, 2):
        rows[n][header.index("fatalities")] = "9"
        rows[n][header.index("timestamp")] = "1800000000"
    fresh = acled_rows(960, lambda n: f"2023-{1 + n % 6:02d}-{1 + n % 28:02d}")[900:]
    return write(folder / "newer.csv", header, [*rows, *fresh])


def choose(screens: Any, dialog: QDialog, path: Path) -> probe.Steps:
    """Write a path, and wait until the dialog has looked at it."""
    screens.part(dialog, "fileWidget").setFilePath(str(path))
    yield 600
    label = screens.part(dialog, "statusLabel")
    yield from screens.until(lambda: "…" not in label.text(), f"{path.name} is looked at")
    yield 400


def scenes(screens: Any, prefix: str, folder: Path) -> probe.Steps:
    """Every question that the dialog asks, and the account that it gives."""
    dialog = yield from probe.open_dialog("flashpoints_load_events")
    screens.part(dialog, "countriesEdit").clear()
    yield from choose(screens, dialog, trimmed(folder))
    dialog.columns.constants.addButton.click()
    dialog.columns.constants.rows[0].edit.setText("Mali")
    yield 1500
    probe.grab(dialog, f"{prefix}_load_events_4_columns")
    yield from choose(screens, dialog, two_ways(folder))
    probe.grab(dialog, f"{prefix}_load_events_5_dates")
    path = flawed(folder)
    yield from choose(screens, dialog, path)
    screens.part(dialog, "countriesEdit").setText("Mali")
    screens.part(dialog, "storeWidget").setFilePath(str(folder / "office.gpkg"))
    yield 300
    yield from screens.run(dialog, "load_events")
    probe.grab(dialog, f"{prefix}_load_events_6_account")
    yield from choose(screens, dialog, newer(folder, path))
    probe.grab(dialog, f"{prefix}_load_events_7_update")
    yield from screens.run(dialog, "load_events")
    probe.grab(dialog, f"{prefix}_load_events_8_compared")
    screens.part(dialog, "confirmCheck").click()
    yield from screens.run(dialog, "load_events")
    probe.grab(dialog, f"{prefix}_load_events_9_updated")
    dialog.close()
    yield 300
