"""The network whose training step all peers time, in NumPy arrays: one random draw, and the check of a step.

A ReLU network without biases, of which only the hidden weights W are trained:

    h₀ = relu(z firstᵀ),  h_l = relu(h_(l−1) W_lᵀ),  out = h_L lastᵀ,
    loss = 1/(2n) Σ β ‖scale·out + noise‖²,

a sum over the n rows, each of its own β and scale. The factor step·β·scale/n of the output's gradient is stored as
one weight a row, so that a step subtracts each gradient as it comes.
"""

import numpy as np

import peer


class Network:
    def __init__(self, width, rows, dimension=peer.DIMENSION, step=1e-6):
        random = np.random.default_rng(1)

        def normal(variance, *shape):
            return np.sqrt(variance) * random.standard_normal(shape)

        self.input = normal(1, rows, dimension + 1)
        self.noise = normal(1, rows, dimension)
        self.scale = random.uniform(0.5, 2, (rows, 1))
        self.weight = step / rows * random.uniform(0.5, 2, (rows, 1)) * self.scale
        self.first = normal(2 / width, width, dimension + 1)
        self.hidden = [normal(2 / width, width, width) for _ in range(peer.LAYERS)]
        self.last = normal(1 / dimension, dimension, width)

    def loss(self):
        """For a step of size 1."""
        h = np.maximum(self.input @ self.first.T, 0)
        for w in self.hidden:
            h = np.maximum(h @ w.T, 0)
        residual = self.scale * (h @ self.last.T) + self.noise
        return 0.5 * np.sum(self.weight / self.scale * residual**2)


def central_differences(network, reach=1e-5):
    gradients = [np.empty_like(w) for w in network.hidden]
    for w, gradient in zip(network.hidden, gradients):
        for at in np.ndindex(w.shape):
            weight = w[at]
            w[at] = weight + reach
            above = network.loss()
            w[at] = weight - reach
            gradient[at] = (above - network.loss()) / (2 * reach)
            w[at] = weight
    return gradients


def check(make):
    """One step of size 1 moves the weights by the gradient; make(network) takes a step when called."""
    network = Network(width=6, rows=8, dimension=2, step=1)
    expected = central_differences(network)
    step = make(network)
    before = [np.array(w) for w in step.hidden]
    step()
    for old, new, gradient in zip(before, step.hidden, expected):
        np.testing.assert_allclose(old - np.asarray(new), gradient, rtol=0, atol=1e-6 * np.abs(gradient).max())


def time_all(*forms):
    """The median time of each size, in ms, by the fastest of the forms, and which that is."""
    for make in forms:
        check(make)
    ms, names = {}, {}
    for size, shape in peer.SIZES.items():
        times = {make.__name__: peer.median_ms(make(Network(*shape))) for make in forms}
        names[size] = min(times, key=times.get)
        ms[size] = times[names[size]]
    return ms, names
