"""Executes one notebook in this process and a kernel of its own; execute.py starts it.

    python environment/worker.py NAME FOLDER CELL_SECONDS SECONDS

Standard output: the kernel's process id, then the failure, if any, each in one line. It ends when its standard
input is closed, hence also if the process that started it dies.
"""

import os
import pathlib
import re
import select
import signal
import sys
import threading

NOTEBOOKS = pathlib.Path(__file__).resolve().parent.parent / "notebooks"


def main(name, folder, cell_seconds, seconds):
    import nbclient
    import nbformat

    # The kernel inherits standard output; what it writes there belongs in the log.
    report = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=nbformat.NO_CONVERT)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            # Else what was committed would stand in the cells after a failure.
            cell.outputs, cell.execution_count = [], None
    notebook.metadata["kernelspec"] = {"display_name": "Java", "language": "java", "name": "java"}
    client = nbclient.NotebookClient(
        notebook,
        kernel_name="java",
        timeout=int(cell_seconds),
        shutdown_kernel="immediate",
        resources={"metadata": {"path": str(NOTEBOOKS)}},
    )
    running = [0]
    client.on_notebook_start = lambda notebook: print(f"kernel {kernel(client)}", file=report)
    client.on_cell_start = lambda cell, cell_index: running.__setitem__(0, cell_index + 1)
    threading.Thread(target=watch, args=(client, running, int(seconds), report), daemon=True).start()
    failure = None
    try:
        client.execute()
    except Exception as problem:
        failure = f"cell {running[0]}: {describe(problem, notebook)}"
    nbformat.write(notebook, pathlib.Path(folder) / f"{name}.ipynb")
    if failure:
        print(failure, file=report)
    return 1 if failure else 0


def kernel(client):
    """The kernel's process id, or None."""
    process = getattr(getattr(client.km, "provisioner", None), "process", None)
    return process and process.pid


def watch(client, running, seconds, report):
    """Ends this process and its kernel when the time is up or the parent is gone."""
    readable, _, _ = select.select([sys.stdin], [], [], seconds)
    if not readable:
        print(f"cell {running[0]}: the notebook took more than {seconds} s", file=report)
    if kernel(client):
        # The kernel leads a process group of its own.
        os.killpg(kernel(client), signal.SIGKILL)
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


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
