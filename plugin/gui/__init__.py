# SPDX-License-Identifier: GPL-2.0-or-later
"""Windows: dialogs, map tools and the plugin class."""
