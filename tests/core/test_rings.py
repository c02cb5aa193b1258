# SPDX-License-Identifier: GPL-2.0-or-later
"""Ring counts against a plain loop over events, and where there is nothing to count."""

from __future__ import annotations

import datetime
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from flashpoints.plugin.core import rates, rings
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.periods import Period, parse_period
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod

WGS84 = Geod(ellps="WGS84")
H1, H2 = parse_period("2023-H1"), parse_period("2022-H2")
CENTRES = pd.DataFrame({"name": ["Bamako", "Mopti"], "lon": [-8.0029, -4.1960], "lat": [12.6392, 14.4843]})
BAMAKO = CENTRES.iloc[:1]
GROUPS = [";jnim;", ";jnim;isgs;", ";isgs;", ";jnim;jnim;", ";wagner;state_forces;jnim;", "", ";", None]


def frame_of(rows: list[tuple], **columns: object) -> pd.DataFrame:
    """Events from (date, lon, lat, geo_precision, fatalities)."""
    frame = pd.DataFrame(rows, columns=["event_date", "longitude", "latitude", "geo_precision", "fatalities"])
    frame["event_date"] = pd.to_datetime(frame["event_date"])
    numbers = frame.columns.drop("event_date")
    frame[numbers] = frame[numbers].astype(float)
    return frame.assign(**columns)


def random_frame(seed: int, n: int = 600) -> pd.DataFrame:
    """Events of two years round Bamako and Mopti, half of them on a few shared places."""
    rng = np.random.default_rng(seed)
    shared = rng.uniform([-10, 11], [-2, 16], (12, 2))
    own = rng.uniform([-10, 11], [-2, 16], (n, 2))
    points = np.where(rng.random((n, 1)) < 0.5, shared[rng.integers(0, 12, n)], own)
    frame = pd.DataFrame(points, columns=["longitude", "latitude"])
    frame["event_date"] = pd.Timestamp("2022-01-01") + pd.to_timedelta(rng.integers(0, 730, n), unit="D")
    frame["geo_precision"] = rng.choice([1.0, 2.0, 3.0, np.nan], n)
    frame["fatalities"] = np.where(rng.random(n) < 0.1, np.nan, rng.poisson(2, n))
    frame["actor_groups"] = rng.choice(np.array(GROUPS, dtype=object), n)
    return frame.sample(frac=1, random_state=seed)  # any index will do


def loop(
    frame: pd.DataFrame, centre: pd.Series, radius: float, period: Period, group: str | None = None
) -> dict[str, float]:
    """The slow, plain way: event by event."""
    result = dict.fromkeys(("events", "fatalities", "fatalities_unknown"), 0.0)
    result.update({f"events_gp{gp}": 0.0 for gp in ("1", "2", "3", "_unknown")})
    places = set()
    for event in frame.itertuples():
        if not period.start <= event.event_date.date() <= period.end:
            continue
        text = event.actor_groups if isinstance(event.actor_groups, str) else ""
        names = {name for name in text.split(";") if name} or {"(none)"}
        if group not in (None, "(all)") and group not in names:
            continue
        if WGS84.inv(centre["lon"], centre["lat"], event.longitude, event.latitude)[2] > 1000 * radius:
            continue
        result["events"] += 1
        gp = "_unknown" if np.isnan(event.geo_precision) else str(int(event.geo_precision))
        result[f"events_gp{gp}"] += 1
        result["fatalities_unknown"] += np.isnan(event.fatalities)
        result["fatalities"] += 0 if np.isnan(event.fatalities) else event.fatalities
        places.add((event.longitude, event.latitude))
    if result["fatalities_unknown"] == result["events"] > 0:
        result["fatalities"] = np.nan
    return {**result, "locations": len(places)}


@pytest.mark.parametrize("breakdown", [False, True])
def test_against_a_loop_over_events(breakdown: bool) -> None:
    frame = random_frame(1)
    periods = [H2, H1, parse_period("2022-Q4")]
    counted = rings.ring_counts(
        frame, CENTRES, [150, 50, 300], periods, breakdown=frame["actor_groups"] if breakdown else None
    )
    by_name = CENTRES.set_index("name", drop=False)
    known = {period.label: period for period in periods}
    for _, row in counted.iterrows():
        expected = loop(
            frame, by_name.loc[row["centre"]], row["radius_km"], known[row["period"]], row.get("breakdown")
        )
        assert row[list(expected)].to_dict() == pytest.approx(expected, abs=0, nan_ok=True)
    groups = ["isgs", "jnim", "state_forces", "wagner", "(none)", "(all)"] if breakdown else [None]
    assert len(counted) == 2 * 3 * 3 * len(groups)
    assert counted["radius_km"].unique().tolist() == [50, 150, 300]
    assert counted["period"].tolist()[:3] == ["2022-H2", "2023-H1", "2022-Q4"]
    if breakdown:
        assert counted["breakdown"].unique().tolist() == groups


