# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the year is heading: what is counted so far, and an interval for what the rest of it will add."""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy.stats import nbinom

from .errors import FlashpointsError
from .rates import two_tails
from .text import translate

_ROUNDING = 1e-9  # keeps (target - n) / phi from falling just below a whole number


@dataclass(frozen=True)
class Projection:
    """A projected total. `mean`, `sd`, `total_low` and `total_high` are of the total, in events."""

    n: float
    t_obs: float
    t_rem: float
    phi: float
    confidence: float
    mean: float
    sd: float
    total_low: float
    total_high: float

    def p_above(self, target: float) -> float:
        """Probability that the total is above `target` (not equal to it)."""
        steps = math.floor((target - self.n) / self.phi + _ROUNDING)
        if self.t_rem == 0:
            return float(steps < 0)
        return float(_remainder(self.n, self.t_obs, self.t_rem, self.phi).sf(steps))


def project(n: float, t_obs: float, t_rem: float, phi: float = 1.0, confidence: float = 0.95) -> Projection:
    """Project a count to the end of a span, when its rate stays what it was.

    Gamma-Poisson prediction with Jeffreys' prior: after n events in t_obs days, the events of the next t_rem
    days are negative binomial with k = n + 1/2 and p = 1 / (1 + r), r = t_rem / t_obs; mean k r, variance
    k r (1 + r) (Gelman et al., Bayesian Data Analysis, 2.6). With phi above 1 they are phi times a negative
    binomial of k = n / phi + 1/2: about the same mean, phi times the variance.

    Parameters
    ----------
    n : events so far.
    t_obs, t_rem : days observed, above 0, and days to come, 0 or more.
    phi : variance to mean of the weekly counts; below 1 or NaN (not known) counts as 1.
    confidence : of the interval, which is central and rounded outwards to whole events.

    Raises
    ------
    FlashpointsError : no days observed, or a number that cannot be.
    """
    if not (n >= 0 and t_obs > 0 and t_rem >= 0 and math.isfinite(n + t_obs + t_rem)):
        text = translate("Pace", "{n} events in {observed} days, {remaining} to come cannot be projected.")
        raise FlashpointsError(
            text.format(n=f"{n:g}", observed=f"{t_obs:g}", remaining=f"{t_rem:g}"),
            remedy=translate("Pace", "At least one day of the year has to be covered by the data."),
        )
    tail = two_tails(confidence) / 2.0
    phi = phi if phi > 1.0 else 1.0
    if t_rem == 0:
        return Projection(n, t_obs, t_rem, phi, confidence, n, 0.0, n, n)
    rest = _remainder(n, t_obs, t_rem, phi)
    return Projection(
        n, t_obs, t_rem, phi, confidence,
        mean=float(n + phi * rest.mean()),
        sd=float(phi * rest.std()),
        total_low=float(n + math.floor(phi * rest.ppf(tail) + _ROUNDING)),
        total_high=float(n + math.ceil(phi * rest.ppf(1.0 - tail) - _ROUNDING)),
    )  # fmt: skip


def _remainder(n: float, t_obs: float, t_rem: float, phi: float):  # type: ignore[no-untyped-def]
    """The predictive distribution of the remainder, in units of phi events (a frozen scipy distribution)."""
    return nbinom(n / phi + 0.5, 1.0 / (1.0 + t_rem / t_obs))
