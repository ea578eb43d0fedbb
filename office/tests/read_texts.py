"""Reads many .docx with python-docx, a reader that is none of ours, and prints their texts as JSON.

    /usr/bin/python3 read_texts.py FILE.docx ...

A list of strings, a file each: its paragraphs one after the other, a break as a line feed.
"""

import json
import sys

from docx import Document
from docx.oxml.ns import qn

# As python-docx reads a run, without an object for each of ten thousand.
READ = {
    qn("w:t"): lambda element: element.text or "",
    qn("w:tab"): lambda element: "\t",
    qn("w:br"): lambda element: "\n",
}


def text(path):
    body = Document(path).element.body
    return "".join(READ[element.tag](element) for element in body.iter(*READ))


json.dump([text(path) for path in sys.argv[1:]], sys.stdout)
