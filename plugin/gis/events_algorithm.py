# SPDX-License-Identifier: GPL-2.0-or-later
"""The Toolbox group of what makes, updates, corrects and compares events, beside the analyses."""

from __future__ import annotations

from ..core.text import translate
from .algorithm import FlashpointsAlgorithm


class EventsAlgorithm(FlashpointsAlgorithm):
    """Base of the algorithms on events themselves."""

    def group(self) -> str:
        """The Toolbox group, in words."""
        return translate("Algorithms", "Events")

    def groupId(self) -> str:
        """The Toolbox group's id."""
        return "events"
