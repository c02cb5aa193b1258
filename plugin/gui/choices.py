# SPDX-License-Identifier: GPL-2.0-or-later
"""What the lists of the dialogs offer: actors with their colours, and towns or points on the map."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qgis.PyQt.QtCore import QModelIndex, QSize, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPixmap
from qgis.PyQt.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ..core.actors import ActorTable
from ..core.errors import FlashpointsError
from ..core.places import Place
from ..core.text import translate
from ..gis.actor_table import name_of


@dataclass(frozen=True)
class Who:
    """A family, a group of it, or a group with all that stands under it (`jnim+`). Everyone has no id."""

    id: str
    label: str
    colour: str = ""
    is_family: bool = False


def who_choices(table: ActorTable) -> list[Who]:
    """Everyone, then each family followed by its groups, in the table's order."""
    umbrellas = {group.umbrella for group in table.groups if group.umbrella}
    choices = [Who("", translate("Choices", "Everyone"))]
    for family in table.families:
        members = [group for group in table.groups if group.family == family.id]
        if not members:
            continue
        choices.append(Who(family.id, name_of(family), family.colour, is_family=True))
        for group in members:
            if group.id == family.id:
                continue  # one id for both asks for the family
            choices.append(Who(group.id, name_of(group), group.colour or family.colour))
            if group.id in umbrellas:
                covered = translate("Choices", "{group} and the groups under it").format(group=name_of(group))
                choices.append(Who(group.id + "+", covered, group.colour or family.colour))
    return choices


def label_of(place: Place) -> str:
    """How a town stands in a list; the country tells towns of one name apart."""
    return f"{place.name} ({place.country})" if place.country else place.name


def written(longitude: float, latitude: float) -> str:
    """Coordinates that nobody can take the wrong way round: 12.6392° N, 8.0029° W."""
    north, east = ("N" if latitude >= 0 else "S"), ("E" if longitude >= 0 else "W")
    return f"{abs(latitude):.4f}° {north}, {abs(longitude):.4f}° {east}"


_NUMBER = r"[-+]?\d+(?:\.\d+)?"
_PAIR = re.compile(rf"\s*({_NUMBER})\s*[,;\s]\s*({_NUMBER})\s*$")
_WRITTEN = re.compile(
    r"\s*(\d+(?:\.\d+)?)\s*°?\s*([NS])\s*[,;\s]\s*(\d+(?:\.\d+)?)\s*°?\s*([EWO])\s*$", re.IGNORECASE
)


def find_place(text: str, known: list[Place]) -> Place:
    """The town of that name, or the point of those coordinates.

    Raises
    ------
    FlashpointsError : when it is neither.
    """
    wanted = text.strip().casefold()
    for place in known:
        if wanted in (label_of(place).casefold(), place.name.casefold()):
            return place
    point = _coordinates(text)
    if point is None:
        what = translate("Choices", "“{text}” is no town of the list and no pair of coordinates.").format(
            text=text.strip()
        )
        if not wanted:
            what = translate("Choices", "No centre is chosen.")
        raise FlashpointsError(
            what,
            remedy=translate(
                "Choices", "Choose a town, pick on the map, or write longitude, latitude: -8.0029, 12.6392"
            ),
        )
    longitude, latitude = point
    if abs(longitude) > 180 or abs(latitude) > 90:
        raise FlashpointsError(
            translate("Choices", "There is no such point on Earth: longitude {x}, latitude {y}.").format(
                x=longitude, y=latitude
            ),
            remedy=translate("Choices", "Write degrees, longitude first: -8.0029, 12.6392"),
        )
    return Place(written(longitude, latitude), "", "", "", longitude, latitude)


def _coordinates(text: str) -> tuple[float, float] | None:
    """Longitude and latitude from a bare pair, longitude first, or from degrees with their hemispheres."""
    pair = _PAIR.match(text)
    if pair:
        return float(pair.group(1)), float(pair.group(2))
    degrees = _WRITTEN.match(text)
    if not degrees:
        return None
    latitude = float(degrees.group(1)) * (1 if degrees.group(2).upper() == "N" else -1)
    longitude = float(degrees.group(3)) * (1 if degrees.group(4).upper() == "E" else -1)
    return longitude, latitude


class IndentGroups(QStyledItemDelegate):
    """Draws a group a little to the right of the family that it belongs to, in the list only."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # noqa: N802 (Qt's name)
        """Indent by blanks, which every style and theme draws alike."""
        super().initStyleOption(option, index)
        who = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(who, Who) and who.id and not who.is_family:
            option.text = "      " + option.text


def chip(colour: str, size: int) -> QIcon:
    """A round chip of a colour, with an edge that keeps pale and dark ones visible on any theme."""
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colour))
    painter.setPen(QColor("#8c8c8c"))
    margin = max(size // 8, 1)
    painter.drawEllipse(margin, margin, size - 2 * margin, size - 2 * margin)
    painter.end()
    return QIcon(pixmap)
