"""Times PyTorch's training step, if PyTorch is there.

    python environment/benchmark/training_step_pytorch.py target/benchmark/step-pytorch-1.json
"""

import peer

try:
    import torch
except ImportError as missing:
    peer.skip("PyTorch", missing)

import network


class InPlace:
    """Eager operations into buffers made once; a gradient is subtracted within the product that makes it."""

    def __init__(self, net):
        torch.set_num_threads(peer.THREADS)
        arrays = net.input, net.noise, net.scale, net.weight, net.first, net.last
        self.input, self.noise, self.scale, self.weight, self.first, self.last = map(torch.from_numpy, arrays)
        self.hidden = [torch.from_numpy(w) for w in net.hidden]
        shape = len(net.input), len(net.first)
        self.features = [torch.zeros(shape, dtype=torch.float64) for _ in range(peer.LAYERS + 1)]
        self.deltas = torch.zeros_like(self.features[0]), torch.zeros_like(self.features[0])
        self.output = torch.zeros_like(self.noise)

    def __call__(self):
        self.forward()
        self.output.mul_(self.scale).add_(self.noise).mul_(self.weight)
        delta, below = self.deltas
        torch.mm(self.output, self.last, out=delta)
        for layer in reversed(range(peer.LAYERS)):
            torch.ops.aten.threshold_backward.grad_input(delta, self.features[layer + 1], 0, grad_input=delta)
            if layer > 0:
                torch.mm(delta, self.hidden[layer], out=below)
            self.hidden[layer].addmm_(delta.T, self.features[layer], alpha=-1)
            delta, below = below, delta

    def forward(self):
        below = self.input
        for w, features in zip([self.first, *self.hidden], self.features):
            below = torch.mm(below, w.T, out=features).relu_()
        torch.mm(below, self.last.T, out=self.output)


if __name__ == "__main__":
    ms, forms = network.time_all(InPlace)
    blas = "MKL" if torch.backends.mkl.is_available() else "unknown BLAS"
    peer.result("PyTorch", torch.__version__, f"{blas}, {torch.backends.cpu.get_cpu_capability()}", ms, forms=forms)
