# SPDX-License-Identifier: GPL-2.0-or-later
"""Rates, shares and adjustment: published values, scipy's own tests, and a calibration by simulation."""

from __future__ import annotations

import numpy as np
import pytest
from flashpoints.plugin.core import rates
from flashpoints.plugin.core.errors import FlashpointsError
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

counts = st.integers(0, 400)
days = st.integers(1, 1000)


@pytest.mark.parametrize(
    ("a", "ta", "b", "tb", "ratio", "low", "high", "p"),
    [
        (16, 181, 5, 184, 3.25304, 1.13874, 11.35414, 0.024154),
        (16, 1, 5, 1, 3.2, 1.1202, 11.1690, 0.026604),
        (9, 365, 3, 365, 3.0, 0.749, 17.228, 0.1460),
    ],
)
def test_published_rate_ratios(
    a: int, ta: int, b: int, tb: int, ratio: float, low: float, high: float, p: float
) -> None:
    found = rates.rate_ratio(a, ta, b, tb)
    digits = 5e-6 if ratio > 3.2 else 5e-4
    assert found.ratio == pytest.approx(ratio, abs=digits)
    assert found.low == pytest.approx(low, abs=max(digits, 5e-5))
    assert found.high == pytest.approx(high, abs=max(digits, 5e-5))
    assert found.p_value == pytest.approx(p, abs=5e-5 if p > 0.1 else 5e-7)


@given(counts, days, counts, days, st.sampled_from([0.8, 0.95, 0.99]))
def test_against_the_exact_binomial_test(a: int, ta: int, b: int, tb: int, confidence: float) -> None:
    found = rates.rate_ratio(a, ta, b, tb, confidence)
    if a + b == 0:
        assert np.isnan([found.ratio, found.low, found.high, found.p_value]).all()
        return
    null = ta / (ta + tb)
    sides = [stats.binomtest(a, a + b, null, alternative=side).pvalue for side in ("less", "greater")]
    assert found.p_value == pytest.approx(min(1.0, 2 * min(sides)), rel=1e-7, abs=1e-250)
    share = stats.binomtest(a, a + b, null).proportion_ci(confidence, method="exact")
    assert found.low == pytest.approx(share.low / (1 - share.low) * tb / ta, rel=1e-6)
    if b == 0:
        assert np.isnan(found.ratio)
        assert np.isnan(found.high)
    else:
        assert found.ratio == pytest.approx(a * tb / (b * ta))
        assert found.high == pytest.approx(share.high / (1 - share.high) * tb / ta, rel=1e-6)


@given(counts, days, counts, days, st.floats(1, 30))
def test_p_and_interval_agree_at_any_dispersion(a: int, ta: int, b: int, tb: int, phi: float) -> None:
    found = rates.rate_ratio(a, ta, b, tb, 0.95, phi)
    if a + b == 0 or abs(found.p_value - 0.05) < 1e-5:
        return
    below_one = found.high < 1  # False for NaN, the open end
    assert (found.p_value < 0.05) == bool(found.low > 1 or below_one)


@given(counts, days, counts, days, st.floats(1, 30))
def test_turning_the_periods_round_inverts_the_ratio(a: int, ta: int, b: int, tb: int, phi: float) -> None:
    here, there = rates.rate_ratio(a, ta, b, tb, 0.95, phi), rates.rate_ratio(b, tb, a, ta, 0.95, phi)
    if a + b == 0:
        return
    assert here.p_value == pytest.approx(there.p_value)
    if a and b:
        assert here.low * there.high == pytest.approx(1)
        assert here.ratio * there.ratio == pytest.approx(1)


def test_dispersion_is_a_division_of_both_counts_and_never_narrows() -> None:
    halved = rates.rate_ratio(8, 181, 2.5, 184)
    found = rates.rate_ratio(16, 181, 5, 184, phi=2)
    assert (found.ratio, found.low, found.high, found.p_value) == pytest.approx(
        (halved.ratio, halved.low, halved.high, halved.p_value)
    )
    assert rates.rate_ratio(16, 181, 5, 184, phi=0.3).low == rates.rate_ratio(16, 181, 5, 184).low
    wide = rates.rate_ratio(16, 181, 5, 184, phi=np.array([1.0, 1.5, 3.0, 10.0]))
    assert (np.diff(wide.low) < 0).all()
    assert (np.diff(wide.high) > 0).all()
    assert (np.diff(wide.p_value) > 0).all()