def test_the_columns_of_the_contract() -> None:
    frame = random_frame(2, 50)
    plain = rings.ring_counts(frame, BAMAKO, [150], [H2, H1])
    assert plain.columns.tolist() == [
        "centre", "radius_km", "period", "start", "end", "days", "events", "fatalities", "fatalities_unknown",
        "events_gp1", "events_gp2", "events_gp3", "events_gp_unknown", "events_without_gp3",
        "events_minus_10km", "events_plus_10km", "locations",
        "rate_ratio", "rr_low", "rr_high", "p_value",
        "dispersion", "rr_low_disp", "rr_high_disp", "p_disp", "note",
    ]  # fmt: skip
    broken = rings.ring_counts(frame, BAMAKO, [150], [H2, H1], breakdown=frame["actor_groups"])
    assert set(broken.columns) - set(plain.columns) == {"breakdown"}
    first = plain.iloc[0]
    assert (first["start"], first["end"]) == (datetime.date(2022, 7, 1), datetime.date(2022, 12, 31))
    assert plain["days"].tolist() == [184, 181]


def test_a_distance_equal_to_the_radius_is_inside() -> None:
    frame = frame_of([("2023-02-01", -7.4790, 11.4177, 1, 0)])
    exact = WGS84.inv(-8.0029, 12.6392, -7.4790, 11.4177)[2] / 1000
    counted = rings.ring_counts(frame, BAMAKO, [np.nextafter(exact, 0), exact, 150], [H1])
    assert counted["events"].tolist() == [0, 1, 1]


def sixteen_and_five() -> pd.DataFrame:
    rows = [(f"2023-0{1 + i % 6}-10", -8.0, 12.0 + i / 100, 2, 1) for i in range(16)]
    return frame_of(rows + [(f"2022-{8 + i % 5:02d}-10", -8.0, 12.5, 1, 2) for i in range(5)])


@pytest.mark.parametrize("periods", [[H2, H1], [H1, H2]])
def test_sixteen_against_five_whatever_the_order(periods: list[Period]) -> None:
    counted = rings.ring_counts(sixteen_and_five(), BAMAKO, [150], periods).set_index("period")
    later, earlier = counted.loc["2023-H1"], counted.loc["2022-H2"]
    assert (later["events"], earlier["events"]) == (16, 5)
    found = later[["rate_ratio", "rr_low", "rr_high"]].tolist()
    assert found == pytest.approx([3.25304, 1.13874, 11.35414], abs=5e-6)
    assert later["p_value"] == pytest.approx(0.024154, abs=5e-7)
    assert earlier[["rate_ratio", "rr_low", "rr_high", "p_value"]].isna().all()
    assert (later["locations"], earlier["locations"], earlier["fatalities"]) == (16, 1, 10)


def test_no_ratio_without_exactly_two_periods() -> None:
    for periods in ([H1], [H2, H1, parse_period("2022-H1")]):
        counted = rings.ring_counts(sixteen_and_five(), BAMAKO, [150], periods)
        assert counted["rate_ratio"].isna().all()
        assert (counted["note"] == "").all()


def test_notes_where_there_is_no_ratio() -> None:
    frame = sixteen_and_five()
    mopti = CENTRES.iloc[1:]
    nothing = rings.ring_counts(frame, mopti, [10], [H2, H1])
    assert nothing["note"].tolist() == ["", "no events"]
    assert nothing["events"].tolist() == [0, 0]
    assert nothing["rate_ratio"].isna().all()
    assert nothing["p_value"].isna().all()
    from_zero = rings.ring_counts(frame[frame["event_date"] > "2023"], BAMAKO, [150], [H2, H1]).iloc[1]
    assert from_zero["note"] == "from 0"
    assert from_zero[["rate_ratio", "rr_high"]].isna().all()
    assert from_zero["rr_low"] > 1
    overlap = rings.ring_counts(frame, BAMAKO, [150], [parse_period("P12M/2023-06-30"), H1])
    assert overlap["events"].tolist() == [21, 16]
    assert overlap["rate_ratio"].isna().all()
    assert overlap["note"].tolist() == ["", "the periods overlap"]


