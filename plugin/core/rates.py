# SPDX-License-Identifier: GPL-2.0-or-later
"""How sure a count, a share or a change of rate is. Arrays in, arrays out; exact where a method exists."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import special

from .errors import FlashpointsError
from .text import translate


@dataclass(frozen=True)
class RateRatio:
    """The later rate over the earlier, its confidence limits and its two-sided p; NaN where not defined."""

    ratio: np.ndarray
    low: np.ndarray
    high: np.ndarray
    p_value: np.ndarray


def rate_ratio(
    a: np.ndarray | float, ta: np.ndarray | float, b: np.ndarray | float, tb: np.ndarray | float,
    confidence: float = 0.95, phi: np.ndarray | float = 1.0,
) -> RateRatio:  # fmt: skip
    """Compare two event rates, by the exact conditional test of two Poisson counts.

    Given a + b events, a is binomial with p0 = ta / (ta + tb) when the rates are equal (Przyborowski and
    Wilenski 1940). The limits are those of Clopper and Pearson (1934) for that share, turned into a ratio; p
    is central, twice the smaller tail and at most 1: below 1 - confidence just when the limits leave out 1.

    Counts that vary more than Poisson's are divided by max(1, phi) before they enter the same beta quantiles,
    which are continuous in the counts and hold at zero.

    Parameters
    ----------
    a, ta : events and days (or any unit of exposure) of the later period.
    b, tb : events and days of the earlier period.
    confidence : of the interval, between 0 and 1.
    phi : variance to mean of the counts, see `dispersion`; what is below 1 counts as 1.

    Returns
    -------
    RateRatio of arrays of the broadcast shape (plain floats for plain numbers). No events in either period,
    no exposure, or a NaN: all four are NaN. b = 0: ratio and upper limit are NaN.
    """
    alpha = two_tails(confidence)
    given = [np.asarray(value, dtype=float) for value in (a, ta, b, tb, phi)]
    a, ta, b, tb, phi = np.broadcast_arrays(*given)
    with np.errstate(invalid="ignore", divide="ignore"):
        known = (a >= 0) & (b >= 0) & (a + b > 0) & (ta > 0) & (tb > 0) & np.isfinite(phi)
        scale = np.maximum(1.0, phi)
        x, y = np.where(known, a / scale, np.nan), np.where(known, b / scale, np.nan)
        null, odds = ta / (ta + tb), tb / ta
        low, high = _lower_share(x, y, alpha), _lower_share(y, x, alpha)
        p_value = np.minimum(1.0, 2.0 * np.minimum(*_tails(x, y, null)))
        some = known & (b > 0)
        ratio = np.where(some, (a / ta) / (b / tb), np.nan)
        low = np.where(known, low / (1.0 - low) * odds, np.nan)
        high = np.where(some, (1.0 - high) / high * odds, np.nan)  # the lower limit of the other share
    return RateRatio(ratio[()], low[()], high[()], np.where(known, p_value, np.nan)[()])


def two_tails(confidence: float) -> float:
    """1 - confidence: what the two tails hold. FlashpointsError unless the confidence is between 0 and 1."""
    if not 0.0 < confidence < 1.0:
        text = translate("Rates", "A confidence of {value} is not between 0 and 1.")
        raise FlashpointsError(
            text.format(value=f"{confidence:g}"),
            remedy=translate("Rates", "The usual value is 0.95."),
        )
    return 1.0 - confidence


def _lower_share(x: np.ndarray, y: np.ndarray, alpha: float) -> np.ndarray:
    """Clopper-Pearson lower limit of x / (x + y), for real x and y; NaN stays NaN."""
    return np.where(x == 0, 0.0, special.betaincinv(np.where(x > 0, x, np.nan), y + 1.0, alpha / 2.0))


def _tails(x: np.ndarray, y: np.ndarray, null: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """P(X >= x) and P(X <= x) of a binomial of x + y trials, as beta integrals, for real x and y."""
    upper = np.where(x == 0, 1.0, special.betainc(np.where(x > 0, x, np.nan), y + 1.0, null))
    lower = np.where(y == 0, 1.0, special.betainc(np.where(y > 0, y, np.nan), x + 1.0, 1.0 - null))
    return upper, lower


def poisson_limits(
    n: np.ndarray | float, confidence: float = 0.95, phi: np.ndarray | float = 1.0
) -> tuple[np.ndarray, np.ndarray]:
    """Exact limits of the mean of a Poisson count n (Garwood 1936); the lower one of 0 is 0.

    phi : variance to mean, see `dispersion`; counts that vary more than Poisson's are divided by max(1, phi) before
    the limits are taken, and the limits multiplied by it. What is below 1, and NaN, counts as 1.
    """
    alpha = two_tails(confidence)
    scale = np.fmax(1.0, np.asarray(phi, dtype=float))
    n = np.asarray(n, dtype=float) / scale
    with np.errstate(invalid="ignore"):
        some = np.where(n > 0, n, np.nan)
        low = np.where(n == 0, 0.0, special.gammaincinv(some, alpha / 2.0))
        high = special.gammaincinv(np.where(n >= 0, n, np.nan) + 1.0, 1.0 - alpha / 2.0)
    return (low * scale)[()], np.asarray(high * scale)[()]


def wilson(
    k: np.ndarray | float, n: np.ndarray | float, confidence: float = 0.95
) -> tuple[np.ndarray, np.ndarray]:
    """Interval of a share k / n (Wilson 1927), between 0 and 1; NaN where n is 0 or k is not among 0..n."""
    z = special.ndtri(1.0 - two_tails(confidence) / 2.0)
    k, n = np.broadcast_arrays(np.asarray(k, dtype=float), np.asarray(n, dtype=float))
    with np.errstate(invalid="ignore", divide="ignore"):
        good = (n > 0) & (k >= 0) & (k <= n)
        share = np.where(good, k / n, np.nan)
        centre = (share + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * np.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
        # at 0 and at n the limits are 0 and 1 exactly; rounding must not carry them past
        low = np.where(k == 0, 0.0 * share, centre - half)
        high = np.where(k == n, share, centre + half)
    return low[()], high[()]


def benjamini_hochberg(p: np.ndarray) -> np.ndarray:
    """Adjust p-values for their number (false discovery rate; Benjamini and Hochberg 1995).

    NaNs stand outside: they stay NaN and are not counted among the tests.
    """
    p = np.asarray(p, dtype=float)
    result = np.full(p.shape, np.nan)
    tested = np.flatnonzero(~np.isnan(p))
    order = tested[np.argsort(p[tested], kind="stable")]
    scaled = p[order] * tested.size / np.arange(1, tested.size + 1)
    result[order] = np.minimum(1.0, np.minimum.accumulate(scaled[::-1])[::-1])
    return result


def dispersion(weeks_a: np.ndarray, weeks_b: np.ndarray) -> np.ndarray:
    """Variance to mean of the weekly counts of two periods, each about its own mean.

    Pearson's statistic over its degrees of freedom (McCullagh and Nelder 1989, 4.5): each period's variance
    is divided by its own mean, and the two are pooled by weeks less one. 1 is Poisson; clusters of events
    make it larger. A period without events, or of fewer than two weeks, says nothing and is left out.

    Parameters
    ----------
    weeks_a, weeks_b : (..., weeks) arrays of counts; the numbers of weeks may differ.

    Returns
    -------
    An array of the leading shape; NaN where neither period says anything.
    """
    chi2, freedom = _pearson(weeks_a, weeks_b)
    return _quotient(chi2, freedom)


def pooled_dispersion(weeks_a: np.ndarray, weeks_b: np.ndarray) -> float:
    """One `dispersion` for all rows together, for rows too small to have their own; NaN when none has any."""
    chi2, freedom = _pearson(weeks_a, weeks_b)
    return float(_quotient(np.sum(chi2), np.sum(freedom)))


def _pearson(*periods: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Sum over the periods of squared deviations over the mean, and of weeks less one."""
    chi2 = freedom = np.asarray(0.0)
    for period in periods:
        weeks = np.asarray(period, dtype=float)
        if weeks.shape[-1] < 2:
            continue
        mean = weeks.mean(axis=-1)
        squares = ((weeks - mean[..., None]) ** 2).sum(axis=-1)
        some = mean > 0
        chi2 = chi2 + np.where(some, squares / np.where(some, mean, 1.0), 0.0)
        freedom = freedom + np.where(some, weeks.shape[-1] - 1.0, 0.0)
    shape = np.broadcast_shapes(*(np.shape(period)[:-1] for period in periods))
    return np.broadcast_to(chi2, shape), np.broadcast_to(freedom, shape)


def _quotient(chi2: np.ndarray, freedom: np.ndarray) -> np.ndarray:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(freedom > 0, chi2 / freedom, np.nan)[()]
