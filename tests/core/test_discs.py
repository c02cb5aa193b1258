# SPDX-License-Identifier: GPL-2.0-or-later
"""Places of a footprint: taken once, and told apart without losing a pair that touches."""

from __future__ import annotations

import numpy as np
from flashpoints.plugin.core.discs import distinct_places, grid_cells, touching_groups
from flashpoints.plugin.core.geodesy import distances_km


def test_places_are_taken_once_and_missing_ones_not_at_all() -> None:
    places = distinct_places(np.array([1.0, 1.0, 2.0, np.nan]), np.array([5.0, 5.0, 5.0, 5.0]))
    assert places.tolist() == [[1.0, 5.0], [2.0, 5.0]]


def test_groups_hold_every_place_once_and_no_touching_pair_is_parted() -> None:
    generator = np.random.default_rng(3)
    places = np.column_stack([generator.uniform(-5, -4, 300), generator.uniform(13, 14, 300)])
    groups = touching_groups(places, 2.5)
    assert sorted(np.concatenate(groups)) == list(range(300))
    group_of = np.empty(300, dtype=int)
    for number, group in enumerate(groups):
        group_of[group] = number
    for i in range(300):
        away = distances_km(places[i, 0], places[i, 1], places[:, 0], places[:, 1])
        for j in np.flatnonzero((away <= 5.0) & (np.arange(300) != i)):
            assert group_of[i] == group_of[j] != 0  # group 0 holds those that touch nobody


def test_discs_that_meet_across_the_antimeridian_are_one_group() -> None:
    groups = touching_groups(np.array([[179.99, 0.0], [-179.99, 0.0], [0.0, 0.0]]), 2.5)
    assert [sorted(group) for group in groups] == [[2], [0, 1]]


def test_no_place_no_group() -> None:
    assert [len(group) for group in touching_groups(np.empty((0, 2)), 2.5)] == [0]


def test_cells_are_counted_from_the_origin() -> None:
    cells = grid_cells(np.array([1.0, 9.0, 11.0, -1.0, np.nan]), np.array([1.0, 2.0, 1.0, 1.0, 1.0]), 10.0)
    assert cells.tolist() == [[-10.0, 0.0], [0.0, 0.0], [10.0, 0.0]]
