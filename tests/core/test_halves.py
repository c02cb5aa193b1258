# SPDX-License-Identifier: GPL-2.0-or-later
"""A file in two parts has the records of the whole, with their numbers, wherever it is cut."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from flashpoints.plugin.core import halves, textfile
from flashpoints.plugin.core.blocks import Block
from hypothesis import given
from hypothesis import strategies as st

HEADER = b"a,b\n"
regular = st.lists(
    st.sampled_from([b"1,2\n", b'"x, y",\n', b'"one\ntwo","""no"" \n"\n', b"\xc3\xa9,3\r\n"]), min_size=2
)
anything = st.lists(
    st.sampled_from([b"1,2\n", b'"x\ny",2\n', b'1"2', b'"', b"\n", b"\r", b"\xe9,", b"1,2,3\n"]), min_size=2
)


def records(blocks: Iterable[Block]) -> list[tuple[int, list[str]]]:
    found: list[tuple[int, list[str]]] = []
    for block in blocks:
        found += [(number, block.fields(row)) for row, number in enumerate(block.numbers)]
        found += block.misfits
    return sorted(found)


def compare(text: bytes, share: float) -> halves.Halves | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_bytes(HEADER + text)
        file = textfile.inspect(path)
        parts = halves.cut(file, share)
        if parts is not None:
            first = records(parts.first(100))
            second = [] if parts.whole else records(parts.second(100))
            assert first + second == records(file.blocks(100))
            if not parts.whole:
                assert halves.lines_before(path, parts.at) == len(first) + 1
                assert parts.at < path.stat().st_size
        return parts


@given(regular, st.floats(0, 1))
def test_regular_text(lines: list[bytes], share: float) -> None:
    parts = compare(b"".join(lines), share)
    assert parts is None or not parts.whole


@given(anything, st.floats(0, 1))
def test_any_text(pieces: list[bytes], share: float) -> None:
    """Quotes inside cells, blank lines, rows of another width, bytes that are no UTF-8."""
    compare(b"".join(pieces), share)


def test_the_cut_lies_behind_the_share() -> None:
    parts = compare(b"1,2\n" * 1_000, 0.5)
    assert parts is not None and parts.at == 2_004 and not parts.whole
    assert compare(b'1,"2' + b"\n" * 100, 0.5) is None, "the quote is never closed"


def test_packed_files_are_not_cut(tmp_path: Path) -> None:
    import gzip

    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(HEADER + b"1,2\n" * 100))
    assert halves.cut(textfile.inspect(path), 0.5) is None
    path = tmp_path / "a.csv"
    path.write_bytes(HEADER + b"\xe9\xe8,2\n" * 100)
    file = textfile.inspect(path)
    assert file.encoding == "cp1252" and halves.cut(file, 0.5) is None


@pytest.mark.parametrize("share", [0.0, 0.999, 1.0])
def test_the_ends(share: float) -> None:
    compare(b"1,2\n3,4\n", share)
