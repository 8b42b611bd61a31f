"""Times NumPy on the exact score of a mixture.

One thread for BLAS: where two are wanted, two blocks are worked on at a time, which is faster.

    python environment/benchmark/mixture_score.py target/benchmark/mixture-numpy-1.json
"""

import concurrent.futures

import numpy as np

import peer

BUMPS, DIMENSION, POINTS, SIGMA = 64, 16, 10_000, 2.0
BLOCK = 500  # the fastest of 128, 250, 500, 1000, 2000 and all


class Blocks:
    """The score of an isotropic mixture in a new array, block by block in buffers made once.

    Points run along rows, so that maximum and sums over bumps run over whole rows. One product
    gives all exponents, from (x, ‖x‖², 1); another all sums, of π(μ/v, 1/v, 1).
    """

    def __init__(self, weights, centres, variances):
        self.weights, self.centres, self.variances = weights, centres, variances
        k, d = centres.shape
        self.lifted = np.empty((d + 2, BLOCK))
        self.lifted[d + 1] = 1
        self.exponents = np.empty((k, BLOCK))
        self.largest = np.empty(BLOCK)
        self.sums = np.empty((d + 2, BLOCK))
        self.drift = np.empty((d, BLOCK))

    def score(self, sigma, x):
        d = x.shape[1]
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
        n, d = x.shape
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


def law():
    random = np.random.default_rng(1)
    weights = random.uniform(1, 2, BUMPS)
    weights /= weights.sum()
    centres = 3 * random.standard_normal((BUMPS, DIMENSION))
    deviations = random.uniform(0.3, 0.7, BUMPS)
    bump = random.choice(BUMPS, size=POINTS, p=weights)
    spread = np.sqrt(deviations[bump] ** 2 + SIGMA**2)[:, None]
    x = centres[bump] + spread * random.standard_normal((POINTS, DIMENSION))
    return weights, centres, deviations**2, x


def textbook(weights, centres, variances, x):
    difference = centres - x[:, None]
    total = variances + SIGMA**2
    logs = np.log(weights) - 0.5 * DIMENSION * np.log(total) - 0.5 * (difference**2).sum(2) / total
    posterior = np.exp(logs - logs.max(1, keepdims=True))
    posterior /= posterior.sum(1, keepdims=True)
    return np.einsum("nk,nkd->nd", posterior / total, difference)


def main():
    *mixture, x = law()
    halves = x[: POINTS // 2], x[POINTS // 2 :]
    kernels = [Blocks(*mixture) for _ in halves]
    pool = concurrent.futures.ThreadPoolExecutor(2)

    def two_threads():
        return list(pool.map(lambda k, half: k.score(SIGMA, half), kernels, halves))

    np.testing.assert_allclose(kernels[0].score(SIGMA, x), textbook(*mixture, x), rtol=0, atol=1e-13)
    block = np.random.default_rng(2).uniform(-50, 0, (BUMPS, BLOCK))
    powers = np.empty_like(block)
    peer.write(
        {
            "score 1": peer.median_ms(lambda: kernels[0].score(SIGMA, x)),
            "score 2": peer.median_ms(two_threads),
            "exponentials": peer.median_ms(lambda: [np.exp(block, out=powers) for _ in range(POINTS // BLOCK)]),
        }
    )


if __name__ == "__main__":
    main()
