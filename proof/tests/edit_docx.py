"""Edits Word files with python-docx, as somebody with a word processor would.

    /usr/bin/python3 edit_docx.py ORDERS.json

ORDERS is a list of {"from", "to", "bare", "edits"}: a file, where to save it, whether it loses its custom
parts, and what is done: ["replace", paragraph, start, end, text], ["insert", paragraph, text] in front of it,
["remove", paragraph], or ["swap", old, new] where the old words stand first. Paragraphs are those that say something, counted before any edit; places are characters.
"""

import copy
import json
import sys

from docx import Document


def replace(paragraph, start, end, text):
    """Puts text in the place of characters that may run over several runs."""
    for run in paragraph.runs:
        # Where a title breaks is no part of its words.
        if "\n" in run.text:
            run.text = run.text.replace("\n", "")
    at = 0
    for run in paragraph.runs:
        length = len(run.text)
        low, high = max(start - at, 0), min(end - at, length)
        is_here = low < high or (start == end and 0 <= start - at <= length)
        if is_here:
            run.text = run.text[:low] + text + run.text[high:]
            text = ""
            if start == end:
                return
        at += length


def insert(paragraph, text):
    """Puts a paragraph of the same look in front of another one."""
    new = copy.deepcopy(paragraph._p)
    paragraph._p.addprevious(new)
    new = type(paragraph)(new, paragraph._parent)
    for run in new.runs[1:]:
        run._r.getparent().remove(run._r)
    new.runs[0].text = text


def main(path):
    for order in json.load(open(path, encoding="utf-8")):
        document = Document(order["from"])
        if order["bare"]:
            rels = document.part.rels
            for key in [key for key, rel in rels.items() if rel.reltype.endswith("/customXml")]:
                del rels[key]
        paragraphs = [paragraph for paragraph in document.paragraphs if paragraph.text.strip()]
        for kind, at, *rest in order["edits"]:
            if kind == "swap":
                found = next(paragraph for paragraph in paragraphs if at in paragraph.text.replace("\n", ""))
                start = found.text.replace("\n", "").index(at)
                replace(found, start, start + len(at), *rest)
            elif kind == "replace":
                replace(paragraphs[at], *rest)
            elif kind == "insert":
                insert(paragraphs[at], *rest)
            else:
                paragraphs[at]._p.getparent().remove(paragraphs[at]._p)
        document.save(order["to"])


main(sys.argv[1])
