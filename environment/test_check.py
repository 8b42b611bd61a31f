"""Each way in which a notebook can drift is caught, and nothing else is."""

import copy
import unittest

import check

CLAIM = {"id": "E1", "verdict": "holds", "measured": 0.125, "seed": 20260001, "checks": [{"measured": 2.5}]}


def data(**mimes):
    names = {"csv": "text/csv", "plain": "text/plain", "svg": "image/svg+xml", "claims": check.CLAIMS}
    return {"output_type": "display_data", "metadata": {}, "data": {names[key]: mimes[key] for key in mimes}}


def stream(text, name="stdout"):
    return {"output_type": "stream", "name": name, "text": text}


def notebook(*outputs):
    code = {"cell_type": "code", "source": ["kl(", "p)"], "execution_count": 1, "outputs": list(outputs)}
    return {"cells": [{"cell_type": "markdown", "source": "# KL"}, code]}


class CheckTest(unittest.TestCase):
    def assert_same(self, committed, fresh):
        self.assertEqual([], check.compare(notebook(committed), notebook(fresh)))

    def assert_differs(self, committed, fresh, what):
        differences = check.compare(notebook(committed), notebook(fresh))
        self.assertEqual(1, len(differences), differences)
        self.assertIn("cell 2: ", differences[0])
        self.assertIn(what, differences[0])

    def test_identical(self):
        self.assert_same(data(plain="KL", csv="x,y\n1,0.5\n", svg="<svg/>"), data(plain="KL", csv="x,y\n1,0.5\n", svg="<svg/>"))
        self.assert_same(data(claims=[CLAIM]), data(claims=[CLAIM]))

    def test_rounding(self):
        self.assert_same(stream("x = 0.30000000000000004  nats"), stream("x = 0.3 nats"))
        self.assert_same(stream("x = -1.2e-17"), stream("x = 3.4E-16"))
        self.assert_same(stream("NaN, Infinity, −1.0, ∞"), stream("NaN, Infinity, -1.0, Infinity"))

    def test_columns(self):
        self.assert_same(stream("τ   |\n-----\n 0.3 |"), stream("τ                   |\n-----------\n0.30000000000000004 |"))

    def test_images_are_not_compared(self):
        self.assert_same(data(svg="<svg>1</svg>"), data(svg="<svg>2</svg>"))

    def test_cut_streams(self):
        self.assertEqual([], check.compare(notebook(stream("a"), stream("b")), notebook(stream(["a", "b"]))))

    def test_drift(self):
        self.assert_differs(stream("x = 0.5"), stream("x = 0.500001"), "'0.5' became '0.500001'")
        self.assert_differs(stream("x = NaN"), stream("x = 1.0"), "'NaN' became '1.0'")
        self.assert_differs(stream("x = 1.0"), stream("x = -1.0"), "'1.0' became '-1.0'")
        self.assert_differs(stream("x = 1.0"), stream("x = Infinity"), "became 'Infinity'")
        self.assert_differs(data(plain="0.5"), data(plain="0.6"), "text/plain")
        self.assert_differs(data(csv="x,y\n1,0.5"), data(csv="x,y\n1,0.6"), "text/csv")

    def test_whole_numbers_are_exact(self):
        self.assert_differs(stream("seed 20260001"), stream("seed 20260002"), "20260002")
        self.assert_differs(data(claims=[CLAIM]), data(claims=[CLAIM | {"seed": 20260002}]), "claims 1 seed")

    def test_words(self):
        self.assert_differs(stream("bound holds at 3"), stream("bound fails at 3"), "fails")
        self.assert_differs(stream("1 2"), stream("1 2 3"), "text")

    def test_claims(self):
        drifted = copy.deepcopy(CLAIM)
        drifted["checks"][0]["measured"] = 2.6
        self.assert_differs(data(claims=[CLAIM]), data(claims=[drifted]), "claims 1 checks 1 measured: 2.5 became 2.6")
        self.assert_differs(data(claims=[CLAIM]), data(claims=[CLAIM | {"verdict": "refuted"}]), "verdict")
        self.assert_differs(data(claims=[CLAIM]), data(claims=[CLAIM | {"measured": None}]), "measured")
        self.assert_differs(data(claims=[CLAIM]), data(claims=[]), "claims")

    def test_a_notebook_has_a_figure(self):
        self.assertTrue(check.has_figure(notebook(data(plain="f", svg="<svg/>"))))
        self.assertFalse(check.has_figure(notebook(stream("x"), data(plain="table", csv="x\n1\n"))))

    def test_a_value_that_could_not_be_drawn(self):
        broken = data(plain="cannot be shown: java.lang.Error")
        self.assertEqual(2, len(check.compare(notebook(broken), notebook(broken))))

    def test_figures(self):
        self.assert_differs(data(plain="f", svg="<svg/>"), data(plain="f"), "missing or added: image/svg+xml")
        self.assert_differs(data(plain="f"), data(plain="f", svg="<svg/>"), "missing or added: image/svg+xml")

    def test_outputs(self):
        self.assertEqual(["cell 2: 1 outputs committed, 0 fresh"], check.compare(notebook(stream("a")), notebook()))
        self.assert_differs(stream("a"), data(plain="a"), "kind of output")

    def test_stderr(self):
        self.assertEqual(2, len(check.compare(notebook(stream("!", "stderr")), notebook(stream("!", "stderr")))))

    def test_error(self):
        error = {"output_type": "error", "ename": "RuntimeException", "evalue": "", "traceback": []}
        differences = check.compare(notebook(stream("a")), notebook(error))
        self.assertIn("cell 2: error in the fresh outputs: RuntimeException", differences)

    def test_unexecuted(self):
        committed = notebook()
        committed["cells"][1]["execution_count"] = None
        self.assertEqual(["cell 2: committed without having been executed"], check.compare(committed, notebook()))
        committed["cells"][1]["source"] = []
        fresh = copy.deepcopy(committed)
        self.assertEqual([], check.compare(committed, fresh))

    def test_sources(self):
        fresh = notebook()
        fresh["cells"][1]["source"] = "kl(q)"
        self.assertEqual(["cell 2: the source differs"], check.compare(notebook(), fresh))
        fresh["cells"].pop()
        self.assertEqual(["the number of cells differs"], check.compare(notebook(), fresh))


if __name__ == "__main__":
    unittest.main()
