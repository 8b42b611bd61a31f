"""Makes the table from the results of all rounds, and prints it.

    python environment/benchmark/table.py target/benchmark
    python environment/benchmark/table.py --costs target/benchmark

The second writes costs.csv, for the figure.
"""

import datetime
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys

import peer

KIT = "kit, fastest BLAS"
MIXTURE = {"score 1": "score, 1 thread", "score 2": "score, 2 threads", "exponentials": "exponentials alone, 1 thread"}


def main(folder):
    folder = pathlib.Path(folder)
    results = read(folder)
    (folder / "results.json").write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n")
    text = "\n".join(lines(results)) + "\n"
    (folder / "table.md").write_text(text)
    print(text, end="")


def costs(folder):
    """One line for each width and number of rows of StepCostBenchmark."""
    runs = json.loads((pathlib.Path(folder) / "kit-costs.json").read_text())
    rows = [
        (int(run["params"]["width"]), int(run["params"]["rows"]), run["primaryMetric"]["scorePercentiles"]["50.0"])
        for run in runs
    ]
    text = "".join(f"{width},{n},{ms:.4g}\n" for width, n, ms in sorted(rows))
    (pathlib.Path(folder) / "costs.csv").write_text("width,rows,ms\n" + text)


def read(folder):
    kits = [jmh(path) for path in sorted(folder.glob("kit-[0-9]*.json"))]
    pytorch = [jmh(path) for path in sorted(folder.glob("jmh-pytorch-*.json"))]
    peers = [json.loads(path.read_text()) for path in sorted(folder.glob("step-*.json"))]
    ran = [result for result in peers if "ms" in result]
    classpath = (folder / "classpath").read_text()
    return {
        "rounds": len(kits),
        "machine": machine(),
        "versions": versions(kits[0]["jdk"], classpath, ran),
        "skipped": {result["peer"]: result["skipped"] for result in peers if "skipped" in result},
        "dgemm GFLOP/s": statistics.median(r["dgemm_gflops"] for r in ran if "dgemm_gflops" in r),
        "theorem 2 ms": {name.split(".")[1]: ms for name, ms in jmh(folder / "kit-theorem-2.json")["ms"].items()},
        "mixture ms": {
            "kit": chosen(MIXTURE, medians(kit["ms"] for kit in kits)),
            "NumPy": medians(json.loads(path.read_text()) for path in folder.glob("mixture-numpy-*.json")),
        },
        "step ms": steps(medians(kit["ms"] for kit in kits), medians(run["ms"] for run in pytorch), ran),
        "step bytes": steps(medians(kit["bytes"] for kit in kits), {}, []),
        "step megabytes": json.loads((folder / "memory.json").read_text()),
    }


def jmh(path):
    """Median and allocation of each benchmark in a file of JMH, under a short name."""
    runs = json.loads(path.read_text())
    ms, allocated = {}, {}
    for run in runs:
        name = short_name(run["benchmark"], run.get("params", {}))
        ms[name] = run["primaryMetric"]["scorePercentiles"]["50.0"]
        for metric, value in run.get("secondaryMetrics", {}).items():
            if metric.lstrip("·") == "gc.alloc.rate.norm":
                allocated[name] = value["score"]
    return {"jdk": runs[0]["jdkVersion"], "ms": ms, "bytes": allocated}


def short_name(benchmark, params):
    name = ".".join(benchmark.split(".")[-2:])
    threads = params.get("threads", "")
    if name == "MixtureScoreBenchmark.score":
        return f"score {threads}"
    if name == "PowersOfTwoBenchmark.exponentials":
        return "exponentials"
    if name == "PyTorchBenchmark.step":
        return f"PyTorch through Java@{params['size']}"
    if name == "TrainingStepBenchmark.step":
        products = {"fastest": "fastest BLAS"}.get(params["blas"], params["blas"])
        return f"kit, {products}{', 1 thread' if threads == '1' else ''}@{params['size']}"
    return name


def chosen(names, values):
    return {name: values[name] for name in names}


def medians(rounds):
    """The median of the rounds, number by number."""
    rounds = list(rounds)
    return {key: statistics.median(r[key] for r in rounds) for key in (rounds[0] if rounds else {})}


def steps(kit, pytorch, peers):
    """By contestant and size; the kit first."""
    by_name = {}
    for name, value in (kit | pytorch).items():
        if "@" in name:
            contestant, size = name.split("@")
            by_name.setdefault(contestant, {})[size] = value
    names = dict.fromkeys(result["peer"] for result in peers)
    by_name |= {name: medians(r["ms"] for r in peers if r["peer"] == name) for name in names}
    return dict(sorted(by_name.items(), key=lambda item: (item[0] != KIT, not item[0].startswith("kit"), item[0])))


