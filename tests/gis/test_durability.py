# SPDX-License-Identifier: GPL-2.0-or-later
"""A kill at any moment, a full disk, a cancel: the old store or the new one, whole."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from databases import opened
from flashpoints.plugin.core.actors import ActorTable
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.resources import RESOURCES
from flashpoints.plugin.gis.geopackage import PART, remove_leftovers
from flashpoints.plugin.gis.importing import import_events
from flashpoints.plugin.gis.updating import update_events
from qgis.core import QgsVectorLayer

ROWS = 3_000
TENTHS = [f"{tenth / 10}" for tenth in range(11)]
COMMIT = ["before commit", "after commit"]
INSIDE = [f"commit {step / 10_000}" for step in range(1, 31, 3)]
KILLED = -9
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs fork and SIGKILL")


@pytest.fixture(scope="module")
def actors() -> ActorTable:
    return ActorTable.from_csv(RESOURCES / "actors.csv", RESOURCES / "families.csv")


@pytest.fixture(scope="module")
def files(sample: Path, actors: ActorTable, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """An older export, the store made of it, and a newer export with every seventh row changed, missing or new."""
    folder = tmp_path_factory.mktemp("exports")
    with sample.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = [row for _, row in zip(range(ROWS), reader)]
        extra = [row for _, row in zip(range(200), reader)]
    newer = [dict(row) for number, row in enumerate(rows) if number % 7 != 3]
    for row in newer[::7]:
        row["fatalities"] = str(int(row["fatalities"]) + 1)
    paths = {"older": folder / "older.csv", "newer": folder / "newer.csv", "store": folder / "old.gpkg"}
    for path, table in ((paths["older"], rows), (paths["newer"], newer + extra)):
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(table)
    import_events(paths["older"], paths["store"], actors)
    return paths


def content(store: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of a store's tables, but for when they were written; checks the file on the way."""
    with opened(store) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT rtreecheck('rtree_events_geom')").fetchone() == ("ok",)
        counted = "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = 'events'"
        assert (
            connection.execute(counted).fetchone()
            == connection.execute("SELECT COUNT(*) FROM events").fetchone()
        )
        tables = ("events", "imports", "coverage", "rejected_rows", "changes", "rulings", "actors")
        found = {}
        for table in tables:
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            kept = ", ".join(f'"{name}"' for name in names if name not in ("imported_at", "fid"))
            found[table] = sorted(connection.execute(f"SELECT {kept} FROM {table}"), key=repr)
    layer = QgsVectorLayer(f"{store}|layername=events", "events", "ogr")
    assert layer.isValid() and layer.featureCount() == len(found["events"])
    return found


def child(job: dict[str, Any], *before: str) -> dict[str, Any]:
    """Run tests/store_child.py; how each attempt ended."""
    script = Path(__file__).resolve().parents[1] / "store_child.py"
    command = [*before, sys.executable, str(script), json.dumps({key: _plain(job[key]) for key in job})]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _needs_namespace() -> None:
    if subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system gives no mount namespace (unshare -rm)")


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, Path) else value


@linux_only
@pytest.mark.parametrize("mode", ["create", "update"])
def test_a_kill_leaves_the_old_store_or_the_new_one(
    mode: str, files: dict[str, Path], tmp_path: Path
) -> None:
    """SIGKILL at every tenth of the way and on both sides of the commit; then the same again runs to its end."""
    job = {"mode": mode, "events": files["newer"], "old": files["store"], "folder": tmp_path}
    ended = child({**job, "points": ["", *TENTHS, *COMMIT, *(INSIDE if mode == "update" else [])]})
    old, new = content(files["store"]), content(tmp_path / "whole" / "events.gpkg")
    assert old != new and ended.pop("") == 0
    assert {ended[point] for point in (*TENTHS, *COMMIT)} == {KILLED}
    states = {}
    for point in ended:
        store = tmp_path / point.replace(" ", "_") / "events.gpkg"
        states[point] = "old" if (found := content(store)) == old else "new" if found == new else "neither"
    assert set(states.values()) <= {"old", "new"}, states
    assert (states["0.0"], states["0.5"], states["before commit"]) == ("old", "old", "old")
    assert states["after commit"] == "new"
    store = tmp_path / "0.5" / "events.gpkg"
    run_again(mode, files["newer"], store)
    assert content(store) == new
    assert [path.name for path in store.parent.iterdir()] == ["events.gpkg"], "nothing is left lying about"


def run_again(mode: str, events: Path, store: Path) -> None:
    if mode == "create":
        table = ActorTable.from_csv(RESOURCES / "actors.csv", RESOURCES / "families.csv")
        import_events(events, store, table)
    else:
        update_events(events, store, allow_removals=True)


