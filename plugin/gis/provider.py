# SPDX-License-Identifier: GPL-2.0-or-later
"""The Processing provider: every analysis in the Toolbox, in models and in qgis_process."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms.actornames import ActorNames
from .algorithms.addruling import AddRuling
from .algorithms.bandcounts import BandCounts
from .algorithms.buffercounts import BufferCounts
from .algorithms.compareperiods import ComparePeriods
from .algorithms.comparesnapshots import CompareSnapshots
from .algorithms.countsovertime import CountsOverTime
from .algorithms.decideruling import DecideRuling
from .algorithms.exportrulings import ExportRulings
from .algorithms.importevents import ImportEvents
from .algorithms.importrulings import ImportRulings
from .algorithms.listrulings import ListRulings
from .algorithms.makebrief import MakeBrief
from .algorithms.reclassifyevents import ReclassifyEvents
from .algorithms.regionfootprints import RegionFootprints
from .algorithms.rollingrecord import RollingRecord
from .algorithms.yearprojection import YearProjection
from .paths import RESOURCES

ALGORITHMS = (
    ImportEvents,
    CompareSnapshots,
    ActorNames,
    ReclassifyEvents,
    BufferCounts,
    BandCounts,
    RegionFootprints,
    ComparePeriods,
    CountsOverTime,
    RollingRecord,
    YearProjection,
    MakeBrief,
    ListRulings,
    AddRuling,
    DecideRuling,
    ExportRulings,
    ImportRulings,
)


class FlashpointsProvider(QgsProcessingProvider):
    """Provider `flashpoints`."""

    def id(self) -> str:
        """The provider's id."""
        return "flashpoints"

    def name(self) -> str:
        """The provider's name."""
        return "Flashpoints"

    def icon(self) -> QIcon:
        """The plugin's icon."""
        return QIcon(str(RESOURCES / "icons" / "flashpoints.svg"))

    def loadAlgorithms(self) -> None:
        """Add every algorithm."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
