# SPDX-License-Identifier: GPL-2.0-or-later
"""Stands in for hypothesis where it is not installed: its tests are skipped by name, the others in the file run."""

from __future__ import annotations

import sys
import types
from typing import Any

import pytest


class _Anything:
    """Answers every attribute and call with itself, as strategies are built when a module is imported."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *arguments: object, **named: object) -> Any:
        return self

    def __or__(self, other: object) -> Any:
        return self


def install() -> None:
    """Put the stand-in where `import hypothesis` finds it."""
    module, strategies = types.ModuleType("hypothesis"), _Anything()
    skip = pytest.mark.skip(reason="hypothesis is not installed")

    def given(*arguments: object, **named: object) -> Any:
        def skipped(function: Any) -> Any:
            def test() -> None:
                """Skipped."""

            test.__name__, test.__doc__ = function.__name__, function.__doc__
            return skip(test)

        return skipped

    keep = lambda *arguments, **named: lambda function: function  # noqa: E731
    for name, value in {
        "given": given, "settings": keep, "example": keep, "assume": bool, "note": print, "strategies": strategies,
        "HealthCheck": strategies, "seed": keep, "__spec__": None,
    }.items():  # fmt: skip
        setattr(module, name, value)
    sys.modules["hypothesis"] = module
    sys.modules["hypothesis.strategies"] = strategies  # type: ignore[assignment]
