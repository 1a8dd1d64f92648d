"""docx-text.py FILE: the body's text in document order, one paragraph a line, tables cell by cell.

Run it through tools/docx-text, which finds the Python that has python-docx.
"""
import sys

import docx
from docx.table import Table


def lines(container):
    for block in container.iter_inner_content():
        if isinstance(block, Table):
            yield from table_lines(block)
        else:
            # A line break inside a paragraph is a space to its reader.
            yield block.text.replace("\n", " ")


def table_lines(table):
    """A merged cell stands in each place that it covers: it is read at the first."""
    seen = set()
    for row in table.rows:
        for cell in row.cells:
            if cell._tc not in seen:
                seen.add(cell._tc)
                yield from lines(cell)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdout.reconfigure(encoding="utf-8")
    for line in lines(docx.Document(sys.argv[1])):
        print(line)
