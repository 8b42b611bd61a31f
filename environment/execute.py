"""Executes the notebooks, each in a process and a kernel of its own, and collects what failed.

    python environment/execute.py [--output FOLDER] [--in-place] [NAME ...]
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import select
import signal
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
NOTEBOOKS = ROOT / "notebooks"
# How long a worker may take to stop its kernel after it was told to.
GRACE_SECONDS = 15
# The processes that run now.
WORKERS = set()


def main():
    options = parse_arguments()
    if options.worker:
        return work(options)
    names = select_names(options.names)
    options.output.mkdir(parents=True, exist_ok=True)
    failures = []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        running = {pool.submit(timed, name, options): name for name in names}
        try:
            for done, future in enumerate(concurrent.futures.as_completed(running), start=1):
                name = running[future]
                failure, seconds = future.result()
                print(f"[{done}/{len(names)}] {name}: {seconds:.0f} s" + (", FAILED" if failure else ""), flush=True)
                if failure:
                    failures.append(f"{name}, {failure}")
                elif options.in_place:
                    refresh(name, options.output)
        except KeyboardInterrupt:
            stop(running)
            raise
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


def timed(name, options):
    start = time.monotonic()
    failure = execute(name, options)
    return failure, time.monotonic() - start


def stop(running):
    """Nothing more begins, and the workers end."""
    for future in running:
        future.cancel()
    for worker in list(WORKERS):
        worker.stdin.close()


def parse_arguments():
    parser = argparse.ArgumentParser(description="Executes the notebooks.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these (default: all)")
    parser.add_argument("--output", type=pathlib.Path, default=ROOT / "target/report/executed")
    parser.add_argument("--in-place", action="store_true", help="refresh the outputs in notebooks/ too")
    parser.add_argument("--cell-timeout", type=int, default=600, metavar="SECONDS")
    parser.add_argument("--timeout", type=int, default=1200, metavar="SECONDS", help="of a whole notebook")
    parser.add_argument(
        "--jobs", type=int, default=min(2, os.cpu_count() or 1), help="how many at once (default: %(default)s)"
    )
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def select_names(wanted):
    names = sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb"))
    wanted = [pathlib.Path(name).name.removesuffix(".ipynb") for name in wanted]
    unknown = sorted(set(wanted) - set(names))
    if unknown:
        sys.exit(f"No such notebook: {', '.join(unknown)}")
    if not names:
        sys.exit(f"No notebooks in {NOTEBOOKS}")
    return [name for name in names if not wanted or name in wanted]


def execute(name, options):
    """Returns what went wrong, or None. The worker stops when its standard input closes, hence also if we die."""
    log = options.output / f"{name}.log"
    (options.output / f"{name}.ipynb").unlink(missing_ok=True)
    command = [sys.executable, __file__, "--worker", name, "--output", str(options.output)]
    command += ["--cell-timeout", str(options.cell_timeout), "--timeout", str(options.timeout)]
    with open(log, "wb") as errors, subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, start_new_session=True
    ) as worker:
        WORKERS.add(worker)
        try:
            worker.wait(options.timeout + GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(worker.pid, signal.SIGKILL)
        WORKERS.discard(worker)
        failure = worker.stdout.read().decode().strip()
    if failure or worker.returncode:
        return failure or f"stopped unexpectedly, see {log}"
    log.unlink()
    return None


def work(options):
    """Executes one notebook; prints the failure, if any, in one line."""
    import nbclient
    import nbformat

    # The kernel inherits standard output; what it writes there belongs in the log.
    report = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    (name,) = options.names
    notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=nbformat.NO_CONVERT)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            # Else what was committed would stand in the cells after a failure.
            cell.outputs, cell.execution_count = [], None
    notebook.metadata["kernelspec"] = {"display_name": "Java", "language": "java", "name": "java"}
    client = nbclient.NotebookClient(
        notebook,
        kernel_name="java",
        timeout=options.cell_timeout,
        shutdown_kernel="immediate",
        resources={"metadata": {"path": str(NOTEBOOKS)}},
    )
    running = [0]
    client.on_cell_start = lambda cell, cell_index: running.__setitem__(0, cell_index + 1)
    threading.Thread(target=watch, args=(client, running, options.timeout, report), daemon=True).start()
    failure = None
    try:
        client.execute()
    except Exception as problem:
        failure = f"cell {running[0]}: {describe(problem, notebook)}"
    nbformat.write(notebook, options.output / f"{name}.ipynb")
    if failure:
        print(failure, file=report)
    return 1 if failure else 0


def watch(client, running, seconds, report):
    """Ends this process and its kernel when the time is up or the parent is gone."""
    readable, _, _ = select.select([sys.stdin], [], [], seconds)
    if not readable:
        print(f"cell {running[0]}: the notebook took more than {seconds} s", file=report)
    process = getattr(getattr(client.km, "provisioner", None), "process", None)
    if process:
        # The kernel leads a process group of its own.
        os.killpg(process.pid, signal.SIGKILL)
    os._exit(1)


def describe(problem, notebook):
    """An exception in one line. JShell's message is in the traceback, below the code, which bars mark."""
    lines = str(problem).splitlines()
    errors = [output for cell in notebook.cells for output in cell.get("outputs", []) if output.output_type == "error"]
    if errors:
        lines = f"{errors[0].ename}: {errors[0].evalue}".splitlines()
        if errors[0].ename == "CompilationException":
            traceback = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(errors[0].traceback))
            lines = [line for line in traceback.splitlines() if not line.startswith("|")]
    return next((line.strip() for line in lines if line.strip()), type(problem).__name__)


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
