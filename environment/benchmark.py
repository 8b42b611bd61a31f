"""The companion of environment/benchmark: times NumPy on the mixture score, and makes the table.

    python environment/benchmark.py measure target/benchmark/numpy-1.json
    python environment/benchmark.py table target/benchmark
"""

import concurrent.futures
import json
import os
import pathlib
import platform
import statistics
import sys
import time

BUMPS, DIMENSION, POINTS, SIGMA = 64, 16, 10_000, 2.0
BLOCK = 500  # the fastest of 128, 250, 500, 1000, 2000 and all
SECONDS = 2
GOAL = 100  # ms for Theorem 2


class Blocks:
    """The score of an isotropic mixture in a new array, block by block in buffers made once.

    Points run along rows, so that maximum and sums over bumps run over whole rows. One product
    gives all exponents, from (x, ‖x‖², 1); another all sums, of π(μ/v, 1/v, 1).
    """

    def __init__(self, numpy, weights, centres, variances):
        self.np, self.weights, self.centres, self.variances = numpy, weights, centres, variances
        k, d = centres.shape
        self.lifted = numpy.empty((d + 2, BLOCK))
        self.lifted[d + 1] = 1
        self.exponents = numpy.empty((k, BLOCK))
        self.largest = numpy.empty(BLOCK)
        self.sums = numpy.empty((d + 2, BLOCK))
        self.drift = numpy.empty((d, BLOCK))

    def score(self, sigma, x):
        np, d = self.np, x.shape[1]
        out = np.empty_like(x)
        inverse = 1 / (self.variances + sigma**2)
        norms = 0.5 * inverse * np.einsum("kd,kd->k", self.centres, self.centres)
        constant = np.log(self.weights) + 0.5 * d * np.log(inverse) - norms
        pulls = self.centres * inverse[:, None]
        into = np.column_stack([pulls, -0.5 * inverse, constant])
        back = np.vstack([pulls.T, inverse, np.ones_like(inverse)])
        for start in range(0, len(x), BLOCK):
            self.block(into, back, x[start : start + BLOCK], out[start : start + BLOCK])
        return out

    def block(self, into, back, x, out):
        np, (n, d) = self.np, x.shape
        lifted, exponents, sums = self.lifted[:, :n], self.exponents[:, :n], self.sums[:, :n]
        largest, drift = self.largest[:n], self.drift[:, :n]
        lifted[:d] = x.T
        np.einsum("nd,nd->n", x, x, out=lifted[d])
        np.matmul(into, lifted, out=exponents)
        np.max(exponents, axis=0, out=largest)
        exponents -= largest
        np.exp(exponents, out=exponents)
        np.matmul(back, exponents, out=sums)
        np.multiply(lifted[:d], sums[d], out=drift)
        np.subtract(sums[:d], drift, out=drift)
        drift /= sums[d + 1]
        out[:] = drift.T


def law(np):
    random = np.random.default_rng(1)
    weights = random.uniform(1, 2, BUMPS)
    weights /= weights.sum()
    centres = 3 * random.standard_normal((BUMPS, DIMENSION))
    deviations = random.uniform(0.3, 0.7, BUMPS)
    bump = random.choice(BUMPS, size=POINTS, p=weights)
    spread = np.sqrt(deviations[bump] ** 2 + SIGMA**2)[:, None]
    x = centres[bump] + spread * random.standard_normal((POINTS, DIMENSION))
    return weights, centres, deviations**2, x


def textbook(np, weights, centres, variances, x):
    difference = centres - x[:, None]
    total = variances + SIGMA**2
    logs = np.log(weights) - 0.5 * DIMENSION * np.log(total) - 0.5 * (difference**2).sum(2) / total
    posterior = np.exp(logs - logs.max(1, keepdims=True))
    posterior /= posterior.sum(1, keepdims=True)
    return np.einsum("nk,nkd->nd", posterior / total, difference)


