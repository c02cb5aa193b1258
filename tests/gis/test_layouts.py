# SPDX-License-Identifier: GPL-2.0-or-later
"""The template of the brief, filling it by item id, and exporting: what an office relies on that edits it."""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.periods import parse_period
from flashpoints.plugin.core.recipes import load_recipe
from flashpoints.plugin.core.resources import RESOURCES
from flashpoints.plugin.gis import layout_text, layouts
from flashpoints.plugin.gis.brief_layers import memory_layer
from flashpoints.plugin.gis.charts import Series, months_chart, save_svg
from flashpoints.plugin.gis.layout_export import export
from flashpoints.plugin.gis.layout_legend import LegendEntry, legend_height_mm
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemPage,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QColor, QImage

TEMPLATE = RESOURCES / "layouts" / "brief_a4.qpt"
IDS = {
    "title", "subtitle", "producer", "logo", "map_main_title", "map_main", "legend", "legend_key",
    "scalebar", "map_locator", "figure_ring_number", "figure_ring_text", "figure_ring_note",
    "figure_footprint_number", "figure_footprint_text", "figure_footprint_note", "figure_comparison_number",
    "figure_comparison_text", "figure_comparison_note", "map_footprint_title", "map_footprint",
    "legend_footprint", "scalebar_footprint", "chart_months_title", "chart_months", "table_regions_title",
    "table_regions_note", "table_regions", "methods", "credit", "disclaimer", "synthetic_mark",
}  # fmt: skip
ON_A_MAP = {"scalebar": "map_main", "map_locator": "map_main", "scalebar_footprint": "map_footprint"}


@pytest.fixture
def project(qgis_app: QgsApplication) -> Iterator[QgsProject]:
    made = QgsProject()
    yield made
    made.clear()


@pytest.fixture
def layout(project: QgsProject) -> QgsPrintLayout:
    return layouts.load_template(TEMPLATE, project)


def items(layout: QgsPrintLayout) -> dict[str, QgsLayoutItem]:
    found = [item for item in layout.items() if isinstance(item, QgsLayoutItem)]
    return {item.id(): item for item in found if not isinstance(item, QgsLayoutItemPage)}


def box(item: QgsLayoutItem) -> QRectF:
    """Where an item stands on the page, less a tenth of a millimetre that neighbours may share."""
    return item.sceneBoundingRect().adjusted(0.05, 0.05, -0.05, -0.05)


