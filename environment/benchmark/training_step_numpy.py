"""Times NumPy's training step, and the machine's rate of products.

    python environment/benchmark/training_step_numpy.py target/benchmark/step-numpy-1.json
"""

import concurrent.futures
import time

import numpy as np
import threadpoolctl

import network
import peer


class Rows:
    """Some rows of the batch and the buffers for their pass through the network."""

    def __init__(self, net, rows=slice(None)):
        self.first, self.hidden, self.last = net.first, net.hidden, net.last
        self.input, self.noise = net.input[rows], net.noise[rows]
        self.scale, self.weight = net.scale[rows], net.weight[rows]
        shape = len(self.input), len(net.first)
        self.features = [np.empty(shape) for _ in range(peer.LAYERS + 1)]
        self.output = np.empty_like(self.noise)
        self.deltas = np.empty(shape), np.empty(shape)
        self.active = np.empty(shape, bool)
        self.gradients = [np.empty_like(w) for w in net.hidden]

    def run(self):
        """Forward and backward, to the gradients."""
        self.forward()
        self.output *= self.scale
        self.output += self.noise
        self.output *= self.weight
        delta, below = self.deltas
        np.matmul(self.output, self.last, out=delta)
        for layer in reversed(range(peer.LAYERS)):
            delta *= np.greater(self.features[layer + 1], 0, out=self.active)
            np.matmul(delta.T, self.features[layer], out=self.gradients[layer])
            if layer > 0:
                np.matmul(delta, self.hidden[layer], out=below)
            delta, below = below, delta

    def forward(self):
        below = self.input
        for w, features in zip([self.first, *self.hidden], self.features):
            np.matmul(below, w.T, out=features)
            below = np.maximum(features, 0, out=features)
        np.matmul(below, self.last.T, out=self.output)


class Whole:
    """The whole batch at once, products on two threads."""

    def __init__(self, net):
        threadpoolctl.threadpool_limits(2)  # until the next form is made: each is timed when made
        self.rows, self.hidden = Rows(net), net.hidden

    def __call__(self):
        self.rows.run()
        for w, gradient in zip(self.hidden, self.rows.gradients):
            w -= gradient


class Halves:
    """Each half of the batch on a thread of its own, products on that thread."""

    pool = concurrent.futures.ThreadPoolExecutor(1)

    def __init__(self, net):
        threadpoolctl.threadpool_limits(1)
        middle = len(net.input) // 2
        self.halves = Rows(net, slice(middle)), Rows(net, slice(middle, None))
        self.hidden = net.hidden

    def __call__(self):
        mine, other = self.halves
        running = self.pool.submit(other.run)
        mine.run()
        running.result()
        for w, gradient, others in zip(self.hidden, mine.gradients, other.gradients):
            w -= gradient
            w -= others


def dgemm_gflops(n=4096):
    """The best of five products of two n×n matrices on two threads."""
    threadpoolctl.threadpool_limits(2)
    a, b, c = (np.ones((n, n)) for _ in range(3))
    seconds = []
    for _ in range(5):
        start = time.perf_counter()
        np.matmul(a, b, out=c)
        seconds.append(time.perf_counter() - start)
    return 2e-9 * n**3 / min(seconds)


def blas():
    for library in threadpoolctl.threadpool_info():
        if library["user_api"] == "blas":
            return " ".join(str(library.get(key, "")) for key in ("internal_api", "version", "architecture")).strip()
    return "unknown BLAS"


if __name__ == "__main__":
    ms, forms = network.time_all(Whole, Halves)
    peer.result("NumPy", np.__version__, blas(), ms, forms=forms, dgemm_gflops=dgemm_gflops())
