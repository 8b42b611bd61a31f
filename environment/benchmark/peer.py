"""What every peer of the training step shares, without any library: sizes, flops, timing, the result's file."""

import json
import pathlib
import platform
import statistics
import sys
import time

LAYERS, DIMENSION, THREADS = 3, 16, 2
SIZES = {"S": (128, 512), "M": (512, 2048), "G": (2048, 1024)}  # width m, rows n
SECONDS = 3


def flops(width, rows):
    """Of one step: a product of a×b and b×c costs 2abc, everything else is left out."""
    square = 2 * rows * width * width
    forward = 2 * rows * width * (2 * DIMENSION + 1) + LAYERS * square
    deltas = 2 * rows * width * DIMENSION + (LAYERS - 1) * square
    gradients = LAYERS * square
    return forward + deltas + gradients


def median_ms(work):
    times, end = [], time.perf_counter() + SECONDS
    while time.perf_counter() < end or len(times) < 8:
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times[len(times) // 4 :])


def write(result):
    """To the file that the command line names."""
    pathlib.Path(sys.argv[1]).write_text(json.dumps(result, indent=1) + "\n")


def result(name, version, blas, ms, **more):
    versions = {name: version, "Python": platform.python_version()}
    write({"peer": name, "versions": versions, "threads": THREADS, "blas": blas, "ms": ms} | more)


def skip(name, reason):
    print(f"skipped: {reason} … ", end="")
    write({"peer": name, "skipped": str(reason)})
    sys.exit()
