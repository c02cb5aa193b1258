# SPDX-License-Identifier: GPL-2.0-or-later
"""A synthetic bench file of any size: who, when and what as in the sample, half of the places new."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from sample_places import Draw
from sample_rows import Row

SEED = 400_000
# A plain outline well inside Mali, drawn by hand (longitude, latitude).
OUTLINE = (
    (-11.2, 13.0), (-10.9, 14.8), (-9.3, 14.9), (-5.0, 15.0), (-5.1, 16.5), (-5.8, 21.5), (-4.6, 24.4),
    (0.8, 20.6), (2.9, 18.8), (3.7, 18.7), (3.7, 16.3), (2.6, 15.7), (0.6, 15.35), (-1.6, 15.2), (-3.5, 14.2),
    (-4.5, 13.3), (-5.0, 12.2), (-5.7, 11.7), (-6.0, 10.9), (-7.5, 10.9), (-8.2, 12.1), (-9.3, 12.8),
)  # fmt: skip
FILLER = (
    "The text goes on so that the file has the weight of a real one, where each event has a few sentences.",
    "Nobody reported this, nothing of the kind is known from this place and day: the row tests a program.",
    "Numbers, names and dates come from a random stream and only look like those of a real file.",
    "It is here to measure how long reading, counting and drawing take, and is never shown as information.",
)
TOWN = ("admin1", "admin2", "admin3", "location", "latitude", "longitude")


def inside(longitude: np.ndarray, latitude: np.ndarray) -> np.ndarray:
    """Which points (arrays of n degrees) lie in the outline: even-odd rule."""
    odd = np.zeros(len(longitude), dtype=bool)
    for (x0, y0), (x1, y1) in zip(OUTLINE, OUTLINE[1:] + OUTLINE[:1]):
        crosses = (y0 > latitude) != (y1 > latitude)
        if y0 != y1:
            odd ^= crosses & (longitude < x0 + (latitude - y0) * (x1 - x0) / (y1 - y0))
    return odd


def scattered(draw: Draw, count: int, taken: set[tuple[float, float]]) -> np.ndarray:
    """`count` distinct points in the outline, none of them `taken`: array (count, 2) of 0.0001 degrees."""
    west, south = np.min(OUTLINE, axis=0)
    east, north = np.max(OUTLINE, axis=0)
    used = np.array(sorted((round(x * 1e4) << 32) + round(y * 1e4) for x, y in taken))
    keys = np.empty(0, dtype=np.int64)
    while len(keys) < count:
        x = west + draw.many(count) * (east - west)
        y = south + draw.many(count) * (north - south)
        within = inside(x, y)
        steps = np.rint(np.stack([x[within], y[within]]) * 1e4).astype(np.int64)
        keys = np.concatenate([keys, (steps[0] << 32) + steps[1]])
        first = np.unique(keys, return_index=True)[1]
        keys = keys[np.sort(first)]
        keys = keys[~np.isin(keys, used)]
    latitude = keys[:count] & 0xFFFFFFFF
    return np.stack([(keys[:count] - latitude) >> 32, latitude], axis=1)


def nearest(points: np.ndarray, towns: np.ndarray) -> np.ndarray:
    """Index of the nearest of the towns (m, 2) for each point (n, 2), in degrees: near enough for a label."""
    squeeze = np.array([0.96, 1.0])  # a degree of longitude is a little shorter here
    out = np.empty(len(points), dtype=np.int64)
    for start in range(0, len(points), 20_000):
        part = (points[start : start + 20_000, None, :] - towns[None]) * squeeze
        out[start : start + 20_000] = np.argmin((part**2).sum(axis=2), axis=1)
    return out


def frame(rows: list[Row], count: int) -> pd.DataFrame:
    """`count` rows drawn from the sample's; every second one is moved to a point of its own."""
    draw = Draw(SEED)
    sample = pd.DataFrame(rows)
    where = sample.groupby(["longitude", "latitude"])["event_type"].transform("size")
    shared = np.flatnonzero(where.to_numpy() > 4)
    out = sample.take((draw.many(count) * len(sample)).astype(np.int64)).reset_index(drop=True)
    scatter = np.arange(count) % 2 == 1
    again = shared[(draw.many(count - scatter.sum()) * len(shared)).astype(np.int64)]
    out.loc[~scatter, list(TOWN)] = sample.loc[again, list(TOWN)].to_numpy()
    taken = set(zip(sample["longitude"].astype(float), sample["latitude"].astype(float)))
    points = scattered(draw, int(scatter.sum()), taken) / 1e4
    towns = sample[sample["location"] == sample["admin3"]].drop_duplicates("location")
    label = nearest(points, towns[["longitude", "latitude"]].to_numpy(dtype=float))
    place = towns[list(TOWN)].iloc[label].to_numpy(dtype=object)
    place[:, 3] = [f"Point {i}" for i in range(1, len(points) + 1)]
    place[:, 4] = [f"{y:.4f}" for y in points[:, 1]]
    place[:, 5] = [f"{x:.4f}" for x in points[:, 0]]
    out.loc[scatter, list(TOWN)] = place
    filler = np.array([f" {a} {b}" for a in FILLER for b in FILLER if a != b], dtype=object)
    out["notes"] = out["notes"] + filler[(draw.many(count) * len(filler)).astype(np.int64)]
    out["geo_precision"] = np.where(scatter & (out["geo_precision"] == 3), 2, out["geo_precision"])
    out = out.sort_values("event_date", kind="stable").reset_index(drop=True)
    out["event_id_cnty"] = [f"SYN{i:05d}" for i in range(1, count + 1)]
    return out


def write(rows: list[Row], columns: Sequence[str], count: int, path: Path) -> None:
    """Write a bench file of `count` rows made from the sample's complete rows."""
    out = frame(rows, count)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(zip(*(out[column].tolist() for column in columns)))