def test_a_period_outside_the_coverage_is_not_zero() -> None:
    coverage = Period(datetime.date(2023, 1, 1), datetime.date(2023, 5, 31))
    counted = rings.ring_counts(sixteen_and_five(), BAMAKO, [50, 150], [H2, H1], coverage=coverage)
    earlier, later = counted.iloc[2], counted.iloc[3]
    measured = ["events", "fatalities", "fatalities_unknown", "events_gp1", "events_gp_unknown", "locations"]
    assert earlier[measured].isna().all()
    assert earlier["days"] == 0
    assert earlier["note"] == "not covered by the data"
    assert later["days"] == 151
    assert later["events"] == 14  # those of June are not counted: no exposure, no events
    assert later[["rate_ratio", "rr_low", "rr_high", "p_value"]].isna().all()
    assert later["note"] == "151 of 181 days covered by the data; 2022-H2: not covered by the data"


def test_exposure_is_the_covered_part() -> None:
    coverage = Period(datetime.date(2022, 10, 1), datetime.date(2023, 12, 31))
    later = rings.ring_counts(sixteen_and_five(), BAMAKO, [150], [H2, H1], coverage=coverage).iloc[1]
    assert later["rate_ratio"] == pytest.approx(rates.rate_ratio(16, 181, 3, 92).ratio)
    assert later["note"] == "2022-H2: 92 of 184 days covered by the data"


def test_unknown_fatalities_are_not_zero() -> None:
    near = (-8.0, 12.6)
    frame = frame_of(
        [("2023-01-01", *near, 1, 4), ("2023-01-02", *near, 1, np.nan), ("2022-08-01", *near, 1, np.nan)]
    )
    earlier, later = (row for _, row in rings.ring_counts(frame, BAMAKO, [50], [H2, H1]).iterrows())
    assert (later["fatalities"], later["fatalities_unknown"]) == (4, 1)
    assert np.isnan(earlier["fatalities"])
    assert earlier["note"] == "events with unknown fatalities: 1"


def test_an_event_of_two_groups_stands_in_both_rows_and_once_in_all() -> None:
    frame = frame_of([("2023-01-01", -8.0, 12.6, 1, 4)] * 3)
    groups = pd.Series([";jnim;isgs;", ";jnim;", None])
    counted = rings.ring_counts(frame, BAMAKO, [50], [H1], breakdown=groups).set_index("breakdown")
    assert counted["events"].to_dict() == {"isgs": 1, "jnim": 2, "(none)": 1, "(all)": 3}
    assert counted.loc["(all)", "note"] == "events that stand in several rows: 1"
    assert counted.loc["jnim", "note"] == ""


def test_plain_values_of_a_breakdown_and_rows_only_of_those_in_reach() -> None:
    frame = frame_of([("2023-01-01", -8.0, 12.6, 1, 4), ("2023-01-01", 4.0, 20.0, 1, 4)])
    kinds = pd.Series(["Explosions/Remote violence", "Battles"])
    counted = rings.ring_counts(frame, BAMAKO, [50], [H2, H1], breakdown=kinds)
    assert counted["breakdown"].tolist() == ["Explosions/Remote violence"] * 2 + ["(all)"] * 2
    assert counted["events"].tolist() == [0, 1, 0, 1]


def test_no_events_at_all() -> None:
    empty = random_frame(1).iloc[:0]
    counted = rings.ring_counts(empty, CENTRES, [50, 150], [H2, H1], breakdown=empty["actor_groups"])
    assert counted["breakdown"].unique().tolist() == ["(all)"]
    assert len(counted) == 8
    assert (counted["events"] == 0).all()


def test_events_without_coordinates_or_date_are_in_no_ring() -> None:
    day = "2023-01-01"
    frame = frame_of([(day, np.nan, 12.6, 1, 4), (day, -8.0, np.inf, 1, 4), (None, -8, 12.6, 1, 4)])
    assert rings.ring_counts(frame, BAMAKO, [300], [H1])["events"].tolist() == [0]


def test_nullable_columns() -> None:
    frame = random_frame(5)
    nullable = frame.assign(
        geo_precision=frame["geo_precision"].astype("Int64"), fatalities=frame["fatalities"].astype("Int64")
    )
    plain = rings.ring_counts(frame, CENTRES, [150], [H2, H1])
    pd.testing.assert_frame_equal(rings.ring_counts(nullable, CENTRES, [150], [H2, H1]), plain)