def versions(jdk, classpath, peers):
    found = {"JDK": jdk}
    for result in peers:
        name = result["peer"]
        found |= result["versions"] | {name: f"{result['versions'][name]} ({result['blas']})"}
    libraries = {"PyTorch through Java": "pytorch-native-cpu", "Java's OpenBLAS": "openblas"}
    for name, artifact in libraries.items():
        version = re.search(rf"/{artifact}-(\d[^/:]*?)(?:-(?:linux|macosx|windows)[^/:]*)?\.jar", classpath)
        found |= {name: version[1]} if version else {}
    return found


def machine():
    return {"cpu": processor(), "cores": os.cpu_count(), "date": datetime.date.today().isoformat()}


def processor():
    if sys.platform == "darwin":
        return subprocess.check_output(["sysctl", "-n", "machdep.cpu.brand_string"], text=True).strip()
    names = re.findall(r"^model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return names[0] if names else platform.machine()


def lines(results):
    here = results["machine"]
    yield "# Benchmarks"
    yield ""
    yield f"{here['cpu']}, {here['cores']} cores, {here['date']}. Medians of {results['rounds']} rounds."
    yield ", ".join(f"{name} {version}" for name, version in results["versions"].items()) + "."
    for name, reason in results["skipped"].items():
        yield f"Skipped: {name} ({reason})."
    yield from step_lines(results["step ms"], results["dgemm GFLOP/s"], results["step bytes"])
    yield from memory_lines(results["step megabytes"])
    yield from mixture_lines(results["mixture ms"])
    yield from ["", "## Theorem 2", "", "All terms for a million steps; the goal is 100 ms.", ""]
    yield from grid(["form", "ms"], [[name, digits(ms)] for name, ms in results["theorem 2 ms"].items()])


def step_lines(steps, dgemm, allocated):
    shapes = ", ".join(f"{size}: m = {m}, n = {n}" for size, (m, n) in peer.SIZES.items())
    yield from ["", "## Training step", ""]
    yield "Forward, backward and update of a ReLU network in float64, two threads unless it says one:"
    yield f"{peer.LAYERS} hidden matrices m×m, batch n, d = {peer.DIMENSION}. {shapes}."
    yield from ["", *by_size("ms", steps, digits)]
    if KIT in steps:
        ratios = {name: ratio(steps[KIT], ms) for name, ms in steps.items() if name != KIT}
        yield from ["", *by_size(f"{KIT} / …", ratios, "{:.2f}".format)]
    rates = {name: {size: rate(size, t) for size, t in ms.items()} for name, ms in steps.items()}
    yield from ["", *by_size("GFLOP/s", rates, lambda r: f"{r:.0f} ({r / dgemm:.0%})")]
    yield from ["", f"In brackets the share of NumPy's product of 4096×4096 matrices: {dgemm:.0f} GFLOP/s."]
    if allocated:
        yield from ["", *by_size("bytes allocated", allocated, "{:.0f}".format)]


def memory_lines(megabytes):
    held = ", ".join(f"{size} {megabytes[size]:.0f} MB" for size in peer.SIZES)
    yield from ["", f"What a run of the kit holds, all of it arrays that are made once: {held}."]
    yield from ["", "How the time of a step grows with width and rows:", "", "![time and rate of a step](costs.png)"]


def ratio(mine, theirs):
    return {size: mine[size] / ms for size, ms in theirs.items() if size in mine}


def rate(size, ms):
    return peer.flops(*peer.SIZES[size]) / ms / 1e6


def by_size(title, values, form):
    def row(name, cells):
        return [name, *(form(cells[size]) if size in cells else "" for size in peer.SIZES)]

    return grid([title, *peer.SIZES], [row(name, cells) for name, cells in values.items()])


def mixture_lines(ms):
    yield from ["", "## Exact score of a mixture", "", "64 bumps, d = 16, 10000 points, ms.", ""]
    kit, numpy = ms["kit"], ms["NumPy"]
    rows = [[label, digits(kit[k]), digits(numpy[k]), f"{kit[k] / numpy[k]:.2f}"] for k, label in MIXTURE.items()]
    yield from grid(["", "kit", "NumPy", "kit / NumPy"], rows)


def grid(header, rows):
    """A table of Markdown that reads well as plain text too."""
    widths = [max(3, *(len(row[column]) for row in [header, *rows])) for column in range(len(header))]
    for row in [header, ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])], *rows]:
        yield "| " + " | ".join([row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:]))]) + " |"


def digits(ms):
    """Three of them."""
    return f"{ms:.{2 if ms < 10 else 1 if ms < 100 else 0}f}"


if __name__ == "__main__":
    costs(sys.argv[2]) if sys.argv[1] == "--costs" else main(sys.argv[1])
