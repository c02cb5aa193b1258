# SPDX-License-Identifier: GPL-2.0-or-later
"""What each dialog was set to last, kept in QGIS's settings under flashpoints/."""

from __future__ import annotations

from qgis.core import QgsSettings

ROOT = "flashpoints"


class DialogSettings:
    """Remembers short texts of one dialog; lists are written `;`-separated."""

    def __init__(self, dialog: str) -> None:
        self._prefix = f"{ROOT}/{dialog}/"

    def text(self, key: str, default: str = "") -> str:
        """The text kept under a key, or the default when nothing was kept."""
        value = QgsSettings().value(self._prefix + key, default)
        if isinstance(value, (list, tuple)):  # an INI file gives a text with commas back as a list
            return ", ".join(str(part) for part in value)
        return default if value is None else str(value)

    def flag(self, key: str, default: bool = False) -> bool:
        """A yes or no kept under a key."""
        return self.text(key, "yes" if default else "no") == "yes"

    def keep(self, **values: str | bool) -> None:
        """Remember values."""
        settings = QgsSettings()
        for key, value in values.items():
            kept = ("yes" if value else "no") if isinstance(value, bool) else value
            settings.setValue(self._prefix + key, kept)
