# SPDX-License-Identifier: GPL-2.0-or-later
"""Flashpoints: conflict events, rings, footprints and briefs on the map."""
