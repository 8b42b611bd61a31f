"""Failures and interrupts, with other programs in the place of the notebooks' workers."""

import argparse
import contextlib
import io
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import unittest
from unittest import mock

import execute

SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]
# Five seconds at most, so that a test fails instead of hanging.
UNTIL_TOLD = "import select, sys; select.select([sys.stdin], [], [], 5); sys.exit(1)"


class ExecuteTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.options = argparse.Namespace(output=self.folder, cell_timeout=60, timeout=60, jobs=2, in_place=False)

    def worker(self, code):
        """What runs for every notebook from now on."""
        program = self.folder / "program.py"
        program.write_text(code)
        patch = mock.patch.object(execute, "WORKER", program)
        patch.start()
        self.addCleanup(patch.stop)

    def execute_all(self, *names):
        with contextlib.redirect_stdout(io.StringIO()) as said:
            failures = execute.execute_all(names, self.options)
        return failures, said.getvalue()

    def logs(self):
        return sorted(path.name for path in self.folder.glob("*.log"))

    def test_success(self):
        self.worker("print('kernel 4')")
        self.options.jobs = 9
        failures, said = self.execute_all("01", "02")
        self.assertEqual([], failures)
        self.assertTrue(said.startswith("2 to execute, 2 at once\n[1/2] "), said)
        self.assertEqual([], self.logs())

    def test_failures(self):
        self.worker("import sys; print('kernel 4'); print('cell 3: no'); sys.exit(1)")
        self.assertEqual(["01, cell 3: no"], self.execute_all("01")[0])
        self.assertEqual(["01.log"], self.logs())

    def test_sorted(self):
        argv = ["execute.py", "--output", str(self.folder)]
        all_failed = mock.patch.object(execute, "execute_all", return_value=["02, no", "01, no"])
        with all_failed, mock.patch.object(sys, "argv", argv), contextlib.redirect_stderr(io.StringIO()) as said:
            self.assertEqual(1, execute.main())
        self.assertEqual("01, no\n02, no\n", said.getvalue())

    def test_death(self):
        self.worker("import os; os._exit(3)")
        self.assertIn("stopped unexpectedly (return code 3), see ", self.execute_all("01")[0][0])

    def test_killed_worker(self):
        with subprocess.Popen(SLEEPER, start_new_session=True) as kernel:
            self.worker(f"import os; print('kernel {kernel.pid}', flush=True); os.kill(os.getpid(), 9)")
            self.assertIn("(return code -9)", self.execute_all("01")[0][0])
            self.assertEqual(-signal.SIGKILL, kernel.wait(5))

    def test_interrupt(self):
        """The workers that run end, and those that wait never begin."""
        self.worker(UNTIL_TOLD)
        for trouble in (KeyboardInterrupt, MemoryError):
            with mock.patch("concurrent.futures.as_completed", side_effect=trouble), self.assertRaises(trouble):
                self.execute_all("01", "02", "03", "04", "05")
            self.assertNotIn("05.log", self.logs())

    def test_interrupt_while_submitting(self):
        self.worker(UNTIL_TOLD)
        submit = execute.concurrent.futures.ThreadPoolExecutor.submit

        def interrupted(pool, work, name, *rest):
            submit(pool, work, name, *rest)
            if name == "04":
                raise KeyboardInterrupt

        with mock.patch("concurrent.futures.ThreadPoolExecutor.submit", interrupted):
            with self.assertRaises(KeyboardInterrupt):
                self.execute_all("01", "02", "03", "04")
        self.assertNotIn("04.log", self.logs())

    def test_a_worker_that_begins_after_the_stop(self):
        self.worker(UNTIL_TOLD)
        workers = execute.Workers()
        workers.stop()
        late = threading.Thread(target=execute.execute, args=("01", self.options, workers), daemon=True)
        late.start()
        late.join(3)
        self.assertFalse(late.is_alive())
        self.assertEqual(set(), workers.running)

    def test_jobs(self):
        for wrong in ("0", "-1", "x"):
            argv = ["execute.py", f"--jobs={wrong}"]
            with mock.patch.object(sys, "argv", argv), contextlib.redirect_stderr(io.StringIO()) as said:
                self.assertRaises(SystemExit, execute.parse_arguments)
            self.assertIn(f"--jobs: {wrong}: expected a whole number of at least 1", said.getvalue())


if __name__ == "__main__":
    unittest.main()
