"""Times JAX's training step, if JAX is there.

    python environment/benchmark/training_step_jax.py target/benchmark/step-jax-1.json
"""

import peer

try:
    import jax
except ImportError as missing:
    peer.skip("JAX", missing)

import jax.numpy as jnp

import network

jax.config.update("jax_enable_x64", True)


def loss_by_rows(hidden, first, last, x, noise, scale, weight):
    h = jax.nn.relu(x @ first.T)
    for w in hidden:
        h = jax.nn.relu(h @ w.T)
    residual = scale * (h @ last.T) + noise
    return 0.5 * jnp.sum(weight / scale * residual**2)


def loss_by_columns(hidden, first, last, x, noise, scale, weight):
    h = jax.nn.relu(first @ x)
    for w in hidden:
        h = jax.nn.relu(w @ h)
    residual = scale * (last @ h) + noise
    return 0.5 * jnp.sum(weight / scale * residual**2)


class Rows:
    """One compiled function takes the step; it may reuse the memory of the weights that it replaces."""

    def __init__(self, net, loss=loss_by_rows, axes=(0, 1)):
        batch = net.input, net.noise, net.scale, net.weight
        self.fixed = [jnp.asarray(net.first), jnp.asarray(net.last)] + [jnp.asarray(a.transpose(axes)) for a in batch]
        self.hidden = [jnp.asarray(w) for w in net.hidden]

        def update(hidden, *fixed):
            return [w - gradient for w, gradient in zip(hidden, jax.grad(loss)(hidden, *fixed))]

        self.update = jax.jit(update, donate_argnums=0)

    def __call__(self):
        self.hidden = jax.block_until_ready(self.update(self.hidden, *self.fixed))


class Columns(Rows):
    """The same with one point a column."""

    def __init__(self, net):
        super().__init__(net, loss_by_columns, (1, 0))


if __name__ == "__main__":
    ms, forms = network.time_all(Rows, Columns)
    peer.result("JAX", jax.__version__, "XLA's own", ms, forms=forms)
