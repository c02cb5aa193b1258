# SPDX-License-Identifier: GPL-2.0-or-later
"""The interval of a ring that allows for events in bursts: against plain loops, compareperiods, and a simulation."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd
import pytest
from flashpoints.plugin.core import rates
from flashpoints.plugin.core.comparison import CHANGE_COLUMNS, compare
from flashpoints.plugin.core.periods import Period, parse_period
from flashpoints.plugin.core.result import Result
from flashpoints.plugin.core.result_tables import result_table
from flashpoints.plugin.core.result_words import sentences
from flashpoints.plugin.core.ring_bursts import ring_dispersions
from flashpoints.plugin.core.ring_engine import Centre, RingEngine
from flashpoints.plugin.core.ring_words import bursts_text, change_bursts_text, change_text
from flashpoints.plugin.core.rings import ring_counts, rows_within
from pyproj import Geod

WGS84 = Geod(ellps="WGS84")
H2, H1 = parse_period("2022-H2"), parse_period("2023-H1")
BAMAKO = pd.DataFrame({"name": ["Bamako"], "lon": [-8.0029], "lat": [12.6392]})
WIDE = ["dispersion", "rr_low_disp", "rr_high_disp", "p_disp"]


def bursts(seed: int, n: int = 120) -> pd.DataFrame:
    """Events in bursts of 1 to 6 on a day and a place, of several groups, round Bamako; in any order."""
    rng = np.random.default_rng(seed)
    size = rng.integers(1, 7, n)
    day = np.repeat(rng.integers(0, 365, n), size)
    points = np.repeat(rng.uniform([-10, 11], [-6, 14.5], (n, 2)), size, axis=0)
    groups = np.array([";jnim;", ";jnim;isgs;", ";isgs;", ";wagner;", "", None], dtype=object)
    frame = pd.DataFrame(points, columns=["longitude", "latitude"])
    frame["event_date"] = pd.Timestamp("2022-07-01") + pd.to_timedelta(day, unit="D")
    frame["geo_precision"], frame["fatalities"] = 1.0, 0.0
    frame["actor_groups"] = np.repeat(rng.choice(groups, n, p=[0.3, 0.1, 0.3, 0.05, 0.2, 0.05]), size)
    return frame.sample(frac=1, random_state=seed)


def loop_weeks(frame: pd.DataFrame, km: float, group: str, covered: Period) -> list[int]:
    """Events of each whole week of a period, one event after the other."""
    weeks = [0] * (((covered.end - covered.start).days + 1) // 7)
    for event in frame.itertuples():
        names = set((event.actor_groups or "").strip(";").split(";")) - {""} or {"(none)"}
        if group != "(all)" and group not in names:
            continue
        if WGS84.inv(-8.0029, 12.6392, event.longitude, event.latitude)[2] > 1000 * km:
            continue
        day = (event.event_date.date() - covered.start).days
        if day >= 0 and day // 7 < len(weeks):
            weeks[day // 7] += 1
    return weeks


def loop_pearson(parts: list[list[int]]) -> tuple[float, float]:
    """Squared deviations over the mean, and weeks less one, of those weeks that have events."""
    chi2 = freedom = 0.0
    for weeks in parts:
        mean = sum(weeks) / len(weeks)
        if mean > 0:
            chi2 += sum((one - mean) ** 2 for one in weeks) / mean
            freedom += len(weeks) - 1
    return chi2, freedom


@pytest.mark.parametrize("periods", [[H2, H1], [H1, H2]])
@pytest.mark.parametrize("coverage", [None, Period(datetime.date(2022, 9, 3), datetime.date(2023, 5, 30))])
def test_against_plain_loops(periods: list[Period], coverage: Period | None) -> None:
    frame, radii = bursts(1), [30, 60, 120, 220]
    table = (
        ring_counts(frame, BAMAKO, radii, periods, coverage=coverage, breakdown=frame["actor_groups"])
        .set_index(["radius_km", "breakdown", "period"])
        .sort_index()
    )
    spans = [one.clip(coverage) if coverage else one for one in (H2, H1)]
    groups = [one for one in table.index.unique("breakdown") if one != "(all)"]
    assert set(groups) == {"isgs", "jnim", "wagner", "(none)"}
    weeks = {
        (km, group): [loop_weeks(frame, km, group, span) for span in spans]
        for km in radii
        for group in [*groups, "(all)"]
    }

    def total(km: float, names: list[str]) -> float:
        return sum(table.loc[(km, name), "events"].sum() for name in names)

    borrowed = {"part": 0, "whole": 0}
    for km in radii:
        for group in [*groups, "(all)"]:
            pool = ["(all)"] if group == "(all)" else groups
            if total(km, [group]) >= 20:
                chi2, freedom = loop_pearson(weeks[km, group])
            else:
                borrowed["whole" if group == "(all)" else "part"] += 1
                wider = next((one for one in radii if one >= km and total(one, pool) >= 20), radii[-1])
                chi2, freedom = np.sum([loop_pearson(weeks[wider, one]) for one in pool], axis=0)
            later, earlier = table.loc[(km, group, H1.label)], table.loc[(km, group, H2.label)]
            assert later["dispersion"] == pytest.approx(chi2 / freedom, rel=1e-12)
            expected = rates.rate_ratio(
                later["events"], later["days"], earlier["events"], earlier["days"], phi=chi2 / freedom
            )
            found = later[["rate_ratio", "rr_low_disp", "rr_high_disp", "p_disp"]].to_numpy(dtype=float)
            wanted = [expected.ratio, expected.low, expected.high, expected.p_value]
            np.testing.assert_allclose(found, wanted, rtol=1e-12)
            assert earlier[list(CHANGE_COLUMNS)].isna().all()
    assert borrowed["part"] >= 3
    assert borrowed["whole"] >= 1


def test_a_ring_has_the_numbers_of_a_comparison() -> None:
    frame = bursts(2, 240)
    frame["actor_groups"] = frame["actor_groups"].fillna("").str.strip(";").str.split(";").str[0]
    inside = np.array(
        [WGS84.inv(-8.0029, 12.6392, *at)[2] <= 150_000 for at in frame[["longitude", "latitude"]].to_numpy()]
    )
    near = frame[inside].assign(name=frame["actor_groups"].replace("", "(none)"))
    names = sorted(near["name"].unique())
    compared = compare(near, names, H2, H1, all_events=near).set_index("name")
    rings = ring_counts(frame, BAMAKO, [150], [H2, H1], breakdown=frame["actor_groups"])
    rings = rings[rings["period"] == H1.label].set_index("breakdown")
    assert (compared[["events_a", "events_b"]].sum(axis=1) < 20).any()  # takes that of all groups together
    assert (compared["dispersion"] > 1.5).all()
    pd.testing.assert_frame_equal(
        rings.loc[[*names, "(all)"], list(CHANGE_COLUMNS)], compared[list(CHANGE_COLUMNS)], check_names=False
    )


@pytest.mark.parametrize("split", [False, True])
def test_moving_settled_and_asked_once_are_the_same(split: bool) -> None:
    frame, radii = bursts(3), [10.0, 60.0, 250.0, 400.0]
    by = frame["actor_groups"] if split else None
    engine, site = RingEngine(frame, [H2, H1], breakdown=by), Centre("Bamako", -8.0029, 12.6392)
    table = ring_counts(frame, BAMAKO, radii, [H2, H1], breakdown=by)
    for reach in (500.0, 100.0):  # within reach of what is settled, and beyond
        settled = rows_within(engine, "Bamako", engine.settle(site, reach).within, radii)
        pd.testing.assert_frame_equal(settled[list(CHANGE_COLUMNS)], table[list(CHANGE_COLUMNS)])


def test_a_ring_does_not_depend_on_its_breakdown() -> None:
    frame = bursts(4)
    plain = ring_counts(frame, BAMAKO, [30, 60, 200], [H2, H1])
    split = ring_counts(frame, BAMAKO, [30, 60, 200], [H2, H1], breakdown=frame["actor_groups"])
    whole = split[split["breakdown"] == "(all)"].drop(columns="breakdown").reset_index(drop=True)
    pd.testing.assert_frame_equal(whole[list(CHANGE_COLUMNS)], plain[list(CHANGE_COLUMNS)])


def test_a_small_ring_borrows_from_the_next_one_outward_that_has_enough() -> None:
    """Four radii of one row: 4, 24, 100 events; the weeks of each have another dispersion."""
    weeks = [np.array([counts]) for counts in ([2, 0, 2, 0], [12, 0, 6, 6], [25, 25, 30, 20])]
    events = np.array([[4.0], [24.0], [100.0]])
    nothing = np.zeros((1, 4))
    own = [float(rates.dispersion(one, nothing)[0]) for one in weeks]
    assert len(set(own)) == 3
    pairs = [(one, nothing) for one in weeks]
    assert ring_dispersions(pairs, events)[:, 0].tolist() == [own[1], own[1], own[2]]
    few = ring_dispersions(pairs[:2], np.array([[4.0], [19.0]]))[:, 0]
    assert few.tolist() == [own[1], own[1]]  # none has enough: the largest, which has the most
    alone = ring_dispersions(pairs[:1], events[:1])[:, 0]
    assert alone.tolist() == [own[0]]


def test_a_single_part_has_the_dispersion_of_the_whole() -> None:
    frame = bursts(5).assign(actor_groups=";jnim;")
    table = ring_counts(frame, BAMAKO, [20, 40, 80, 200], [H2, H1], breakdown=frame["actor_groups"])
    of = {name: part[WIDE].reset_index(drop=True) for name, part in table.groupby("breakdown")}
    pd.testing.assert_frame_equal(of["jnim"], of["(all)"])
    assert table["events"].iloc[:4].sum() < 40


def test_where_it_cannot_be_measured_it_counts_as_one_and_says_so() -> None:
    frame, weeks = bursts(6), [parse_period("2022-10-03/2022-10-15"), parse_period("2023-04-03/2023-04-15")]
    table = ring_counts(frame, BAMAKO, [300], weeks)
    assert table.loc[0, list(CHANGE_COLUMNS)].isna().all()
    later = table.loc[1]
    assert later["events"] > 0
    assert np.isnan(later["dispersion"])
    assert later[["rr_low_disp", "rr_high_disp", "p_disp"]].tolist() == (
        later[["rr_low", "rr_high", "p_value"]].tolist()
    )
    assert "dispersion could not be measured" in later["note"]


@pytest.mark.parametrize(
    "periods", [[H1], [H2, H1, parse_period("2022-H1")], [parse_period("P12M/2023-06-30"), H1]]
)
def test_nothing_without_two_periods_that_are_apart(periods: list[Period]) -> None:
    table = ring_counts(bursts(7), BAMAKO, [300], periods)
    assert table[list(CHANGE_COLUMNS)].isna().all().all()
    assert not table["note"].str.contains("dispersion").any()


@pytest.mark.parametrize("periods", [[H2, H1]])
def test_no_events_and_uncovered(periods: list[Period]) -> None:
    empty = ring_counts(bursts(8).iloc[:0], BAMAKO, [50, 150], periods)
    assert empty[list(CHANGE_COLUMNS)].isna().all().all()
    half = ring_counts(bursts(8), BAMAKO, [150], periods, coverage=H1)
    assert half[["rate_ratio", "rr_low_disp", "rr_high_disp", "p_disp"]].isna().all().all()


@pytest.mark.parametrize(("phi", "ratio"), [(1.0, 1.0), (2.0, 1.0), (3.0, 2.0)])
def test_calibration_of_what_is_printed(phi: float, ratio: float) -> None:
    """Rings round 150 places far apart, of 8 to 300 events a half-year: as over-dispersed weeks make them.

    The inner ring of each has an eighth of its events and borrows where it is small. Rings of 20 events and more cover
    93 to 98 %, smaller ones, whose exact test is conservative, 93 % and more. The exact interval does not, with bursts.
    """
    rng = np.random.default_rng([8, int(phi), int(ratio)])
    places, weeks = 400, 25
    a, b = (Period(half.start, half.start + datetime.timedelta(days=174)) for half in (H2, H1))
    lon, lat = (axis.ravel() for axis in np.meshgrid(np.arange(20) * 3.0 - 30, np.arange(20) * 3.0 - 30))
    centres = pd.DataFrame({"name": [f"p{n}" for n in range(places)], "lon": lon, "lat": lat})
    mean = np.geomspace(8, 300, places)[:, None, None] / weeks * np.array([7 / 8, 1 / 8])[None, :, None]
    frames = []
    for period, times in ((a, 1.0), (b, ratio)):
        mu = np.broadcast_to(times * mean, (places, 2, weeks))
        counts = rng.poisson(mu) if phi == 1 else rng.negative_binomial(mu / (phi - 1), 1 / phi)
        place, inner, week = (np.repeat(index.ravel(), counts.ravel()) for index in np.indices(counts.shape))
        after = pd.to_timedelta(7 * week + rng.integers(0, 7, week.size), unit="D")
        frames.append(
            pd.DataFrame(
                {
                    "event_date": pd.Timestamp(period.start) + after, "longitude": lon[place],
                    "latitude": lat[place] + np.where(inner == 1, 0.1, 0.6), "geo_precision": 1.0, "fatalities": 0.0,
                }
            )
        )  # fmt: skip
    table = ring_counts(pd.concat(frames, ignore_index=True), centres, [50, 100], [a, b])
    total = table["events"].to_numpy().reshape(-1, 2).sum(axis=1)
    later = table[table["period"] == b.label]

    def holds(low: str, high: str) -> np.ndarray:
        return ((later[low] <= ratio) & ~(later[high] < ratio)).to_numpy()

    wide, plain = holds("rr_low_disp", "rr_high_disp"), holds("rr_low", "rr_high")
    large, small = total >= 20, (total > 0) & (total < 20)
    assert large.sum() > 400
    assert small.sum() > 80
    assert 0.93 <= wide[large].mean() <= 0.98
    assert wide[small].mean() >= 0.93
    assert plain[large].mean() < 0.9 if phi > 1 else plain[large].mean() >= 0.93


ROW = {
    "rate_ratio": 3.25304, "rr_low": 1.13874, "rr_high": 11.35414, "p_value": 0.024154,
    "dispersion": 1.62, "rr_low_disp": 0.9834, "rr_high_disp": 14.1, "p_disp": 0.0604,
}  # fmt: skip


def test_the_line_on_bursts() -> None:
    assert change_text(ROW) == "× 3.25 per day (95 % interval 1.14 to 11.35), p 0.024"
    text = "Allowing for bursts (dispersion 1.6): × 0.98 to 14.10, p 0.060, which chance alone could give."
    assert bursts_text(ROW) == change_bursts_text(ROW) == text
    clear = {**ROW, "rr_low_disp": 1.01, "p_disp": 0.0449}
    assert bursts_text(clear) == "Allowing for bursts (dispersion 1.6): × 1.01 to 14.10, p 0.045."
    chance_anyway = {**ROW, "p_value": 0.2, "p_disp": 0.3}
    assert bursts_text(chance_anyway) == "Allowing for bursts (dispersion 1.6): × 0.98 to 14.10, p 0.30."
    assert "dispersion 1.03" in bursts_text({**ROW, "dispersion": 1.03})


def test_no_line_where_no_printed_digit_changes() -> None:
    same = {"rr_low_disp": 1.1389, "rr_high_disp": 11.3549, "p_disp": 0.0242}
    assert bursts_text({**ROW, "dispersion": 1.001, **same}) == ""
    nan = dict.fromkeys(ROW, np.nan)
    assert bursts_text(nan) == change_text(nan) == ""
    assert (
        bursts_text({name: ROW[name] for name in ("rr_low", "rr_high", "p_value")}) == ""
    )  # an older result


def test_the_lines_from_zero() -> None:
    row = {**ROW, "rate_ratio": np.nan, "rr_high": np.nan, "rr_high_disp": np.nan}
    assert change_text(row) == "From 0. Per day at least × 1.14 (95 % interval), p 0.024"
    assert bursts_text(row) == (
        "Allowing for bursts (dispersion 1.6): at least × 0.98, p 0.060, which chance alone could give."
    )
    assert bursts_text({**row, "p_disp": 0.03}) == (
        "Allowing for bursts (dispersion 1.6): at least × 0.98, p 0.030."
    )


def shown_rows(disp: dict[str, float]) -> Result:
    """A result of one ring, 16 events against 5, with what allows for bursts."""
    later = {**ROW, **disp, "events": 16, "events_as_coded": 16, "period": "2023-H1"}
    earlier = {**dict.fromkeys(ROW, np.nan), "events": 5, "events_as_coded": 5, "period": "2022-H2"}
    rows = pd.DataFrame([earlier, later]).assign(centre="Bamako", radius_km=150.0, events_gp1=1)
    return Result("Rings", "ring-geodesic/1", rows)


def test_the_results_sentence_and_table() -> None:
    wide = shown_rows({})
    plain = "× 3.25 per day (95 % interval 1.14 to 11.35), p 0.024."
    (said,) = sentences(wide)
    assert said.endswith(
        f"{plain} Allowing for bursts (dispersion 1.6): × 0.98 to 14.10, p 0.060, which chance alone could give."
    )
    table = result_table(wide)
    heads = [one.head for one in table.columns]
    assert [heads.index(head) for head in ("Lowest", "Lowest, with bursts")] == sorted(
        heads.index(head) for head in ("Lowest", "Lowest, with bursts")
    )
    assert len(set(heads)) == len(heads)
    assert table.quiet.tolist() == [True, True]  # with bursts, chance alone could give it
    same = shown_rows(
        {"dispersion": 0.9, "rr_low_disp": 1.13874, "rr_high_disp": 11.35414, "p_disp": 0.024154}
    )
    (said,) = sentences(same)
    assert said.endswith(plain)
    table = result_table(same)
    assert table.quiet.tolist() == [True, False]
    assert not any("with bursts" in one.head for one in table.columns)
    assert "Bursts" in [one.head for one in table.columns]
