# SPDX-License-Identifier: GPL-2.0-or-later
"""No text of a file starts a formula in a spreadsheet, and none is lost by that."""

from __future__ import annotations

import pytest
from flashpoints.plugin.core.spreadsheets import as_text, from_text


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"])
def test_formulas_become_text(text: str) -> None:
    assert as_text(text) == f"'{text}" and from_text(as_text(text)) == text


@pytest.mark.parametrize("text", ["", "Bamako", "-4.2", "+7", "1-2", "'quoted'", "'t", "’=", "a=b"])
def test_other_text_stays(text: str) -> None:
    assert as_text(text) == text and from_text(text) == text
