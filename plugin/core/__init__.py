# SPDX-License-Identifier: GPL-2.0-or-later
"""What the numbers mean. pandas, numpy, scipy and pyproj only: no QGIS, no Qt, no GDAL."""
