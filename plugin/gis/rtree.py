# SPDX-License-Identifier: GPL-2.0-or-later
"""The spatial index of a layer of points, built whole instead of point by point.

A GeoPackage's index is SQLite's R*Tree, whose nodes lie in three plain tables (https://www.sqlite.org/rtree.html,
section 4.1, and "static node format" in SQLite's rtree.c). Points sorted into tiles fill its nodes one after the
other (Leutenegger, Lopez and Edgington 1997, "STR: a simple and efficient algorithm for R-tree packing"). That
takes a tenth of the time of inserting them, and the boxes overlap less.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import numpy as np

_ROOT = 1
_TOGETHER = 100  # rows that one statement inserts
_CELL = np.dtype([("id", ">i8"), ("min_x", ">f4"), ("max_x", ">f4"), ("min_y", ">f4"), ("max_y", ">f4")])
_HEADER = np.dtype([("depth", ">u2"), ("count", ">u2")])


def fill(
    connection: sqlite3.Connection, table: str, ids: np.ndarray, x: np.ndarray, y: np.ndarray
) -> Iterator[float]:
    """Fill an empty R*Tree with points; gives now and then how much of it is done, 0 to 1. Iterate to its end.

    Parameters
    ----------
    table : name of the virtual table, of columns id, min x, max x, min y, max y.
    ids : (n,) integers, each once.
    x, y : (n,) floats, no NaN.
    """
    (size,) = connection.execute(f'SELECT length(data) FROM "{table}_node" WHERE nodeno = {_ROOT}').fetchone()  # nosec B608
    try:
        connection.execute(f'DELETE FROM "{table}_node"')  # nosec B608 (a table of our own schema)
    except sqlite3.OperationalError:  # a SQLite that guards these tables: slower, and as good
        rows = zip(ids.tolist(), x.tolist(), x.tolist(), y.tolist(), y.tolist())
        connection.executemany(f'INSERT INTO "{table}" VALUES (?, ?, ?, ?, ?)', rows)  # nosec B608
        yield 1.0
        return
    cells = _point_cells(ids, x, y)
    capacity = (size - _HEADER.itemsize) // _CELL.itemsize
    children, number, depth = "rowid", _ROOT + 1, 0
    while len(cells) > capacity:
        cells = cells[_tiles(cells, capacity)]
        yield 0.9 if depth else 0.2  # the lowest level is nearly all of it
        nodes = np.arange(number, number + -(-len(cells) // capacity))
        _write_nodes(connection, table, nodes, cells, size, 0)
        yield 0.9 if depth else 0.4
        _write_links(connection, table, children, cells["id"], np.repeat(nodes, capacity)[: len(cells)])
        yield 0.9
        cells = _enclosing(nodes, cells, capacity)
        children, number, depth = "parent", number + len(nodes), depth + 1
    _write_nodes(connection, table, np.array([_ROOT]), cells, size, depth)
    _write_links(connection, table, children, cells["id"], np.full(len(cells), _ROOT))
    yield 1.0


def _point_cells(ids: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """A cell for each point, whose box of 32-bit numbers holds its coordinates of 64 bits."""
    cells = np.zeros(len(ids), dtype=_CELL)
    cells["id"] = ids
    for axis, values in (("x", np.asarray(x, dtype=float)), ("y", np.asarray(y, dtype=float))):
        near = values.astype(np.float32)
        cells[f"min_{axis}"] = np.where(near > values, np.nextafter(near, np.float32(-np.inf)), near)
        cells[f"max_{axis}"] = np.where(near < values, np.nextafter(near, np.float32(np.inf)), near)
    return cells


def _tiles(cells: np.ndarray, capacity: int) -> np.ndarray:
    """The order of cells by tile: slices from west to east, in each from south to north."""
    slices = int(np.ceil(np.sqrt(len(cells) / capacity)))
    slice_size = slices * capacity
    x, y = cells["min_x"].astype(np.float32), cells["min_y"].astype(np.float32)
    rank = np.empty(len(cells), dtype=np.int64)
    rank[np.argsort(x, kind="stable")] = np.arange(len(cells)) // slice_size
    return np.lexsort((y, rank))


def _enclosing(nodes: np.ndarray, cells: np.ndarray, capacity: int) -> np.ndarray:
    """A cell for each node: its box encloses those of its cells."""
    starts = np.arange(0, len(cells), capacity)
    above = np.zeros(len(nodes), dtype=_CELL)
    above["id"] = nodes
    for axis in "xy":
        above[f"min_{axis}"] = np.minimum.reduceat(cells[f"min_{axis}"].astype(np.float32), starts)
        above[f"max_{axis}"] = np.maximum.reduceat(cells[f"max_{axis}"].astype(np.float32), starts)
    return above


def _write_nodes(
    connection: sqlite3.Connection, table: str, nodes: np.ndarray, cells: np.ndarray, size: int, depth: int
) -> None:
    capacity = (size - _HEADER.itemsize) // _CELL.itemsize
    layout = np.dtype(
        {
            "names": ["header", "cells"],
            "formats": [_HEADER, (_CELL, capacity)],
            "offsets": [0, 4],
            "itemsize": size,
        }
    )
    blobs = np.zeros(len(nodes), dtype=layout)
    full = np.zeros(len(nodes) * capacity, dtype=_CELL)
    full[: len(cells)] = cells
    blobs["cells"] = full.reshape(len(nodes), capacity)
    blobs["header"]["depth"] = depth
    blobs["header"]["count"] = np.minimum(len(cells) - np.arange(len(nodes)) * capacity, capacity)
    raw = blobs.tobytes()
    rows = ((node, raw[index * size : (index + 1) * size]) for index, node in enumerate(nodes.tolist()))
    connection.executemany(f'INSERT INTO "{table}_node" (nodeno, data) VALUES (?, ?)', rows)  # nosec B608


def _write_links(
    connection: sqlite3.Connection, table: str, children: str, ids: np.ndarray, nodes: np.ndarray
) -> None:
    """Say of each child which node holds it: a point's in `_rowid`, a node's in `_parent`."""
    order = np.argsort(ids, kind="stable")
    pairs = np.column_stack([ids[order], nodes[order]]).astype(np.int64)
    several = len(pairs) // _TOGETHER * _TOGETHER
    for rows, together in ((pairs[:several], _TOGETHER), (pairs[several:], 1)):
        statement = f'INSERT INTO "{table}_{children}" VALUES {", ".join(["(?, ?)"] * together)}'  # nosec B608
        connection.executemany(statement, rows.reshape(-1, 2 * together).tolist())
