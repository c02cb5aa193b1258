#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Everything the other commands need: system packages (only those that are missing) and .venv.
# Called by `make setup`; safe to run again, and quick when nothing has changed.
set -euo pipefail
cd "$(dirname "$0")/.."

PYTHON=/usr/bin/python3 # the interpreter that the system's QGIS is built for; another one cannot import qgis
VENV=.venv
STAMP=$VENV/.stamp
PACKAGES=(
  qgis python3-qgis qgis-providers python3-gdal gdal-bin # QGIS with its Python, GDAL and ogr2ogr
  python3-pandas python3-scipy python3-matplotlib python3-pyproj
  proj-bin # without it pyproj, inside a virtual environment, warns that it cannot find PROJ's data
  python3-venv python3-pip git make
  xvfb xauth poppler-utils                               # real windows without a screen; looking into PDFs
  qttools5-dev-tools                                     # lrelease: translations
  libegl1                                                # PyQt6 of the Qt 6 check wants it
)

missing_packages() {
  local package
  for package in "${PACKAGES[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s\n' "$package"
  done
}

install_packages() {
  local missing sudo=()
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    cannot_install
  fi
  mapfile -t missing < <(missing_packages)
  [ ${#missing[@]} -gt 0 ] || return 0
  echo "setup: installing ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || ask_administrator "${missing[@]}"
    sudo=(sudo)
  fi
  "${sudo[@]}" apt-get -q update || echo "setup: a package source did not answer; trying with what is known" >&2
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends "${missing[@]}" ||
    ask_administrator "${missing[@]}"
}

ask_administrator() {
  echo "setup: these packages could not be installed. Ask an administrator for:" >&2
  echo "  apt-get install --no-install-recommends $*" >&2
  exit 1
}

# Not Debian or Ubuntu: go on when everything is there all the same, else say what to install.
cannot_install() {
  local lacks=() module tool
  if [ -x "$PYTHON" ]; then
    for module in qgis.core osgeo.gdal pandas scipy matplotlib pyproj venv; do
      "$PYTHON" -c "import $module" 2>/dev/null || lacks+=("$module (Python module, for $PYTHON)")
    done
  else
    lacks+=("$PYTHON with the modules qgis.core osgeo.gdal pandas scipy matplotlib pyproj venv")
  fi
  for tool in git ogr2ogr xvfb-run pdftotext lrelease; do
    command -v "$tool" >/dev/null || lacks+=("$tool (command)")
  done
  [ ${#lacks[@]} -gt 0 ] || return 0
  {
    echo "setup: this is not Debian or Ubuntu, so nothing is installed for you. Please install with your own means:"
    printf '  - %s\n' "${lacks[@]}"
    echo "and run the same command again. On Debian and Ubuntu these are the packages:"
    echo "  ${PACKAGES[*]}"
    echo "To use the plugin no set-up is needed: take the zip into QGIS (see README.md)."
  } >&2
  exit 1
}

make_venv() {
  local constraints=$VENV/constraints.txt
  rm -rf "$VENV"
  "$PYTHON" -m venv --system-site-packages "$VENV"
  # A numpy 2 from pip beside a pandas and GDAL that were built for numpy 1 breaks both (Debian 12, Ubuntu 22.04, 24.04).
  "$VENV/bin/python" -c 'import numpy; print("numpy<2" if int(numpy.__version__.split(".")[0]) < 2 else "numpy>=2")' \
    >"$constraints"
  "$VENV/bin/python" -m pip install -q --disable-pip-version-check -c "$constraints" \
    -r tools/requirements-test.txt -r tools/requirements-check.txt
  "$VENV/bin/python" -c 'import numpy, pandas, scipy, qgis.core, osgeo.gdal, pytest, pytest_qgis'
}

# The Qt 6 check reads enums the way Python 3.11 and newer name them; the tool's own note asks for 3.12, but 3.11 does.
make_qt6_venv() {
  "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "setup: Python is older than 3.11, the Qt 6 spelling check will be passed over" >&2
    return 0
  }
  "$PYTHON" -m venv "$VENV/qt6"
  "$VENV/qt6/bin/python" -m pip install -q --disable-pip-version-check --ignore-requires-python \
    -r tools/requirements-qt6.txt
}

# A copied or moved checkout has a .venv with another folder's paths in it: the folder is part of the stamp.
venv_fingerprint() { cat tools/requirements-*.txt | sha256sum; "$PYTHON" --version; pwd; }
fingerprint() { venv_fingerprint; echo "packages: ${PACKAGES[*]}"; }
venv_stands() {
  [ -e "$STAMP" ] && [ "$(grep -v '^packages:' "$STAMP")" = "$(venv_fingerprint)" ] &&
    "$VENV/bin/python" -c 'import qgis' 2>/dev/null
}

# Two commands started at once must not build one environment together.
mkdir -p build
exec 9>build/.setup.lock
if command -v flock >/dev/null; then flock 9; fi

if venv_stands && [ "$(cat "$STAMP")" = "$(fingerprint)" ]; then
  exit 0
fi
install_packages
if ! venv_stands; then
  make_venv
  make_qt6_venv
fi
fingerprint >"$STAMP"
echo "setup: ready ($("$VENV/bin/python" -c 'from qgis.core import Qgis; print("QGIS", Qgis.QGIS_VERSION)'), $("$PYTHON" --version))"
