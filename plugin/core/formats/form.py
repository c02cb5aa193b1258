# SPDX-License-Identifier: GPL-2.0-or-later
"""What a form of event file declares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


def fold_header(name: str) -> str:
    """A column name without case, white space round it, or a byte order mark."""
    return name.replace("\ufeff", "").strip().strip('"').casefold().replace(" ", "_")


@dataclass(frozen=True)
class Format:
    """One form of event file.

    id : the FORMAT parameter's word; label : its name; dataset : which source its events come from.
    columns : column in the file -> canonical column; required : canonical columns it cannot do without.
    """

    id: str
    label: str
    dataset: str
    columns: Mapping[str, str]
    required: tuple[str, ...]

    def positions(self, header: Sequence[str]) -> dict[str, int]:
        """Canonical column -> index in the header; the first one where a name occurs twice."""
        folded = [fold_header(name) for name in header]
        return {name: folded.index(source) for source, name in self.columns.items() if source in folded}
