"""The table of the benchmarks says what the results of a made-up run say."""

import json
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).with_name("benchmark")))
import peer
import table


def jmh(name, ms, allocated=None, **params):
    run = {"benchmark": f"designspace.benchmark.{name}", "jdkVersion": "17.0.1", "params": params}
    run["primaryMetric"] = {"scorePercentiles": {"50.0": ms}}
    if allocated is not None:
        run["secondaryMetrics"] = {"gc.alloc.rate.norm": {"score": allocated}}
    return run


def kit(step_ms):
    mixture = [jmh("MixtureScoreBenchmark.score", ms, threads=threads) for threads, ms in (("1", 2.0), ("2", 1.0))]
    step = jmh("TrainingStepBenchmark.step", step_ms, 640.0, size="S", threads="2", blas="fastest")
    slow = jmh("TrainingStepBenchmark.step", 4.0, 32.0, size="S", threads="1", blas="loops")
    return [*mixture, jmh("PowersOfTwoBenchmark.exponentials", 0.5), step, slow]


def numpy(ms):
    versions = {"NumPy": "2.4.6", "Python": "3.11.7"}
    times = {"ms": {"S": ms, "M": 70.0}, "dgemm_gflops": 200.0}
    return {"peer": "NumPy", "versions": versions, "blas": "OpenBLAS"} | times


FILES = {
    "kit-theorem-2.json": [jmh("Theorem2Benchmark.printed", 90.0)],
    "jmh-pytorch-1.json": [jmh("PyTorchBenchmark.step", 1.25, size="S")],
    "memory.json": {"S": 9.8, "M": 77.3, "G": 505.2},
    "step-jax-1.json": {"peer": "JAX", "skipped": "No module named 'jax'"},
}


class BenchmarkTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "classpath").write_text("/a/pytorch-native-cpu-2.7.1-linux-x86_64.jar:/b/openblas-0.3.31-1.5.13.jar")
            rounds = zip((1, 2, 3), (1.5, 1.0, 9.0), (2.0, 3.0, 1.0))
            files = dict(FILES)
            for number, kit_ms, numpy_ms in rounds:
                files[f"kit-{number}.json"] = kit(kit_ms)
                files[f"step-numpy-{number}.json"] = numpy(numpy_ms)
                files[f"mixture-numpy-{number}.json"] = {"score 1": 4.0, "score 2": 2.0, "exponentials": 2.0}
            for file, content in files.items():
                (folder / file).write_text(json.dumps(content))
            cls.results = table.read(folder)
        cls.lines = [" ".join(line.split()) for line in table.lines(cls.results)]

    def test_flops(self):
        # n = 5, m = 3, three layers, d = 16: the products of one step, one by one
        forward = [2 * 5 * 17 * 3] + 3 * [2 * 5 * 3 * 3] + [2 * 5 * 3 * 16]
        backward = [2 * 5 * 16 * 3] + 2 * [2 * 5 * 3 * 3] + 3 * [2 * 3 * 5 * 3]
        self.assertEqual(sum(forward + backward), peer.flops(3, 5))

    def test_medians_over_rounds(self):
        self.assertEqual(3, self.results["rounds"])
        self.assertEqual({"S": 1.5}, self.results["step ms"]["kit, fastest BLAS"])
        self.assertEqual({"S": 2.0, "M": 70.0}, self.results["step ms"]["NumPy"])

    def test_the_kit_comes_first(self):
        names = ["kit, fastest BLAS", "kit, loops, 1 thread", "NumPy", "PyTorch through Java"]
        self.assertEqual(names, list(self.results["step ms"]))

    def test_ratios(self):
        self.assertIn("| NumPy | 0.75 | | |", self.lines)
        self.assertIn("| PyTorch through Java | 1.20 | | |", self.lines)
        self.assertIn("| score, 2 threads | 1.00 | 2.00 | 0.50 |", self.lines)

    def test_rates(self):
        self.assertAlmostEqual(140.640256, table.rate("S", 1.0), 9)
        self.assertIn("| NumPy | 70 (35%) | 124 (62%) | |", self.lines)

    def test_allocation(self):
        self.assertIn("| kit, fastest BLAS | 640 | | |", self.lines)
        self.assertNotIn("NumPy", self.results["step bytes"])

    def test_memory(self):
        self.assertIn("What a run of the kit holds, all of it arrays that are made once: S 10 MB, M 77 MB, G 505 MB.", self.lines)

    def test_costs_are_sorted(self):
        runs = [
            {"params": {"width": str(m), "rows": "128"}, "primaryMetric": {"scorePercentiles": {"50.0": ms}}}
            for m, ms in ((512, 5.25), (64, 0.125))
        ]
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "kit-costs.json").write_text(json.dumps(runs))
            table.costs(folder)
            lines = (folder / "costs.csv").read_text().splitlines()
        self.assertEqual(lines, ["width,rows,ms", "64,128,0.125", "512,128,5.25"])

    def test_a_skipped_peer_is_named(self):
        self.assertIn("Skipped: JAX (No module named 'jax').", self.lines)
        self.assertNotIn("JAX", self.results["step ms"])

    def test_versions(self):
        versions = self.results["versions"]
        self.assertEqual("2.7.1", versions["PyTorch through Java"])
        self.assertEqual("0.3.31-1.5.13", versions["Java's OpenBLAS"])
        self.assertEqual("2.4.6 (OpenBLAS)", versions["NumPy"])


if __name__ == "__main__":
    unittest.main()
