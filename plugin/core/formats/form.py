# SPDX-License-Identifier: GPL-2.0-or-later
"""What a form of event file declares."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ..checks import Convert
from ..headers import fold_header


@dataclass(frozen=True)
class Format:
    """One form of event file.

    id : the FORMAT parameter's word; dataset : which source its events come from.
    title : its name in the user's language.
    columns : canonical column -> its names in the file, folded, the usual one first.
    required : canonical columns it cannot do without.
    signs : folded names of the file's columns that tell this form from its siblings; more of them win.
    lacks : folded names that a file of this form does not have.
    converters : canonical column -> converter, where the usual one does not serve.
    one_row_an_actor : the rows of one event are merged.
    """

    id: str
    dataset: str
    title: Callable[[], str]
    columns: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...]
    signs: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    converters: Mapping[str, Callable[[], Convert]] = field(default_factory=dict)
    one_row_an_actor: bool = False

    @property
    def label(self) -> str:
        """The form's name."""
        return self.title()

    def positions(self, header: Sequence[str]) -> dict[str, int]:
        """Canonical column -> index in the header; the first one where a name occurs twice."""
        folded = [fold_header(name) for name in header]
        found: dict[str, int] = {}
        for canonical, names in self.columns.items():
            for name in names:
                if name in folded:
                    found[canonical] = folded.index(name)
                    break
        return found

    def has_what_it_lacks(self, header: Sequence[str]) -> bool:
        """Whether the file has a column that files of this form do not have."""
        return not {fold_header(name) for name in header}.isdisjoint(self.lacks)

    def score(self, header: Sequence[str]) -> int:
        """How many of its signs are there."""
        folded = {fold_header(name) for name in header}
        return sum(sign in folded for sign in self.signs)
