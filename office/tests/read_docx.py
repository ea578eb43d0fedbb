"""Reads a .docx with python-docx, a reader that is none of ours, and prints what it understood as JSON.

    /usr/bin/python3 read_docx.py FILE.docx

{"title", "paragraphs": [{"text", "style", "outline", "align", "runs": [{"text", "east_asia", "ascii",
"size", "marked"}]}], "sections": [{"width", "height", "top", "right", "bottom", "left", "header",
"footer", "grid": {"type", "line_pitch"}, "odd_footer", "even_footer"}], "odd_and_even"}

Faces and sizes are those that hold for the run: its own, else of its style, else of the paragraph's
style and what that is based on, else the defaults. Sizes are points, lengths are twips.
"""

import json
import sys

from docx import Document
from docx.oxml.ns import qn


def chain(style):
    """A style and all that it is based on."""
    while style is not None:
        yield style.element
        style = style.base_style


def first(sources, path, attribute):
    """The attribute in the first of the sources that has it."""
    for source in sources:
        found = source
        for name in path:
            found = found.find(qn(name)) if found is not None else None
        if found is not None and found.get(qn(attribute)) is not None:
            return found.get(qn(attribute))
    return None


def read_run(run, paragraph, defaults):
    # An unstyled run reports the default character style, which says nothing.
    sources = [run._element, *chain(run.style), *chain(paragraph.style), *defaults]
    size = first(sources, ["w:rPr", "w:sz"], "w:val")
    return {
        "text": run.text,
        "east_asia": first(sources, ["w:rPr", "w:rFonts"], "w:eastAsia"),
        "ascii": first(sources, ["w:rPr", "w:rFonts"], "w:ascii"),
        "size": int(size) / 2 if size else None,
        "marked": run.font.highlight_color is not None,
    }


def read_paragraph(paragraph, defaults):
    sources = [paragraph._element, *chain(paragraph.style)]
    outline = first(sources, ["w:pPr", "w:outlineLvl"], "w:val")
    return {
        "text": paragraph.text,
        "style": paragraph.style.name,
        "outline": int(outline) if outline else None,
        "align": first(sources, ["w:pPr", "w:jc"], "w:val"),
        "runs": [read_run(run, paragraph, defaults) for run in paragraph.runs],
    }


def read_section(section):
    grid = section._sectPr.find(qn("w:docGrid"))
    twips = lambda length: round(length / 635)
    return {
        "width": twips(section.page_width),
        "height": twips(section.page_height),
        "top": twips(section.top_margin),
        "right": twips(section.right_margin),
        "bottom": twips(section.bottom_margin),
        "left": twips(section.left_margin),
        "header": twips(section.header_distance),
        "footer": twips(section.footer_distance),
        "grid": {
            "type": grid.get(qn("w:type")),
            "line_pitch": int(grid.get(qn("w:linePitch"))),
        },
        "odd_footer": [paragraph.text for paragraph in section.footer.paragraphs],
        "even_footer": [paragraph.text for paragraph in section.even_page_footer.paragraphs],
    }


def main(path):
    document = Document(path)
    defaults = document.styles.element.iterfind(".//" + qn("w:rPrDefault"))
    defaults = list(defaults)
    json.dump(
        {
            "title": document.core_properties.title,
            "paragraphs": [read_paragraph(paragraph, defaults) for paragraph in document.paragraphs],
            "sections": [read_section(section) for section in document.sections],
            "odd_and_even": document.settings.odd_and_even_pages_header_footer,
        },
        sys.stdout,
        ensure_ascii=False,
        indent=1,
    )


main(sys.argv[1])
