# SPDX-License-Identifier: GPL-2.0-or-later
"""Events put together by place, for maps of scales at which their marks would lie on each other."""

from __future__ import annotations

import numpy as np
import pandas as pd

CELL_DEGREES = 0.1
"""Places nearer than about 10 km are one: 2 mm on a map of 1:5,000,000."""


def by_place(events: pd.DataFrame, classes: np.ndarray, n_classes: int) -> pd.DataFrame:
    """Put the events of each cell of 0.1 degrees together, at the place of the cell that has most of them.

    Parameters
    ----------
    events : longitude, latitude (degrees), fatalities (NaN where unknown), location (text or missing) and event_date,
        a row an event; rows without a point are left out.
    classes : each row's class, 0 to n_classes - 1.

    Returns
    -------
    One row a cell, the one with most events first: longitude, latitude, location, events, places (distinct points),
    fatalities, first_date, last_date, main (its largest class; of equals the first), and class_0 ... with the
    events of each class. The events of all rows add up to the events with a point.
    """
    x, y = events["longitude"].to_numpy(dtype=float), events["latitude"].to_numpy(dtype=float)
    located = np.isfinite(x) & np.isfinite(y)
    frame = events[located].reset_index(drop=True)
    classes, x, y = np.asarray(classes)[located], x[located], y[located]
    points, first = pd.factorize(x + 1j * y)
    cell_of_point, cells = _cells(first)
    cell = cell_of_point[points]
    n = len(cells)
    at_point = np.bincount(points, minlength=len(first))
    main_point = _largest(at_point, cell_of_point, n)
    counts = np.bincount(cell * n_classes + classes, minlength=n * n_classes).reshape(n, n_classes)
    name = frame["location"].groupby(points).first().reindex(range(len(first)))
    dates = frame["event_date"].groupby(cell)
    made = pd.DataFrame(
        {
            "longitude": first.real[main_point],
            "latitude": first.imag[main_point],
            "location": name.to_numpy(dtype=object)[main_point],
            "events": counts.sum(axis=1),
            "places": np.bincount(cell_of_point, minlength=n),
            "fatalities": np.bincount(cell, frame["fatalities"].fillna(0).to_numpy(dtype=float), minlength=n),
            "first_date": dates.min().to_numpy(),
            "last_date": dates.max().to_numpy(),
            "main": counts.argmax(axis=1) if n else np.empty(0, dtype=int),
            **{f"class_{index}": counts[:, index] for index in range(n_classes)},
        }
    )
    return made.sort_values("events", ascending=False, kind="stable", ignore_index=True)


def _cells(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Each point's (complex: longitude + i latitude) cell as a number, and the cells."""
    columns = np.floor((points.real + 180) / CELL_DEGREES).astype(np.int64)
    rows = np.floor((points.imag + 90) / CELL_DEGREES).astype(np.int64)
    codes, cells = pd.factorize(columns * 10_000 + rows)
    return codes, cells


def _largest(values: np.ndarray, groups: np.ndarray, n_groups: int) -> np.ndarray:
    """The position of each group's largest value; of equals the first."""
    order = np.lexsort((-np.arange(len(values)), values))
    found = np.zeros(n_groups, dtype=np.int64)
    found[groups[order]] = order  # the last to be written stays
    return found
