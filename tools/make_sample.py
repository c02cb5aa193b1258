# SPDX-License-Identifier: GPL-2.0-or-later
"""Write the synthetic sample (resources/sample/) or, with --rows, a synthetic bench file of any size.

The same bytes on every run: all chance comes from the raw 64-bit stream of numpy's PCG64 with a fixed seed,
which numpy promises not to change (NEP 19); its normal, choice and integers, which may change, are not used.
"""

from __future__ import annotations

import argparse
import bisect
import datetime as dt
import itertools
import math
from collections.abc import Sequence
from pathlib import Path

import sample_tables as tables
from sample_places import CLEAR_KM, RING_KM, Draw, Gazetteer, Place, from_bamako
from sample_rows import COLUMNS, FIXED, Row, disorder_type, hits_civilians, interaction, note, where, write
from sample_scripts import ACTORS, BRIGADES, CROWDS, DEATHS, SCRIPTS, VICTIMS, Script

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "sample" / "mali_synthetic_2017_2023.csv"
SEED = 20230630


def share_out(total: int, weights: Sequence[float]) -> list[int]:
    """Split a whole number by weights, largest remainders first."""
    exact = [total * weight / sum(weights) for weight in weights]
    out = [int(value) for value in exact]
    for i in sorted(range(len(out)), key=lambda i: out[i] - exact[i])[: total - sum(out)]:
        out[i] += 1
    return out


def half_days(half: str) -> tuple[dt.date, int]:
    """First day of a half-year such as 2022-H2, and its number of days."""
    year = int(half[:4])
    start, end = (
        (dt.date(year, 1, 1), dt.date(year, 7, 1))
        if half.endswith("1")
        else (dt.date(year, 7, 1), dt.date(year + 1, 1, 1))
    )
    return start, (end - start).days