def pdf_text(path: Path) -> str:
    """The text of a PDF with any white space as one space."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    done = subprocess.run([program, "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


# -- the template ----------------------------------------------------------------------------------------------


def test_template_is_one_a4_page_with_the_items_that_offices_rely_on(layout: QgsPrintLayout) -> None:
    assert set(items(layout)) == IDS
    assert layout.pageCollection().pageCount() == 1
    page = layout.pageCollection().page(0).rect()
    assert (round(page.width()), round(page.height())) == (210, 297)


def test_items_stay_inside_the_margins_and_do_not_overlap(layout: QgsPrintLayout) -> None:
    """The mark across the page may; scale bars and locator lie inside their own map and nowhere else."""
    found = {name: item for name, item in items(layout).items() if name != "synthetic_mark"}
    for name, item in found.items():
        assert QRectF(9, 7.5, 192, 280).contains(box(item)), name
    for (one, first), (other, second) in itertools.combinations(found.items(), 2):
        if ON_A_MAP.get(one) == other or ON_A_MAP.get(other) == one:
            inner, outer = (first, second) if one in ON_A_MAP else (second, first)
            assert outer.sceneBoundingRect().contains(box(inner)), (one, other)
        elif not {one, other} & {"legend", "legend_key", "legend_footprint"}:  # empty until they are filled
            assert not box(first).intersects(box(second)), (one, other)


def test_template_has_three_sizes_and_one_family_of_type_beside_the_mark(layout: QgsPrintLayout) -> None:
    labels = [
        i for n, i in items(layout).items() if isinstance(i, QgsLayoutItemLabel) and n != "synthetic_mark"
    ]
    fonts = [layout_text.font_of(label) for label in labels]
    assert len({font.pointSizeF() for font in fonts}) == 3
    assert {font.family() for font in fonts} == {"DejaVu Sans"}


def test_template_names_no_layer_and_no_path() -> None:
    text = TEMPLATE.read_text(encoding="utf-8")
    assert "<Layer " not in text
    assert not re.search(r'(file|pictureFile|source)="[^"]', text)


def test_what_is_no_template_is_refused(project: QgsProject, tmp_path: Path) -> None:
    wrong = tmp_path / "photo.qpt"
    wrong.write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff")
    empty = tmp_path / "empty.qpt"
    empty.write_text("<html/>", encoding="utf-8")
    for path, said in (
        (wrong, "cannot be read"),
        (empty, "not a layout template"),
        (tmp_path / "none.qpt", "cannot be read"),
    ):
        with pytest.raises(FlashpointsError, match=said):
            layouts.load_template(path, project)


# -- filling ---------------------------------------------------------------------------------------------------


def text_of(layout: QgsPrintLayout, name: str) -> str:
    return layout.itemById(name).text().replace("\u00a0", " ")


def test_texts_go_into_the_items_of_their_ids(layout: QgsPrintLayout) -> None:
    filled = layouts.fill(layout, {"title": "Mali", "figure_ring_number": "16", "logo": None})
    assert (text_of(layout, "title"), text_of(layout, "figure_ring_number")) == ("Mali", "16")
    assert not layout.itemById("logo").isVisible()
    assert filled.notes == []


def test_an_item_that_an_office_deleted_is_skipped_and_said(layout: QgsPrintLayout) -> None:
    layout.removeLayoutItem(layout.itemById("title"))
    filled = layouts.fill(layout, {"title": "Mali", "subtitle": "2023"})
    assert text_of(layout, "subtitle") == "2023"
    assert len(filled.notes) == 1
    assert "“title”" in filled.notes[0]


def test_an_item_of_another_kind_is_left_as_it_is(layout: QgsPrintLayout) -> None:
    filled = layouts.fill(layout, {"map_main": "text for a map"})
    assert "“map_main”" in filled.notes[0]


def test_an_offices_own_words_stay_round_placeholders(layout: QgsPrintLayout) -> None:
    layout.itemById("producer").setText("Ministry of Maps, {date}: {title}. {unknown}")
    layouts.fill(layout, {"producer": "Flashpoints", "title": "Mali"}, {"date": "1 July 2023"})
    assert text_of(layout, "producer") == "Ministry of Maps, 1 July 2023: Mali. {unknown}"


def test_a_long_text_is_made_smaller_until_it_fits_and_no_further_than_four_fifths(
    layout: QgsPrintLayout,
) -> None:
    label = layout.itemById("figure_ring_text")
    size = layout_text.font_of(label).pointSizeF()
    layouts.fill(layout, {"figure_ring_text": "word " * 42})
    fitted = layout_text.font_of(label)
    assert 0.8 * size <= fitted.pointSizeF() < size
    assert layout_text.text_height_mm(label.text(), fitted, label.rect().width()) <= label.rect().height()
    layouts.fill(layout, {"subtitle": "word " * 1000})
    assert layout_text.font_of(layout.itemById("subtitle")).pointSizeF() >= 0.8 * size


def test_a_text_that_fits_in_no_way_is_said(layout: QgsPrintLayout) -> None:
    filled = layouts.fill(layout, {"title": "Mali", "subtitle": "word " * 1000, "producer": "w" * 200})
    assert ["“subtitle”" in note or "“producer”" in note for note in filled.notes] == [True, True]


def test_a_note_follows_its_sentence_without_a_gap(layout: QgsPrintLayout) -> None:
    before = layout.itemById("figure_ring_note").sceneBoundingRect()
    layouts.fill(layout, {"figure_ring_text": "One line.", "figure_ring_note": "Note."})
    note, text = (layout.itemById(f"figure_ring_{name}").sceneBoundingRect() for name in ("note", "text"))
    assert text.top() + 3 < note.top() < before.top() - 5
    assert note.bottom() == pytest.approx(before.bottom())


def test_spaces_that_no_line_may_end_at() -> None:
    assert (
        layout_text.unbroken("95 % interval, 150 km : × 3")
        == "95\u00a0% interval, 150\u00a0km\u00a0: ×\u00a03"
    )


def test_a_legend_keeps_to_the_room_that_the_page_leaves_it(layout: QgsPrintLayout) -> None:
    points = [((str(n),), QgsGeometry.fromPointXY(QgsPointXY(n, n))) for n in range(3)]
    layer = memory_layer("Point?crs=EPSG:4326&field=name:string", "points", points)
    layouts.fill(layout, {"legend": [LegendEntry(layer, f"Group {n}") for n in range(40)]})
    legend = layout.itemById("legend")
    assert isinstance(legend, QgsLayoutItemLegend)
    kept = len(legend.model().rootGroup().children())
    assert 1 <= kept < 40
    room = layout.itemById("map_footprint_title").sceneBoundingRect().top() - legend.sceneBoundingRect().top()
    assert legend_height_mm(legend) <= room


def test_a_map_keeps_its_size_and_shows_all_of_the_extent(layout: QgsPrintLayout) -> None:
    item = layout.itemById("map_main")
    size = item.rect().width(), item.rect().height()
    extent = QgsRectangle(-12, 10, 4, 11)
    crs = QgsCoordinateReferenceSystem("EPSG:4326")
    layer = memory_layer("Point?crs=EPSG:4326&field=name:string", "points", [])
    layouts.fill(layout, {"map_main": layouts.MapContent([layer], extent, crs)})
    assert (item.rect().width(), item.rect().height()) == pytest.approx(size, abs=0.01)
    assert item.extent().contains(extent)
    assert [one.id() for one in item.layers()] == [layer.id()]


def test_table_takes_rows_and_keeps_the_templates_columns(layout: QgsPrintLayout) -> None:
    ink = QColor("#000000")
    rows = [[layouts.Cell(f"{row}.{column}", ink) for column in range(7)] for row in range(5)]
    table = layout.itemById("table_regions").multiFrame()
    widths = list(table.columnWidths())
    layouts.fill(layout, {"table_regions": layouts.TableContent(rows)})
    assert [[cell.content() for cell in row] for row in table.tableContents()][3][6] == "3.6"
    assert list(table.columnWidths()) == widths
    assert sum(widths) + 7 * 2 * table.cellMargin() == pytest.approx(
        layout.itemById("table_regions").rect().width()
    )


# -- export ----------------------------------------------------------------------------------------------------


def test_pdf_holds_its_text_as_text(layout: QgsPrintLayout, tmp_path: Path) -> None:
    layouts.fill(layout, {"title": "Ségou à l’aube", "credit": "Source: nobody"})
    export(layout, tmp_path / "page.pdf")
    text = pdf_text(tmp_path / "page.pdf")
    assert "Ségou à l’aube" in text
    assert "Source: nobody" in text


def test_png_has_300_dots_an_inch(layout: QgsPrintLayout, tmp_path: Path) -> None:
    export(layout, tmp_path / "page.png")
    image = QImage(str(tmp_path / "page.png"))
    assert (image.width(), image.height()) == pytest.approx((2480, 3508), abs=1)  # 210 x 297 mm
    assert round(image.dotsPerMeterX() * 0.0254) == 300


def test_svg_is_written(layout: QgsPrintLayout, tmp_path: Path) -> None:
    layouts.fill(layout, {"title": "Mali"})
    export(layout, tmp_path / "page.svg")
    assert ">Mali<" in (tmp_path / "page.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "said"), [("page.doc", "“.doc”"), ("none/page.pdf", "does not exist"), ("page", "“page”")]
)
def test_what_cannot_be_written_is_refused_in_words(
    layout: QgsPrintLayout, tmp_path: Path, name: str, said: str
) -> None:
    with pytest.raises(FlashpointsError, match=said):
        export(layout, tmp_path / name)


# -- the chart -------------------------------------------------------------------------------------------------


def chart(tmp_path: Path, language: str, **more: Any) -> str:
    months = pd.date_range("2022-07-01", "2023-06-30", freq="MS")
    counts = pd.DataFrame({"a": range(12), "b": [1] * 12}, index=months)
    series = [Series("a", "JNIM", "#D55E00"), Series("b", "others", "#C8C8C8")]
    periods = [parse_period("2022-H2"), parse_period("2023-H1")]
    words = load_recipe(RESOURCES / "recipes" / "brief.json").words(language)
    figure = months_chart(counts, series, periods, words, (80, 50), **more)
    save_svg(figure, tmp_path / "chart.svg")
    return (tmp_path / "chart.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "period", "month"), [("en", "H1 2023", "Jul 2022"), ("fr", "S1 2023", "juil. 2022")]
)
def test_chart_speaks_the_briefs_language_in_text(
    tmp_path: Path, language: str, period: str, month: str
) -> None:
    svg = chart(tmp_path, language)
    assert f">{period}<" in svg
    assert f">{month}<" in svg
    assert ">JNIM<" in svg
    assert svg.count("#d55e00") >= 11  # a bar for each month that has events, and the key
    assert not re.search(r"font: [^;]*px", svg)  # the short form, which Qt's reader does not know


def test_chart_is_drawn_without_pyplot(tmp_path: Path) -> None:
    """pyplot keeps figures alive and asks for a window system."""
    code = (
        "import sys; sys.path.insert(0, 'tests'); import conftest\n"
        "from flashpoints.plugin.gis import charts\n"
        "charts.new_figure((80, 50))\n"
        "assert 'matplotlib.pyplot' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=RESOURCES.parent, check=True, timeout=120)