@linux_only
@pytest.mark.parametrize("mode", ["create", "update"])
def test_a_full_disk_leaves_the_old_store(mode: str, files: dict[str, Path], tmp_path: Path) -> None:
    """A small tmpfs of its own, which the work fills."""
    _needs_namespace()
    disk, out = tmp_path / "disk", tmp_path / "out"
    disk.mkdir()
    out.mkdir()
    size = files["store"].stat().st_size
    job = {
        "mode": mode,
        "events": files["newer"],
        "old": files["store"],
        "folder": disk / "work",
        "points": [""],
    }
    script = (
        f"mount -t tmpfs -o size={size + size // 2} tmpfs {disk} && mkdir {disk}/work && "
        f'"$@"; cp -r {disk}/work/whole/. {out}/'
    )
    ended = child(job, "unshare", "-rm", "sh", "-c", script, "sh")
    assert ended == {"": 3}
    assert content(out / "events.gpkg") == content(files["store"])
    assert [path.name for path in out.iterdir()] == ["events.gpkg"]


def test_a_cancel_leaves_the_old_store(files: dict[str, Path], tmp_path: Path) -> None:
    """While the file is read, and while SQLite works."""
    for share in (0.1, 0.8):
        store = tmp_path / f"{share}.gpkg"
        shutil.copy(files["store"], store)
        before = store.read_bytes()
        with pytest.raises(FlashpointsError, match=r"[Cc]ancelled"):
            update_events(
                files["newer"], store, allow_removals=True, progress=lambda done, share=share: done < share
            )
        assert store.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.1.gpkg", "0.8.gpkg"]


def test_a_store_that_is_written_elsewhere_is_said(files: dict[str, Path], tmp_path: Path) -> None:
    store = tmp_path / "a.gpkg"
    shutil.copy(files["store"], store)
    before = content(store)
    with opened(store) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(FlashpointsError, match="writing to this file") as caught:
            update_events(files["newer"], store, allow_removals=True)
    assert caught.value.remedy and content(store) == before


@linux_only
def test_a_store_that_may_only_be_read_is_said(files: dict[str, Path], tmp_path: Path) -> None:
    """A disk that is mounted read-only, which stops root too."""
    _needs_namespace()
    disk = tmp_path / "disk"
    disk.mkdir()
    store = disk / "a.gpkg"
    shutil.copy(files["store"], store)
    before = store.read_bytes()
    script = f'mount --bind {disk} {disk} && mount -o remount,bind,ro {disk} && "$@"'
    job = {"mode": "update", "events": files["newer"], "store": store}
    ended = child(job, "unshare", "-rm", "sh", "-c", script, "sh")
    assert ended["code"] == 3 and "Nothing can be written here" in ended["said"], ended
    assert store.read_bytes() == before


@pytest.mark.parametrize(
    ("kind", "words"),
    [("none", "no such"), ("text", "no GeoPackage"), ("cut", "damaged"), ("foreign", "no event store")],
)
def test_what_is_no_store_is_not_touched(
    kind: str, words: str, files: dict[str, Path], tmp_path: Path
) -> None:
    store = tmp_path / "a.gpkg"
    whole = files["store"].read_bytes()
    if kind == "text":
        store.write_bytes(b"a,b\n1,2\n" * 1000)
    elif kind == "cut":
        store.write_bytes(whole[: len(whole) // 2])
    elif kind == "foreign":
        with opened(store) as connection:
            connection.execute("CREATE TABLE gpkg_contents (table_name TEXT)")
    before = store.read_bytes() if store.exists() else None
    with pytest.raises(FlashpointsError, match=words) as caught:
        update_events(files["newer"], store, allow_removals=True)
    assert caught.value.remedy
    assert (store.read_bytes() if store.exists() else None) == before
    assert not list(tmp_path.glob(".*"))


def test_a_store_of_a_newer_version_is_refused(files: dict[str, Path], tmp_path: Path) -> None:
    store = tmp_path / "a.gpkg"
    shutil.copy(files["store"], store)
    with opened(store) as connection:
        connection.execute("UPDATE flashpoints_meta SET value = '99' WHERE key = 'schema_version'")
    before = store.read_bytes()
    with pytest.raises(FlashpointsError, match="newer Flashpoints"):
        update_events(files["newer"], store, allow_removals=True)
    assert store.read_bytes() == before


@linux_only
def test_a_file_that_another_program_has_just_begun_is_left_alone(tmp_path: Path) -> None:
    """Between two of its first tables it holds no lock; what a dead program left goes at once."""
    living, dead = subprocess.Popen(["sleep", "60"]), subprocess.Popen(["true"])
    dead.wait()
    begun, left = (tmp_path / f".events.{one.pid}{PART}" for one in (living, dead))
    for path in (begun, left):
        path.touch()
    try:
        remove_leftovers(tmp_path)
    finally:
        living.kill()
        living.wait()
    assert begun.exists() and not left.exists()
    remove_leftovers(tmp_path)
    assert not begun.exists()