def test_at_zero() -> None:
    # nothing, then 7 in as many days: P(7 of 7 heads) twice; the lower limit is an odds of (alpha/2)^(1/7)
    from_zero = rates.rate_ratio(7, 10, 0, 10)
    assert from_zero.p_value == pytest.approx(2 / 2**7)
    low = 0.025 ** (1 / 7)
    assert from_zero.low == pytest.approx(low / (1 - low))
    assert np.isnan(from_zero.ratio)
    assert np.isnan(from_zero.high)
    to_zero = rates.rate_ratio(0, 10, 7, 10)
    assert (to_zero.ratio, to_zero.low) == (0, 0)
    assert to_zero.high == pytest.approx((1 - low) / low)
    # dispersed: 7 become 3.5
    assert rates.rate_ratio(7, 10, 0, 10, phi=2).p_value == pytest.approx(2 / 2**3.5)
    assert rates.rate_ratio(0, 10, 7, 10, phi=2).p_value == pytest.approx(2 / 2**3.5)


def test_not_defined() -> None:
    a, ta, b, tb = [0, 5, 5, np.nan, 5, -1], [9, 0, 9, 9, 9, 9], [0, 5, 5, 5, np.nan, 5], [9, 9, 0, 9, 9, 9]
    found = rates.rate_ratio(np.array(a), np.array(ta), np.array(b), np.array(tb))
    for values in (found.ratio, found.low, found.high, found.p_value):
        assert np.isnan(values).all()
    assert np.isnan(rates.rate_ratio(5, 9, 5, 9, phi=np.nan).p_value)


def test_arrays_broadcast_and_plain_numbers_stay_plain() -> None:
    found = rates.rate_ratio(np.arange(12).reshape(3, 4), 181, np.arange(4), 184)
    assert found.ratio.shape == found.low.shape == found.p_value.shape == (3, 4)
    assert found.high[2, 1] == rates.rate_ratio(9, 181, 1, 184).high
    assert isinstance(rates.rate_ratio(9, 181, 1, 184).high, float)


@pytest.mark.parametrize("confidence", [0, 1, 95, float("nan")])
def test_such_a_confidence_is_refused(confidence: float) -> None:
    for call in (rates.poisson_limits, rates.wilson):
        with pytest.raises(FlashpointsError, match="between 0 and 1"):
            call(*([5, 9] if call is rates.wilson else [5]), confidence)
    with pytest.raises(FlashpointsError, match="between 0 and 1"):
        rates.rate_ratio(5, 9, 5, 9, confidence)


def test_poisson_limits() -> None:
    low, high = rates.poisson_limits(np.array([16, 5, 0, np.nan]))
    assert low[:3] == pytest.approx([9.14538, 1.62349, 0], abs=5e-6)
    assert high[:3] == pytest.approx([25.98300, 11.66833, -np.log(0.025)], abs=5e-6)
    assert np.isnan([low[3], high[3]]).all()
    n = np.arange(1, 300)
    low, high = rates.poisson_limits(n, 0.9)
    assert low == pytest.approx(stats.chi2.ppf(0.05, 2 * n) / 2)
    assert high == pytest.approx(stats.chi2.ppf(0.95, 2 * n + 2) / 2)


def test_poisson_limits_of_dispersed_counts() -> None:
    low, high = rates.poisson_limits(np.array([16.0, 16.0, 16.0, 0.0]), phi=np.array([0.4, np.nan, 2.0, 3.0]))
    assert (low[:2], high[:2]) == (
        pytest.approx([9.14538] * 2, abs=5e-6),
        pytest.approx([25.983] * 2, abs=5e-6),
    )
    halved = rates.poisson_limits(8)
    assert (low[2], high[2]) == pytest.approx((2 * halved[0], 2 * halved[1]))
    assert (low[3], high[3]) == pytest.approx((0, -3 * np.log(0.025)))


