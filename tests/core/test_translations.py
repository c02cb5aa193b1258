# SPDX-License-Identifier: GPL-2.0-or-later
"""The French texts: all there, with the blanks and keys of the English ones, and in French typography."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from flashpoints.tools import i18n

FILES = sorted(i18n.I18N.glob("*.ts"))
NBSP = "\u00a0"


def texts(path: Path) -> list[tuple[str, str, str]]:
    """Context, English and translation of every message of a .ts file; empty where it is not translated."""
    return [
        (key[0], key[1], "" if element.get("type") else element.text or "")
        for key, element in i18n.known(path).items()
    ]


def holes(text: str) -> Counter[str]:
    """The blanks of a text, {name} or {}; one that is said twice in one language may be said once in another."""
    return Counter(set(re.findall(r"\{[^{}]*\}", text)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_text_of_the_code_is_translated(path: Path) -> None:
    """No text is missing, unfinished, empty or left over: `python tools/i18n.py` has nothing to do."""
    done = {key for key, element in i18n.known(path).items() if element.text and not element.get("type")}
    assert done == set(i18n.collect())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_translations_keep_blanks_tags_and_keys(path: Path) -> None:
    """What the code fills in, what Qt reads, and whether a text leads into another."""
    for context, source, translation in texts(path):
        where = f"{context}: {source}"
        assert holes(translation) == holes(source), where
        assert re.findall(r"</?\w+", translation) == re.findall(r"</?\w+", source), where
        assert len(re.findall(r"&\w", translation)) == len(re.findall(r"&\w", source)), where
        assert [c.isspace() for c in (translation[0], translation[-1])] == [
            c.isspace() for c in (source[0], source[-1])
        ] or translation.startswith(f"{NBSP};"), where


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_keys_are_plain_letters(path: Path) -> None:
    """A key with an accent needs another keyboard."""
    keys = {key for _, _, translation in texts(path) for key in re.findall(r"&(\w)", translation)}
    assert {key for key in keys if not key.isascii()} == set()


def test_french_typography() -> None:
    """A space that does not break before : ; ? ! » % and after «; curly apostrophes."""
    for context, source, translation in texts(i18n.I18N / "flashpoints_fr.ts"):
        assert not re.search(r" [:;?!»%]|« |«[^\u00a0]|[^\u00a0]»|'", translation), f"{context}: {source}"
