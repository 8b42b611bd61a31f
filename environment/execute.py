"""Executes the notebooks, each in a process and a kernel of its own, and collects what failed.

    python environment/execute.py [--output FOLDER] [--in-place] [NAME ...]
"""

import argparse
import concurrent.futures
import contextlib
import json
import os
import pathlib
import signal
import subprocess
import sys
import threading
import time

from worker import NOTEBOOKS

ROOT = NOTEBOOKS.parent
WORKER = pathlib.Path(__file__).with_name("worker.py")
# How long a worker may take to stop its kernel after it was told to.
GRACE_SECONDS = 15


class Workers:
    """The processes that run now. Whoever is added after the stop is stopped too."""

    def __init__(self):
        self.lock = threading.Lock()
        self.running = set()
        self.stopping = False

    def add(self, worker):
        with self.lock:
            self.running.add(worker)
            if self.stopping:
                worker.stdin.close()

    def remove(self, worker):
        with self.lock:
            self.running.discard(worker)

    def stop(self):
        """A worker ends when its standard input does."""
        with self.lock:
            self.stopping = True
            for worker in self.running:
                worker.stdin.close()


def main():
    options = parse_arguments()
    names = select_names(options.names)
    options.output.mkdir(parents=True, exist_ok=True)
    failures = execute_all(names, options)
    for failure in sorted(failures):
        print(failure, file=sys.stderr)
    return 1 if failures else 0


def execute_all(names, options):
    """Returns the failures in the order in which they came."""
    failures = []
    workers = Workers()
    jobs = min(options.jobs, len(names))
    print(f"{len(names)} to execute, {jobs} at once", flush=True)
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        try:
            running = {pool.submit(timed, name, options, workers): name for name in names}
            for done, future in enumerate(concurrent.futures.as_completed(running), start=1):
                name = running[future]
                failure, seconds = future.result()
                print(f"[{done}/{len(names)}] {name}: {seconds:.0f} s" + (", FAILED" if failure else ""), flush=True)
                if failure:
                    failures.append(f"{name}, {failure}")
                elif options.in_place:
                    refresh(name, options.output)
        except BaseException:
            # Nothing more begins, and the workers end.
            pool.shutdown(wait=False, cancel_futures=True)
            workers.stop()
            raise
    return failures


def parse_arguments():
    parser = argparse.ArgumentParser(description="Executes the notebooks.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these (default: all)")
    parser.add_argument("--output", type=pathlib.Path, default=ROOT / "target/report/executed")
    parser.add_argument("--in-place", action="store_true", help="refresh the outputs in notebooks/ too")
    parser.add_argument("--cell-timeout", type=positive, default=600, metavar="SECONDS")
    parser.add_argument("--timeout", type=positive, default=1200, metavar="SECONDS", help="of a whole notebook")
    parser.add_argument(
        "--jobs", type=positive, default=min(2, os.cpu_count() or 1), help="how many at once (default: %(default)s)"
    )
    return parser.parse_args()


def positive(text):
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text}: expected a whole number of at least 1")
    return int(text)


def select_names(wanted):
    names = sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb"))
    wanted = [pathlib.Path(name).name.removesuffix(".ipynb") for name in wanted]
    unknown = sorted(set(wanted) - set(names))
    if unknown:
        sys.exit(f"No such notebook: {', '.join(unknown)}")
    if not names:
        sys.exit(f"No notebooks in {NOTEBOOKS}")
    return [name for name in names if not wanted or name in wanted]


def timed(name, options, workers):
    start = time.monotonic()
    failure = execute(name, options, workers)
    return failure, time.monotonic() - start


def execute(name, options, workers):
    """Returns what went wrong, or None."""
    log = options.output / f"{name}.log"
    (options.output / f"{name}.ipynb").unlink(missing_ok=True)
    command = [sys.executable, WORKER, name, options.output, str(options.cell_timeout), str(options.timeout)]
    with open(log, "wb") as errors, subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, start_new_session=True
    ) as worker:
        workers.add(worker)
        try:
            worker.wait(options.timeout + GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(worker.pid, signal.SIGKILL)
        workers.remove(worker)
        lines = worker.stdout.read().decode().splitlines()
        returncode = worker.wait()
    kernels = [line for line in lines if line.startswith("kernel ")]
    if returncode < 0:
        end_kernels(kernels)
    failure = "; ".join(line for line in lines if line not in kernels)
    if failure or returncode:
        return failure or f"stopped unexpectedly (return code {returncode}), see {log}"
    log.unlink()
    return None


def end_kernels(lines):
    """Kernels outlive a worker that was killed; each leads a process group of its own."""
    for line in lines:
        pid = line.removeprefix("kernel ")
        if pid.isdigit():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(int(pid), signal.SIGKILL)


def refresh(name, folder):
    """Copies the executed notebook over the committed one, without what changes from run to run."""
    notebook = json.loads((folder / f"{name}.ipynb").read_text(encoding="utf-8"))
    notebook["metadata"].get("language_info", {}).pop("version", None)
    for cell in notebook["cells"]:
        cell["metadata"].pop("execution", None)
    text = json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    temporary = NOTEBOOKS / f".{name}.ipynb.new"
    temporary.write_text(text, encoding="utf-8")
    os.replace(temporary, NOTEBOOKS / f"{name}.ipynb")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("Interrupted")