@pytest.mark.parametrize(
    ("phi", "total"), [(phi, total) for phi in (1.0, 2.0, 4.0) for total in (60.0, 200.0)]
)
def test_calibration_of_the_interval_of_a_count(phi: float, total: float) -> None:
    """26 weeks, with the dispersion measured as the table does: the drawn interval covers the true mean."""
    rng = np.random.default_rng([7, int(phi), int(total)])
    weeks, replicates = 26, 4000
    a, b = (simulate(rng, total / weeks, phi, weeks, replicates) for _ in range(2))
    low, high = rates.poisson_limits(a.sum(1), phi=rates.dispersion(a, b))
    assert 0.93 <= np.mean((low <= total) & (total <= high)) <= 0.98
    if phi > 1:  # and the undispersed one does not: the test can tell
        low, high = rates.poisson_limits(a.sum(1))
        assert np.mean((low <= total) & (total <= high)) < 0.90


@given(st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_against_scipy(pair: tuple[int, int]) -> None:
    k, n = pair
    expected = stats.binomtest(k, n).proportion_ci(0.95, method="wilson")
    low, high = rates.wilson(k, n)
    assert (low, high) == pytest.approx((expected.low, expected.high), abs=1e-12)
    assert 0 <= low <= k / n <= high <= 1


def test_wilson_is_not_defined_for_no_events_or_more_than_all() -> None:
    low, high = rates.wilson(np.array([0, 5, -1]), np.array([0, 4, 4]))
    assert np.isnan(low).all()
    assert np.isnan(high).all()


def test_benjamini_hochberg() -> None:
    p = np.array([0.001, 0.008, 0.02, 0.03, 0.04, 0.06, 0.2, 0.4, 0.6, 0.9])
    expected = np.array([0.01, 0.04, 0.0667, 0.075, 0.08, 0.1, 0.2857, 0.5, 0.6667, 0.9])
    assert rates.benjamini_hochberg(p) == pytest.approx(expected, abs=5e-5)
    mixed = np.random.default_rng(3).permutation(10)
    assert rates.benjamini_hochberg(p[mixed]) == pytest.approx(expected[mixed], abs=5e-5)


def test_benjamini_hochberg_against_scipy() -> None:
    adjust = getattr(stats, "false_discovery_control", None)  # scipy 1.11
    if adjust is None:
        pytest.skip("this scipy does not adjust")
    p = np.random.default_rng(5).uniform(0, 1, 40) ** 3
    assert rates.benjamini_hochberg(p) == pytest.approx(adjust(p, method="bh"))


def test_benjamini_hochberg_against_statsmodels() -> None:
    multitest = pytest.importorskip("statsmodels.stats.multitest")
    p = np.random.default_rng(6).uniform(0, 1, 40) ** 3
    assert rates.benjamini_hochberg(p) == pytest.approx(multitest.multipletests(p, method="fdr_bh")[1])


@pytest.mark.parametrize(("a", "ta", "b", "tb"), [(16, 181, 5, 184), (3, 90, 9, 365), (40, 31, 38, 28)])
def test_rate_ratio_against_statsmodels(a: int, ta: int, b: int, tb: int) -> None:
    """Its two-sided p is another definition: ours is twice its smaller one-sided one."""
    statsmodels = pytest.importorskip("statsmodels.stats.rates")
    sides = [
        statsmodels.test_poisson_2indep(a, ta, b, tb, method="exact-cond", alternative=side).pvalue
        for side in ("smaller", "larger")
    ]
    assert rates.rate_ratio(a, ta, b, tb).p_value == pytest.approx(min(1.0, 2 * min(sides)), rel=1e-6)


def test_benjamini_hochberg_leaves_nan_outside() -> None:
    p = np.array([np.nan, 0.01, 0.04, np.nan, 0.03])
    assert rates.benjamini_hochberg(p)[[1, 2, 4]] == pytest.approx([0.03, 0.04, 0.04])
    assert np.isnan(rates.benjamini_hochberg(p)[[0, 3]]).all()
    assert rates.benjamini_hochberg(np.array([])).size == 0
    assert np.isnan(rates.benjamini_hochberg(np.array([np.nan]))).all()


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_benjamini_hochberg_by_its_definition(p: list[float]) -> None:
    """Rejecting at level q by the step-up rule is the same as an adjusted p of at most q."""
    adjusted = rates.benjamini_hochberg(np.array(p))
    for q in (0.01, 0.05, 0.2, 0.5):
        ordered = sorted(p)
        passing = [value for rank, value in enumerate(ordered, 1) if value * len(p) / rank <= q]
        limit = max(passing, default=-1.0)
        assert [value <= limit for value in p] == (adjusted <= q).tolist()


def test_dispersion_by_hand() -> None:
    # about 2: 1, 1, 1, 1 -> sum 4, over 2; about 3: 9, 9, 0 -> sum 18, over 3; 3 + 2 degrees of freedom
    found = rates.dispersion(np.array([1, 3, 1, 3]), np.array([0, 6, 3]))
    assert found == pytest.approx((4 / 2 + 18 / 3) / 5)


def test_dispersion_takes_each_period_about_its_own_mean() -> None:
    weeks = np.array([[2, 2, 2, 2], [2, 2, 2, 2]])
    assert rates.dispersion(weeks, 10 * weeks).tolist() == [0, 0]  # a step between the two is no dispersion


def test_dispersion_where_little_is_known() -> None:
    nothing, some = np.zeros((1, 5)), np.array([[1, 3, 1, 3]])
    assert rates.dispersion(nothing, some) == pytest.approx([4 / 2 / 3])
    assert rates.dispersion(np.array([[4]]), some) == pytest.approx([4 / 2 / 3])
    assert np.isnan(rates.dispersion(nothing, nothing)).tolist() == [True]
    assert np.isnan(rates.dispersion(np.array([[4], [2]]), np.empty((2, 0)))).tolist() == [True, True]
    assert np.isnan(rates.pooled_dispersion(np.empty((0, 4)), np.empty((0, 4))))


def test_pooled_dispersion_weighs_rows_by_their_weeks() -> None:
    a, b = np.array([[1, 3, 1, 3], [0, 0, 0, 0]]), np.array([[0, 6, 3], [1, 1, 4]])
    # the second row: nothing, and about 2: 1, 1, 4 -> sum 6, over 2, with 2 degrees of freedom
    assert rates.pooled_dispersion(a, b) == pytest.approx((4 / 2 + 18 / 3 + 6 / 2) / (5 + 2))


def simulate(rng: np.random.Generator, mean: float, phi: float, weeks: int, replicates: int) -> np.ndarray:
    """Weekly counts (replicates, weeks) of variance phi times the mean: Poisson, or negative binomial."""
    if phi == 1:
        return rng.poisson(mean, (replicates, weeks))
    return rng.negative_binomial(mean / (phi - 1), 1 / phi, (replicates, weeks))


CASES = [
    (phi, ratio, total) for phi in (1.0, 2.0, 4.0) for ratio in (1.0, 3.0, 1 / 3) for total in (60.0, 200.0)
]


@pytest.mark.parametrize(("phi", "ratio", "total"), CASES)
def test_calibration_of_the_dispersed_interval(phi: float, ratio: float, total: float) -> None:
    """26 weeks against 26: the printed 95 % interval covers the true ratio in 93 to 98 % of 4,000 worlds."""
    rng = np.random.default_rng([int(phi), int(100 * ratio), int(total)])
    weeks, replicates = 26, 4000
    a = simulate(rng, ratio * total / weeks, phi, weeks, replicates)
    b = simulate(rng, total / weeks, phi, weeks, replicates)
    found = rates.rate_ratio(a.sum(1), weeks, b.sum(1), weeks, phi=rates.dispersion(a, b))
    covered = np.mean((found.low <= ratio) & (ratio <= found.high))
    assert 0.93 <= covered <= 0.98
    if phi > 1:  # and the undispersed one does not: the test can tell
        plain = rates.rate_ratio(a.sum(1), weeks, b.sum(1), weeks)
        assert np.mean((plain.low <= ratio) & (ratio <= plain.high)) < 0.90
    if ratio == 1:  # what is called significant at 5 % is so by chance in 2 to 7 %
        assert 0.02 <= np.mean(found.p_value < 0.05) <= 0.07
