# SPDX-License-Identifier: GPL-2.0-or-later
"""The projection: published values, the gamma mixture behind it, and how often it holds."""

from __future__ import annotations

import numpy as np
import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.pace import project
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats


def test_published_projection() -> None:
    year = project(500, 181, 184)
    assert (year.total_low, year.total_high) == (947, 1073)
    assert year.p_above(1000) == pytest.approx(0.5965, abs=5e-5)
    rate = 184 / 181
    assert year.mean == pytest.approx(500 + 500.5 * rate)
    assert year.sd**2 == pytest.approx(500.5 * rate * (1 + rate))


def test_published_projection_of_dispersed_counts() -> None:
    year = project(500, 181, 184, phi=2)
    assert (year.total_low, year.total_high) == (924, 1100)
    rate = 184 / 181
    assert year.sd**2 == pytest.approx(4 * 250.5 * rate * (1 + rate))


def test_is_a_poisson_count_of_an_uncertain_rate() -> None:
    rng = np.random.default_rng(7)
    rate = rng.gamma(20.5, 1 / 100, 400_000)  # Jeffreys' prior after 20 events in 100 days
    totals = 20 + rng.poisson(rate * 265)
    year = project(20, 100, 265)
    assert year.mean == pytest.approx(totals.mean(), rel=0.002)
    assert year.p_above(80) == pytest.approx(np.mean(totals > 80), abs=0.004)
    assert [year.total_low, year.total_high] == pytest.approx(np.quantile(totals, [0.025, 0.975]), abs=1)


@given(st.integers(0, 300), st.integers(1, 364), st.sampled_from([1.0, 1.7, 2.0, 3.0, 6.5]))
def test_p_above_and_the_limits_by_adding_up(n: int, t_obs: int, phi: float) -> None:
    """Independent of ppf and sf: the probabilities themselves, summed."""
    t_rem = 365 - t_obs
    year = project(n, t_obs, t_rem, phi)
    steps = np.arange(int(year.total_high / phi) + 60 * (3 + t_rem // t_obs))
    with np.errstate(divide="ignore"):  # scipy, where a probability is 0
        chance = stats.nbinom.pmf(steps, n / phi + 0.5, t_obs / 365)
    total = n + phi * steps
    for target in (n - 1, n, n + 1, n + 12, year.total_low, year.total_high):
        assert year.p_above(target) == pytest.approx(1 - chance[total <= target + 1e-9].sum(), abs=1e-9)
    assert 1 - year.p_above(year.total_high) >= 0.975 - 1e-9
    assert year.p_above(year.total_low - 1) >= 0.975 - 1e-9
    assert n <= year.total_low <= year.total_high
    assert year.total_low == int(year.total_low)


def test_p_above_a_reached_target() -> None:
    year = project(3, 181, 184)
    assert year.p_above(2) == 1
    assert year.p_above(3) < 1  # above, not at least
    assert year.p_above(3.5) == year.p_above(3)


def test_a_year_that_is_over_and_dispersion_that_is_not_known() -> None:
    over = project(500, 365, 0)
    assert (over.mean, over.total_low, over.total_high, over.sd) == (500, 500, 500, 0)
    assert (over.p_above(499), over.p_above(500)) == (1, 0)
    for phi in (0.4, float("nan")):
        assert project(500, 181, 184, phi) == project(500, 181, 184)


def test_no_event_so_far() -> None:
    year = project(0, 181, 184)
    assert year.total_low == 0
    assert 1 <= year.total_high <= 4
    assert 0 < year.p_above(0) < 0.5


@pytest.mark.parametrize(
    ("n", "t_obs", "t_rem", "confidence"),
    [(5, 0, 365, 0.95), (-1, 10, 10, 0.95), (5, 10, -1, 0.95), (float("nan"), 10, 10, 0.95), (5, 10, 10, 95)],
)
def test_refuses(n: float, t_obs: float, t_rem: float, confidence: float) -> None:
    with pytest.raises(FlashpointsError):
        project(n, t_obs, t_rem, confidence=confidence)


@pytest.mark.parametrize("phi", [1.0, 3.0])
def test_calibration(phi: float) -> None:
    """Half a year seen, half to come, weekly variance phi times the mean: 93 to 98 % of totals lie inside."""
    rng = np.random.default_rng(11)
    replicates, mean = 1500, 4.0
    weeks = (
        rng.poisson(mean, (replicates, 52))
        if phi == 1
        else rng.negative_binomial(mean / (phi - 1), 1 / phi, (replicates, 52))
    )
    inside = 0
    for seen, total in zip(weeks[:, :26].sum(1), weeks.sum(1)):
        year = project(int(seen), 26, 26, phi)
        inside += year.total_low <= total <= year.total_high
    assert 0.93 <= inside / replicates <= 0.98
