"""Writes the report from the executed notebooks: pages, figures, tables and claims.

    python environment/report.py
"""

import base64
import json
import pathlib
import re
import shutil
import sys
from datetime import datetime

import jupyter_server_mathjax
import nbconvert
import nbformat

import claims as ledger
import pages

ROOT = pathlib.Path(__file__).resolve().parent.parent
REPORT = ROOT / "target/report"
STATEMENTS = ROOT / "src/main/resources/designspace/claim/statements.tsv"


def main():
    prepare_folders()
    names = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
    executed = [name for name in names if (REPORT / "executed" / f"{name}.ipynb").exists()]
    missing = [name for name in names if name not in executed]
    exporter = nbconvert.HTMLExporter(raw_template=pages.NOTEBOOK_TEMPLATE)
    cards, settled = [], []
    for name in executed:
        notebook = nbformat.read(REPORT / "executed" / f"{name}.ipynb", as_version=4)
        cards.append(describe(name, notebook) | extract(name, notebook))
        settled += [(name, claim) for data in bundles(notebook) for claim in ledger.emitted(data)]
        write_page(name, notebook, executed, exporter)
    claims, problems = ledger.settle(ledger.read_statements(STATEMENTS), settled)
    write(REPORT / "claims.json", json.dumps(claims, indent=1, ensure_ascii=False) + "\n")
    write(REPORT / "claims.html", pages.claims_page(claims, executed))
    write(REPORT / "index.html", pages.index_page(cards, claims, missing))
    print(ledger.summary(claims))
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def prepare_folders():
    """Nothing stays of an earlier report but the executed notebooks."""
    for page in REPORT.glob("*.html"):
        page.unlink()
    for folder in ("figures", "tables"):
        shutil.rmtree(REPORT / folder, ignore_errors=True)
        (REPORT / folder).mkdir(parents=True)
    unused = shutil.ignore_patterns("localization", "mathmaps", "SVG")
    mathjax = pathlib.Path(jupyter_server_mathjax.__file__).parent / "static"
    shutil.copytree(mathjax, REPORT / "mathjax", ignore=unused, dirs_exist_ok=True)


def write(path, text):
    path.write_text(text, encoding="utf-8")


def outputs(notebook):
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


def bundles(notebook):
    return [output.data for output in outputs(notebook) if "data" in output]


def is_figure(data):
    return any(mime.startswith("image/") for mime in data)


def is_table(data):
    return "text/csv" in data and not is_figure(data)


def extract(name, notebook):
    """Writes the figures and tables of a notebook to files. Returns their names."""
    figures = [data for data in bundles(notebook) if is_figure(data)]
    tables = [data for data in bundles(notebook) if is_table(data)]
    for number, data in enumerate(figures, start=1):
        write_figure(REPORT / "figures" / f"{name}-{number}", data)
    for number, data in enumerate(tables, start=1):
        write(REPORT / "tables" / f"{name}-{number}.csv", data["text/csv"])
    return {
        "figures": [f"figures/{name}-{number}" for number in range(1, len(figures) + 1)],
        "tables": [f"tables/{name}-{number}.csv" for number in range(1, len(tables) + 1)],
    }


def write_figure(stem, data):
    if "image/svg+xml" in data:
        write(stem.with_name(stem.name + ".svg"), data["image/svg+xml"])
    if "image/png" in data:
        stem.with_name(stem.name + ".png").write_bytes(base64.b64decode(data["image/png"]))
    if "text/csv" in data:
        write(stem.with_name(stem.name + ".csv"), data["text/csv"])


def describe(name, notebook):
    """What a card on the index page says."""
    text = "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    blocks = [block.strip() for block in re.split(r"\n\s*\n|(?<=\n)(?=#)", text) if block.strip()]
    headings = [block.splitlines()[0].lstrip("# ") for block in blocks if block.startswith("#")]
    paragraphs = [block for block in blocks if re.match(r"[^#$|>!<`\-]", block)]
    return {
        "name": name,
        "title": pages.plain(headings[0] if headings else name),
        "summary": pages.plain(paragraphs[0] if paragraphs else ""),
        "seconds": sum(seconds(cell) for cell in notebook.cells),
        "failed": any(output.output_type == "error" for output in outputs(notebook)),
    }


def seconds(cell):
    timing = cell.metadata.get("execution", {})
    moments = [timing.get("iopub.status.busy"), timing.get("iopub.status.idle")]
    if None in moments:
        return 0
    begin, end = (datetime.fromisoformat(moment.replace("Z", "+00:00")) for moment in moments)
    return (end - begin).total_seconds()


def write_page(name, notebook, names, exporter):
    """The notebook as a page, its figures by reference and its links leading to the other pages."""
    figures = [data for data in bundles(notebook) if is_figure(data)]
    for number, data in enumerate(figures, start=1):
        source = f"figures/{name}-{number}" + (".svg" if "image/svg+xml" in data else ".png")
        title = data.get("text/plain", "")
        data.clear()
        data["text/html"] = pages.figure(source, title)
    body, _ = exporter.from_notebook_node(notebook, resources={"metadata": {"name": name}})
    for other in names:
        body = re.sub(rf'href="(\./)?{re.escape(other)}\.ipynb(?=["#])', f'href="{other}.html', body)
    write(REPORT / f"{name}.html", body)


if __name__ == "__main__":
    sys.exit(main())