def test_the_real_sample_has_4_of_64_near_bamako_and_none_of_them_violent(acled_world: Path) -> None:
    world = pd.read_csv(acled_world)
    mali = world[world["country"] == "Mali"].reset_index(drop=True)
    mali["event_date"] = pd.to_datetime(mali["event_date"])
    half = [parse_period("2022-H1")]
    counted = rings.ring_counts(mali, BAMAKO, [150, 3000], half, breakdown=mali["event_type"])
    of_type = counted.pivot(index="breakdown", columns="radius_km", values="events")
    assert of_type.loc["(all)"].tolist() == [4, 64]
    violent = ["Battles", "Explosions/Remote violence", "Violence against civilians"]
    assert of_type.loc[violent].sum().tolist() == [0, 41]


def test_profile() -> None:
    frame = random_frame(3)
    profile = rings.profile(frame, CENTRES, [H2, H1])
    assert profile.columns.tolist() == ["centre", "period", "radius_km", "events"]
    assert len(profile) == 2 * 2 * 60
    assert profile["radius_km"].tolist()[:60] == list(range(5, 301, 5))
    counted = rings.ring_counts(frame, CENTRES, [5, 100, 300], [H2, H1])
    both = counted.merge(profile, on=["centre", "period", "radius_km"], suffixes=("", "_profile"))
    assert len(both) == len(counted)
    assert (both["events"] == both["events_profile"]).all()
    assert both["events"].max() > 20
    grown = profile.groupby(["centre", "period"])["events"].diff().dropna()
    assert (grown >= 0).all()
    outside = rings.profile(frame, BAMAKO, [parse_period("2019")], coverage=H1)
    assert outside["events"].isna().all()


@settings(max_examples=40)
@given(st.integers(0, 10_000), st.integers(0, 200), st.lists(st.floats(1, 600), min_size=1, max_size=4))
def test_totals_add_up(seed: int, n: int, radii: list[float]) -> None:
    frame = random_frame(seed, max(n, 1)).iloc[:n]
    counted = rings.ring_counts(frame, CENTRES, radii, [H2, H1], breakdown=frame["actor_groups"])
    parts = counted[["events_gp1", "events_gp2", "events_gp3", "events_gp_unknown"]].sum(axis=1)
    assert (parts == counted["events"]).all()
    assert (counted["locations"] <= counted["events"]).all()
    everything = counted[counted["breakdown"] == "(all)"]
    plain = rings.ring_counts(frame, CENTRES, radii, [H2, H1])
    assert everything["events"].tolist() == plain["events"].tolist()
    largest = everything.groupby(["centre", "radius_km"])[["events", "fatalities"]].max()
    assert largest["events"].groupby("centre").is_monotonic_increasing.all()
    first = pd.Series(
        [str(value or "").strip(";").split(";")[0] for value in frame["actor_groups"]], dtype=object
    )
    split = rings.ring_counts(frame, CENTRES, radii, [H2, H1], breakdown=first)
    keys = ["centre", "radius_km", "period"]
    of_all = split[split["breakdown"] == "(all)"].set_index(keys)["events"].sort_index()
    of_rows = split[split["breakdown"] != "(all)"].groupby(keys)["events"].sum()
    assert of_rows.reindex(of_all.index, fill_value=0).tolist() == of_all.tolist()


@pytest.mark.parametrize(
    ("radii", "centres", "periods"),
    [
        ([-5], BAMAKO, [H1]),
        ([50, float("nan")], BAMAKO, [H1]),
        ([], BAMAKO, [H1]),
        ([50], BAMAKO.iloc[:0], [H1]),
        ([50], BAMAKO, []),
        ([50], BAMAKO.assign(lat=np.nan), [H1]),
    ],
)
def test_refuses(radii: list[float], centres: pd.DataFrame, periods: list[Period]) -> None:
    with pytest.raises(FlashpointsError):
        rings.ring_counts(random_frame(1, 5), centres, radii, periods)


def test_refuses_a_breakdown_of_other_events() -> None:
    frame = random_frame(1, 5)
    with pytest.raises(FlashpointsError, match="other rows"):
        rings.ring_counts(frame, BAMAKO, [50], [H1], breakdown=frame["actor_groups"].iloc[:3])