class Maker:
    """Builds the rows of the sample from the tables."""

    def __init__(self, seed: int = SEED) -> None:
        """Nothing is drawn but the villages."""
        self.draw = Draw(seed)
        self.gazetteer = Gazetteer(self.draw)
        self.rows: list[Row] = []
        self._weeks: dict[str, list[float]] = {}
        self._decks: dict[str, list[int]] = {}

    # -- where and when ------------------------------------------------------------------------------
    def days(self, half: str, count: int) -> list[dt.date]:
        """`count` days of the half-year in random order, even along weeks of which some are twice as busy."""
        start, length = half_days(half)
        if half not in self._weeks:
            weeks = [0.5 + self.draw.one() for _ in range(27)]
            self._weeks[half] = list(itertools.accumulate(weeks[day // 7] for day in range(length)))
        upto = self._weeks[half]
        days = [bisect.bisect_right(upto, (i + self.draw.one()) / count * upto[-1]) for i in range(count)]
        return [start + dt.timedelta(days=min(day, length - 1)) for day in self.draw.shuffled(days)]

    def places(self, half: str, region: str, count: int, distinct: float, family: bool) -> list[Place]:
        """`count` places of a region: `distinct` different ones per event, most of them new villages."""
        towns = self.gazetteer.of_region(region)
        if family:
            towns = [town for town in towns if tables.LATE.get(town, "") <= half]
        weights = [tables.WEIGHTS.get(town, 2.0 if town in tables.LATE else 1.0) for town in towns]
        if distinct == 0:
            return [self.gazetteer.towns[self.draw.pick(towns, weights)] for _ in range(count)]
        slots: dict[tuple[float, float], Place] = {}
        heavy: list[float] = []
        while len(slots) < math.ceil(distinct * count):
            place, weight = self._slot(self.draw.pick(towns, weights))
            point = (place.longitude, place.latitude)
            if point not in slots and not (family and from_bamako(place) < CLEAR_KM):
                slots[point] = place
                heavy.append(weight)
        chosen = list(slots.values())
        return chosen + [self.draw.pick(chosen, heavy) for _ in range(count - len(chosen))]

    def _slot(self, town: str) -> tuple[Place, float]:
        """The town, a lasting village of it, or a new one; with how likely it is to see a second event."""
        kind = self.draw.one()
        if kind < 0.12 or not self.gazetteer.reach(town):
            return self.gazetteer.towns[town], 6.0
        if kind < 0.20:
            return self.draw.pick(self.gazetteer.lasting[town]), 3.0
        return self.gazetteer.village(town), 0.1

    def ring_places(self, half: str, region: str) -> list[Place]:
        """The places inside 150 km of Bamako that the table sets: the town, or a village near it."""
        out = []
        for town in tables.RING.get(half, ()):
            place = self.gazetteer.towns[town]
            if place.admin1 != region:
                continue
            if town not in ("Bamako", "Bougouni") and self.gazetteer.reach(town) and self.draw.one() < 0.6:
                place = self.gazetteer.village(town, min(8.0, self.gazetteer.reach(town)))
                while from_bamako(place) > RING_KM:
                    place = self.gazetteer.village(town, 5.0)
            out.append(place)
        return out

    # -- who -----------------------------------------------------------------------------------------
    def family_actor(self, half: str, region: str) -> str:
        """The group of the family that acts, by the mix of the region."""
        mix = [m for m in tables.FAMILY_MIX[region] if m[2] <= half <= m[3]]
        return self.draw.pick([m[0] for m in mix], [m[1] for m in mix])

    def script(self, name: str, half: str, region: str) -> Script:
        """A script of the kind that can happen there and then."""
        fit = [
            s
            for s in SCRIPTS[name]
            if s.since <= half <= s.until and (not s.regions or region in s.regions.split())
        ]
        return self.draw.pick(fit, [s.weight for s in fit])

    def actor(self, key: str, day: dt.date) -> tuple[str, int]:
        """Name on that day, and inter code."""
        code, names = ACTORS[key]
        return [name for since, name in names if since <= day.isoformat()][-1], code

    def associates(self, script: Script, key_1: str, key_2: str, day: dt.date) -> tuple[str, str]:
        """Associate actors: the script's, the umbrella of a brigade, or who the victims or marchers were."""
        first = self.actor(script.assoc_1, day)[0]
        second = ""
        if key_1 in BRIGADES and not first and self.draw.one() < 0.5:
            first = self.actor("jnim", day)[0]
        if key_2 in BRIGADES and self.draw.one() < 0.5:
            second = self.actor("jnim", day)[0]
        if key_2 == "civilians":
            second = self.draw.pick([v[0] for v in VICTIMS], [v[1] for v in VICTIMS])
        if key_1 == "protesters":
            first = self.draw.pick([c[0] for c in CROWDS], [c[1] for c in CROWDS])
        return first, second

    # -- one event -----------------------------------------------------------------------------------
    def add(self, name: str, half: str, place: Place, day: dt.date) -> None:
        """Draw one event of a kind at a place on a day and keep its row."""
        script = self.script(name, half, place.admin1)
        group = (
            self.family_actor(half, place.admin1) if "family" in (script.side_1, script.side_2) else "none"
        )
        key_1, key_2 = (group if key == "family" else key for key in (script.side_1, script.side_2))
        if "wagner" in (key_1, key_2, script.assoc_1):
            day = max(day, dt.date(2021, 12, 1) + dt.timedelta(days=self.draw.below(31)))
        (actor_1, inter_1), (actor_2, inter_2) = self.actor(key_1, day), self.actor(key_2, day)
        assoc_1, assoc_2 = self.associates(script, key_1, key_2, day)
        self.rows.append({
            "event_date": day.isoformat(), "year": day.year, "disorder_type": disorder_type(script),
            "event_type": script.event_type, "sub_event_type": script.sub_type,
            "actor1": actor_1, "assoc_actor_1": assoc_1, "inter1": inter_1,
            "actor2": actor_2, "assoc_actor_2": assoc_2, "inter2": inter_2,
            "interaction": interaction(inter_1, inter_2),
            "civilian_targeting": "Civilian targeting" if hits_civilians(script) else "",
            "fatalities": self.dead(script.deaths), "notes": note(script, place, actor_1, actor_2),
            **self.coding(place, script), **where(place), "timestamp": self.stamp(day),
        })  # fmt: skip

    def dead(self, table: str) -> int:
        """Reported deaths: the next card of a shuffled deck of 200 that has the table's weights."""
        if not self._decks.get(table):
            values, weights = zip(*DEATHS[table])
            cards = [[value] * count for value, count in zip(values, share_out(200, weights))]
            self._decks[table] = self.draw.shuffled(itertools.chain.from_iterable(cards))
        return self._decks[table].pop()

    def coding(self, place: Place, script: Script) -> Row:
        """Precision of place and time: villages are mostly 2; events coded to a town are 1, 2, a few 3."""
        chance = self.draw.one()
        if script.event_type in ("Protests", "Riots"):
            geo = 1
        elif place.location != place.town:
            geo = 2 if chance < 0.72 else 1
        else:
            geo = 3 if chance < 0.07 else 2 if chance < 0.55 else 1
        chance = self.draw.one()
        return {"geo_precision": geo, "time_precision": 3 if chance < 0.01 else 2 if chance < 0.09 else 1}

    def stamp(self, day: dt.date) -> int:
        """Seconds since 1970 of the row's last change: one to six weeks after the event."""
        seconds = (day - dt.date(1970, 1, 1)).days * 86400
        return seconds + (7 + self.draw.below(36)) * 86400 + self.draw.below(86400)

    # -- the whole -----------------------------------------------------------------------------------
    def family(self, index: int, half: str) -> None:
        """All violent events of the family in one half-year, region by region."""
        regions = list(tables.FAMILY)
        weights = [tables.FAMILY[r][index] * tables.VAC_WEIGHT.get(r, 1.0) for r in regions]
        attacks = share_out(tables.FAMILY_VAC[index], weights)
        attack_days = self.days(half, sum(attacks))
        fight_days = self.days(half, sum(tables.FAMILY[r][index] for r in regions) - sum(attacks))
        for region, against_civilians in zip(regions, attacks):
            total = tables.FAMILY[region][index]
            kinds = ["rivals"] * tables.RIVALS.get(region, NONE)[index]
            kinds += ["taken"] * tables.TAKEN.get(region, NONE)[index]
            kinds += ["wagner_fight"] * wagner(tables.WAGNER_FIGHT, half, region)
            kinds += ["family_vac"] * against_civilians
            kinds += ["family_fight"] * (total - len(kinds))
            ring = self.ring_places(half, region)
            distinct = tables.DISTINCT.get(half, tables.DISTINCT_ELSE)
            places = ring + self.places(half, region, total - len(ring), distinct, True)
            for kind, place in zip(self.draw.shuffled(kinds), places):
                self.add(kind, half, place, (attack_days if kind == "family_vac" else fight_days).pop())

    def others(self, index: int, half: str) -> None:
        """All other events of one half-year, block by block."""
        for region in tables.WAGNER_REGIONS:
            self.scatter("wagner_vac", half, region, wagner(tables.WAGNER_VAC, half, region), 0.8)
        for block in tables.BLOCKS:
            counts = share_out(block.counts[index], list(block.regions.values()))
            for region, count in zip(block.regions, counts):
                self.scatter(block.script, half, region, count, block.distinct)

    def scatter(self, script: str, half: str, region: str, count: int, distinct: float) -> None:
        """`count` events of one script in one region and half-year."""
        places = self.places(half, region, count, distinct, False)
        for place, day in zip(places, self.days(half, count)):
            self.add(script, half, place, day)

    def build(self) -> list[Row]:
        """All rows, by date, with ids in that order."""
        for index, half in enumerate(tables.HALVES):
            self.family(index, half)
            self.others(index, half)
        self.rows.sort(key=lambda row: str(row["event_date"]))
        return [{"event_id_cnty": f"SYN{i:05d}", **row} for i, row in enumerate(self.rows, start=1)]


NONE = (0,) * len(tables.HALVES)


def wagner(table: dict[str, tuple[int, ...]], half: str, region: str) -> int:
    """Events of one of the Wagner tables in a half-year and region."""
    if half not in table or region not in tables.WAGNER_REGIONS:
        return 0
    return table[half][tables.WAGNER_REGIONS.index(region)]


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--out", type=Path, default=SAMPLE, help="file to write (default: the plugin's sample)"
    )
    parser.add_argument("--rows", type=int, help="write a bench file of this many rows instead; needs --out")
    options = parser.parse_args(arguments)
    rows = Maker().build()
    if options.rows is None:
        write(rows, options.out)
        return
    if options.out == SAMPLE or options.rows < 1:
        parser.error("--rows takes a positive number and needs --out: a bench file never replaces the sample")
    import sample_bench

    sample_bench.write([{**FIXED, **row} for row in rows], COLUMNS, options.rows, options.out)


if __name__ == "__main__":
    main()
