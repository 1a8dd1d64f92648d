"""pdf-geometry.py PDF: where everything stands on the pages, as JSON; lengths in points, y from the top edge.

{"pages": [{"width", "height",
            "words": [{"text", "x0", "x1", "baseline", "size", "font"}],
            "lines": [{"x0", "x1", "y"}]}]}

A word ends at a space of any kind, at a gap, and where size or font changes; words stand line by line, left to
right. Lines are straight level strokes and filled shapes as thin as a stroke.

Run it through tools/pdf-geometry, which finds the Python that has pdfplumber.
"""
import json
import sys

import pdfplumber

# In ems: letters of a word touch or overlap; what is further apart is another word.
GAP = 0.15
# In points: no stroke of a document is thicker.
THIN = 2
# In points: baselines nearer than that are one line's.
LEVEL = 0.5


def baseline(char, page):
    return float(page.height) - char["matrix"][5]


def words(page):
    chars = sorted(page.chars, key=lambda char: (round(baseline(char, page) / LEVEL), char["x0"]))
    found, last = [], None
    for char in chars:
        if char["text"].isspace() or not char["text"]:
            last = None
            continue
        y, size = baseline(char, page), char["size"]
        joins = (
            last is not None
            and abs(last["baseline"] - y) < LEVEL
            and (last["font"], last["size"]) == (char["fontname"], round(size, 2))
            and char["x0"] - last["x1"] < GAP * size
        )
        if joins:
            last["text"] += char["text"]
            last["x1"] = max(last["x1"], char["x1"])
        else:
            last = {
                "text": char["text"],
                "x0": char["x0"],
                "x1": char["x1"],
                "baseline": y,
                "size": round(size, 2),
                "font": char["fontname"],
            }
            found.append(last)
    return found


def lines(page):
    """Strokes, and rectangles and curves that are no thicker than a stroke."""
    shapes = page.lines + page.rects + page.curves
    level = [shape for shape in shapes if shape["bottom"] - shape["top"] <= THIN < shape["x1"] - shape["x0"]]
    return [
        {"x0": shape["x0"], "x1": shape["x1"], "y": (shape["top"] + shape["bottom"]) / 2}
        for shape in sorted(level, key=lambda shape: (shape["top"], shape["x0"]))
    ]


def rounded(value):
    if isinstance(value, float):
        return round(value, 2)
    if isinstance(value, dict):
        return {key: rounded(inner) for key, inner in value.items()}
    return [rounded(inner) for inner in value] if isinstance(value, list) else value


def pages(file):
    with pdfplumber.open(file) as pdf:
        for page in pdf.pages:
            yield {
                "width": float(page.width),
                "height": float(page.height),
                "words": words(page),
                "lines": lines(page),
            }
            page.close()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdout.reconfigure(encoding="utf-8")
    json.dump({"pages": [rounded(page) for page in pages(sys.argv[1])]}, sys.stdout, ensure_ascii=False)
