"""Steps: their output when they fail, and one at a time."""

import subprocess
import sys
from pathlib import Path

import pytest

from scripts.setup.packages import Progress
from scripts.setup.start import ROOT
from scripts.setup.steps import SetupError, only_one, output_of, run_step


def test_a_step_says_what_it_does_and_that_it_is_done(capsys):
    run_step("Packages", ["sh", "-c", "echo much; echo more"])
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "Packages ..."
    assert lines[1].startswith("Packages: done, ")
    assert len(lines) == 2


def test_a_failed_step_shows_the_end_of_its_output():
    with pytest.raises(SetupError) as stopped:
        run_step("Packages", ["sh", "-c", "echo no such package; exit 3"])
    assert str(stopped.value).splitlines()[0] == "no such package"
    assert "Packages failed: sh -c" in str(stopped.value)


def test_a_step_that_cannot_be_started_is_a_failed_step():
    with pytest.raises(SetupError, match=r"Packages failed: .*no-such-program"):
        run_step("Packages", ["no-such-program"])


def test_a_step_reads_no_standard_input():
    run_step("Reading", ["sh", "-c", "cat"])


def test_output_of_a_program_that_fails_is_empty():
    assert output_of(["sh", "-c", "echo half; exit 1"]) == ""
    assert output_of(["no-such-program"]) == ""
    assert output_of(["echo", " whole "]) == "whole"


def test_the_progress_of_packages_counts_up_to_all():
    progress = Progress(2)
    assert progress("Collecting brotli==1.2.1") == "1 of 2"
    assert progress("  Downloading brotli.whl") == "1 of 2"
    assert progress("Requirement already satisfied: nh3==0.3.7") == "2 of 2"
    assert progress("Installing collected packages: brotli") == "all fetched, installing"


HOLD = """
import sys, pathlib
from scripts.setup.steps import only_one
with only_one(pathlib.Path(sys.argv[1]), "set-up"):
    print("held", flush=True)
    sys.stdin.readline()
print("left", flush=True)
"""


def holding(lock: Path) -> subprocess.Popen:
    """A process that takes the lock and keeps it until it is sent a line."""
    command = [sys.executable, "-c", HOLD, str(lock)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return subprocess.Popen(command, cwd=ROOT, text=True, **pipes)


def test_a_second_one_waits_for_the_first(tmp_path):
    lock = tmp_path / "setup.lock"
    with holding(lock) as first, holding(lock) as second:
        heard = {first: first.stdout.readline()}
        # Either may be the first to hold it; the other says that it waits.
        heard[second] = second.stdout.readline()
        assert sorted(heard.values()) == ["Another set-up is running in this folder: waiting for it ...\n", "held\n"]
        holder, waiter = sorted(heard, key=heard.get, reverse=True)
        holder.stdin.write("\n")
        holder.stdin.flush()
        assert holder.stdout.readline() == "left\n"
        assert waiter.stdout.readline() == "held\n"
        waiter.stdin.write("\n")
        waiter.stdin.flush()


def test_the_lock_of_a_killed_process_is_free(tmp_path):
    lock = tmp_path / "setup.lock"
    with holding(lock) as holder:
        assert holder.stdout.readline() == "held\n"
        holder.kill()
        holder.wait()
        with only_one(lock, "set-up"):
            assert lock.exists()