def median_ms(work):
    times, end = [], time.perf_counter() + SECONDS
    while time.perf_counter() < end or len(times) < 5:
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times[len(times) // 4 :])


def measure(path):
    import numpy as np

    *mixture, x = law(np)
    halves = x[: POINTS // 2], x[POINTS // 2 :]
    kernels = [Blocks(np, *mixture) for _ in halves]
    pool = concurrent.futures.ThreadPoolExecutor(2)

    def two_threads():
        return list(pool.map(lambda k, half: k.score(SIGMA, half), kernels, halves))

    np.testing.assert_allclose(kernels[0].score(SIGMA, x), textbook(np, *mixture, x), rtol=0, atol=1e-13)
    block = np.random.default_rng(2).uniform(-50, 0, (BUMPS, BLOCK))
    powers = np.empty_like(block)
    result = {
        "numpy": np.__version__,
        "score 1": median_ms(lambda: kernels[0].score(SIGMA, x)),
        "score 2": median_ms(two_threads),
        "exponentials": median_ms(lambda: [np.exp(block, out=powers) for _ in range(POINTS // BLOCK)]),
    }
    pathlib.Path(path).write_text(json.dumps(result, indent=1) + "\n")


def kit_medians(path):
    """Median of each benchmark in a file of JMH, under a short name."""
    names = {"MixtureScoreBenchmark.score": "score ", "PowersOfTwoBenchmark.exponentials": "exponentials"}
    medians = {}
    for run in json.loads(path.read_text()):
        name = ".".join(run["benchmark"].split(".")[-2:])
        key = names.get(name, name) + run.get("params", {}).get("threads", "")
        medians[key] = run["primaryMetric"]["scorePercentiles"]["50.0"]
    return run["jdkVersion"], medians


def middle(rounds):
    """The median of the rounds, number by number."""
    return {key: statistics.median(r[key] for r in rounds) for key in rounds[0] if key != "numpy"}


def table(folder):
    folder = pathlib.Path(folder)
    theorem = kit_medians(folder / "kit-theorem-2.json")[1]
    kits = [kit_medians(path) for path in sorted(folder.glob("kit-[0-9]*.json"))]
    numpys = [json.loads(path.read_text()) for path in sorted(folder.glob("numpy-*.json"))]
    kit, numpy = middle([medians for _, medians in kits]), middle(numpys)
    results = {"jdk": kits[0][0], "numpy": numpys[0]["numpy"], "cores": os.cpu_count(), "rounds": len(kits)}
    results |= {"ms": {"theorem 2": theorem, "kit": kit, "numpy": numpy}}
    (folder / "results.json").write_text(json.dumps(results, indent=1) + "\n")
    text = "\n".join(lines(results, theorem, kit, numpy)) + "\n"
    (folder / "table.txt").write_text(text)
    print(text, end="")


def lines(results, theorem, kit, numpy):
    yield f"JDK {results['jdk']}, NumPy {results['numpy']}, {platform.machine()}, {results['cores']} cores"
    yield f"Medians of {results['rounds']} rounds, ms"
    yield ""
    for name, value in theorem.items():
        yield f"thm-2 {name.split('.')[1]}, all terms, N = 10⁶ (goal {GOAL})".ljust(46) + f"{value:8.2f}"
    yield ""
    yield f"{BUMPS} bumps, d = {DIMENSION}, {POINTS} points".ljust(46) + "     kit   NumPy  NumPy/kit"
    rows = {"score 1": "score, 1 thread", "score 2": "score, 2 threads", "exponentials": "exponentials alone, 1 thread"}
    for key, label in rows.items():
        yield label.ljust(46) + f"{kit[key]:8.2f}{numpy[key]:8.2f}{numpy[key] / kit[key]:11.2f}"
    share = [f"{times['exponentials'] / times['score 1']:8.0%}" for times in (kit, numpy)]
    yield "exponentials / score, 1 thread".ljust(46) + "".join(share)


if __name__ == "__main__":
    {"measure": measure, "table": table}[sys.argv[1]](sys.argv[2])
