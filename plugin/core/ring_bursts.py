# SPDX-License-Identifier: GPL-2.0-or-later
"""How much the events within rings come in bursts: the dispersion of each ring and of each part of a breakdown."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from .comparison import OWN_DISPERSION, own_or_pooled
from .rates import dispersion, pooled_dispersion


def ring_dispersions(weekly: Iterable[tuple[np.ndarray, np.ndarray]], events: np.ndarray) -> np.ndarray:
    """The dispersion of the rows of one site: variance to mean of the weekly counts (`rates.dispersion`).

    A row with `comparison.OWN_DISPERSION` events in both periods together has its own. A smaller one, whose weeks say
    little, takes a pool's: of a breakdown, the parts of the same ring, as regions are pooled in a comparison; the ring
    as a whole, its own weeks. A pool with too few events itself is widened to the next radius outward that has
    enough, else to the largest. A wider ring holds the same events and more, so that its weeks know more of the same
    bursts; the next one is nearest to the ring that is asked about, and one still wider would be no surer, since it
    has the same number of weeks. Weekly counts of a larger area spread at least as much for their mean where bursts
    reach over it, so that what is borrowed widens an interval rather than narrows it.

    The ring as a whole never borrows from its parts: its interval must not depend on what it is broken down by.

    Parameters
    ----------
    weekly : by radius, from the smallest, the (values, weeks) counts of the two periods; the last value is the whole.
    events : (radii, values) counts of both periods together.

    Returns
    -------
    A (radii, values) array; NaN where neither period has two whole weeks, or there are no events in them.
    """
    own, parts = [], []
    for first, second in weekly:
        own.append(dispersion(first, second) + np.zeros(len(first)))
        parts.append(pooled_dispersion(first[:-1], second[:-1]))
    phi = np.array(own)
    pools = np.empty_like(phi)
    pools[:, :-1] = _outward(np.array(parts), events[:, :-1].sum(axis=1))[:, None]
    pools[:, -1] = _outward(phi[:, -1], events[:, -1])
    return own_or_pooled(phi, pools, events)


def _outward(phi: np.ndarray, events: np.ndarray) -> np.ndarray:
    """By radius, phi of the first radius from it outward that has enough events; of the largest where none has."""
    last = len(phi) - 1
    enough = np.where(events >= OWN_DISPERSION, np.arange(len(phi)), last)
    return np.asarray(phi[np.minimum.accumulate(enough[::-1])[::-1]])
