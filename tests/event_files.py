# SPDX-License-Identifier: GPL-2.0-or-later
"""Made-up events and the forms in which files write them, for the tests of reading. No row is of a real event."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Row = dict[str, str]

COLUMNS = [
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
]  # fmt: skip
"""ACLED's export since 2023."""

ADDED_IN_2022 = ["disorder_type", "civilian_targeting", "tags"]
COLUMNS_2022 = [
    "data_id", "iso", "event_id_cnty", "event_id_no_cnty",
    *(name for name in COLUMNS if name not in ("iso", "event_id_cnty", *ADDED_IN_2022)), "iso3",
]  # fmt: skip
COLUMNS_2018 = [name for name in COLUMNS_2022 if name != "sub_event_type"]

GED_COLUMNS = [
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id",
    "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources",
    "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec",
    "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt",
    "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start",
    "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low",
    "gwnoa", "gwnob",
]  # fmt: skip


def row(number: int = 1, **changes: str) -> Row:
    """A made-up event with every column of every vintage of ACLED's; `changes` over it."""
    event = dict.fromkeys([*COLUMNS, *COLUMNS_2022], "")
    event.update(
        event_id_cnty=f"MLI{number}", event_date="2023-02-01", year="2023", time_precision="1",
        event_type="Battles", sub_event_type="Armed clash", actor1="Group A (Mali)", inter1="2",
        actor2="Group B (Mali)", inter2="1", interaction="12", iso="466", region="Western Africa", country="Mali",
        admin1="Mopti", location="Village", latitude="14.5", longitude="-4.2", geo_precision="1",
        source="Made up", source_scale="Other", notes="Nothing happened.", fatalities="2",
        timestamp="1700000000", data_id=str(number), event_id_no_cnty=str(number), iso3="MLI",
    )  # fmt: skip
    return {**event, **changes}


def ged_row(number: int = 1, **changes: str) -> Row:
    """A made-up event of UCDP GED."""
    event = dict.fromkeys(GED_COLUMNS, "")
    event.update(
        id=str(500000 + number), relid=f"MLI-2019-1-{number}", year="2019", code_status="Clear",
        type_of_violence="1", conflict_name="Country: Government", dyad_name="Government of Country - Group A",
        side_a="Government of Country", side_b="Group A", where_prec="1", where_coordinates="Village",
        adm_1="Mopti region", latitude="14.5", longitude="-4.2", country="Mali", region="Africa", date_prec="1",
        date_start="2019-01-05 00:00:00.000", date_end="2019-01-05 00:00:00.000", best="4", low="3", high="7",
        source_article="Made up, 2019-01-06", source_headline="Nothing happened",
    )  # fmt: skip
    return {**event, **changes}


def write(
    path: Path, rows: Sequence[Mapping[str, str]], columns: Sequence[str] = COLUMNS, **options: Any
) -> Path:
    """Write rows as a text table; `encoding`, `errors` and the options of csv.writer."""
    encoding, errors = options.pop("encoding", "utf-8"), options.pop("errors", "strict")
    with path.open("w", newline="", encoding=encoding, errors=errors) as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", **options)
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_lines(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    """Write lines as they are."""
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return path
