# SPDX-License-Identifier: GPL-2.0-or-later
"""The one exception of this plugin: what went wrong, where, and what to do."""

from __future__ import annotations

from .text import translate


class FlashpointsError(Exception):
    """Something a user can act on.

    Parameters
    ----------
    what : one sentence that says what is wrong.
    where : the file, row, parameter or layer it is about; may be empty.
    remedy : one sentence that says what would be right; may be empty.
    """

    def __init__(self, what: str, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        head = f"{where}: {what}" if where else what
        super().__init__(f"{head} {remedy}".strip())


def cancelled() -> FlashpointsError:
    """What is said when a user stopped an import."""
    return FlashpointsError(translate("Import", "The import was cancelled; nothing was written."))
