"""Compares the committed notebooks with freshly executed copies.

    python environment/check.py FOLDER
"""

import json
import math
import pathlib
import re
import sys

NOTEBOOKS = pathlib.Path(__file__).resolve().parent.parent / "notebooks"
CLAIMS = "application/vnd.designspace.claims+json"
# What the kit shows instead of a figure or table that it could not draw.
NOT_SHOWN = "cannot be shown"
# Machines differ in the last digits of exp, log and sums, hence by rounding only.
RELATIVE, ABSOLUTE = 1e-6, 1e-12
NUMBER = re.compile(r"([-+−]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|\bInfinity\b|∞)|\bNaN\b)")


def main(fresh_folder):
    committed = {path.stem: path for path in NOTEBOOKS.glob("*.ipynb")}
    fresh = {path.stem: path for path in pathlib.Path(fresh_folder).glob("*.ipynb")}
    failures = [f"{name}: not executed" for name in sorted(committed.keys() - fresh.keys())]
    for name in sorted(committed.keys() & fresh.keys()):
        pair = [json.loads(path.read_text(encoding="utf-8")) for path in (committed[name], fresh[name])]
        differences = compare(*pair) + ([] if has_figure(pair[0]) else ["no figure is committed"])
        failures += [f"{name}, {difference}" for difference in differences]
    for failure in failures:
        print(failure, file=sys.stderr)
    print(f"{len(committed)} notebooks compared, {len(failures)} differences")
    return 1 if failures else 0


def compare(committed, fresh):
    """What differs between two notebooks, one line each."""
    if len(committed["cells"]) != len(fresh["cells"]):
        return ["the number of cells differs"]
    return [
        f"cell {number}: {difference}"
        for number, pair in enumerate(zip(committed["cells"], fresh["cells"]), start=1)
        for difference in compare_cells(*pair)
    ]


def has_figure(notebook):
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", [])]
    return any(mime.startswith("image/") for output in outputs for mime in output.get("data", {}))


def compare_cells(committed, fresh):
    if committed["cell_type"] != fresh["cell_type"] or text(committed["source"]) != text(fresh["source"]):
        return ["the source differs"]
    if committed["cell_type"] != "code":
        return []
    before, after = merged(committed["outputs"]), merged(fresh["outputs"])
    differences = [fault for outputs, whose in ((before, "committed"), (after, "fresh")) for fault in faults(outputs, whose)]
    if text(committed["source"]).strip() and committed.get("execution_count") is None:
        differences.append("committed without having been executed")
    elif len(before) != len(after):
        differences.append(f"{len(before)} outputs committed, {len(after)} fresh")
    else:
        differences += [difference for pair in zip(before, after) for difference in compare_outputs(*pair)]
    return differences


def text(value):
    return value if isinstance(value, str) else "".join(value)


def merged(outputs):
    """The outputs, with adjacent pieces of one stream as one: where a stream is cut depends on timing."""
    result = []
    for output in outputs:
        last = result[-1] if result else {}
        if output["output_type"] == "stream" and output["name"] == last.get("name"):
            result[-1] = last | {"text": text(last["text"]) + text(output["text"])}
        else:
            result.append(output)
    return result


def faults(outputs, whose):
    for output in outputs:
        if output["output_type"] == "error":
            yield f"error in the {whose} outputs: {output['ename']}"
        if output.get("name") == "stderr":
            yield f"stderr in the {whose} outputs: {text(output['text']).strip().splitlines()[0]}"
        if text(output.get("data", {}).get("text/plain", "")).startswith(NOT_SHOWN):
            yield f"a value that is not shown in the {whose} outputs"


def compare_outputs(committed, fresh):
    if committed["output_type"] != fresh["output_type"] or committed.get("name") != fresh.get("name"):
        return ["the kind of output differs"]
    if committed["output_type"] == "stream":
        return compare_texts("text", committed["text"], fresh["text"])
    return compare_data(committed.get("data", {}), fresh.get("data", {}))


def compare_data(committed, fresh):
    """Images are not compared, for fonts differ between machines; a figure's series are, by its CSV."""
    if committed.keys() != fresh.keys():
        return [f"missing or added: {', '.join(sorted(committed.keys() ^ fresh.keys()))}"]
    differences = []
    for mime in sorted(committed.keys() & {"text/plain", "text/csv"}):
        differences += compare_texts(mime, committed[mime], fresh[mime])
    if CLAIMS in committed:
        differences += compare_values("claims", *(parsed(data[CLAIMS]) for data in (committed, fresh)))
    return differences


def parsed(value):
    """A kernel may send JSON as text."""
    if isinstance(value, list) and all(isinstance(line, str) for line in value):
        value = "".join(value)
    return json.loads(value) if isinstance(value, str) and value else value


def compare_values(where, committed, fresh):
    """Compares JSON values."""
    if is_number(committed) and is_number(fresh):
        return [] if close(str(committed), str(fresh)) else [f"{where}: {committed} became {fresh}"]
    if isinstance(committed, str) and isinstance(fresh, str):
        return compare_texts(where, committed, fresh)
    if isinstance(committed, list) and isinstance(fresh, list) and len(committed) == len(fresh):
        committed, fresh = dict(enumerate(committed, start=1)), dict(enumerate(fresh, start=1))
    if isinstance(committed, dict) and isinstance(fresh, dict) and committed.keys() == fresh.keys():
        return [line for key in committed for line in compare_values(f"{where} {key}", committed[key], fresh[key])]
    return [] if committed == fresh else [f"{where}: {committed} became {fresh}"]


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def compare_texts(where, committed, fresh):
    """The first difference, if any: numbers by value, the words between them exactly."""
    before, after = (NUMBER.split(text(value)) for value in (committed, fresh))
    for position, (old, new) in enumerate(zip(before, after)):
        same = close(old, new) if position % 2 else words(old) == words(new)
        if not same:
            context = " ".join("".join(before[:position]).split())[-30:]
            return [f"{where}: {old.strip()!r} became {new.strip()!r}" + (f" after {context!r}" if context else "")]
    return [] if len(before) == len(after) else [f"{where}: the text differs"]


def words(part):
    """Without blanks and the length of rules: columns grow and shrink with a last digit."""
    return re.sub(r"[ \t]+|(?<=[-=─])[-=─]+", "", part)


def close(old, new):
    """Whole numbers count or seed something, hence must be equal."""
    if re.fullmatch(r"[-+−]?\d+", old) and re.fullmatch(r"[-+−]?\d+", new):
        return value(old) == value(new)
    first, second = value(old), value(new)
    both_nan = math.isnan(first) and math.isnan(second)
    return both_nan or math.isclose(first, second, rel_tol=RELATIVE, abs_tol=ABSOLUTE)


def value(token):
    token = token.replace("−", "-").replace("∞", "inf")
    return int(token) if re.fullmatch(r"[-+]?\d+", token) else float(token)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
