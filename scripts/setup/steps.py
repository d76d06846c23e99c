"""What set-up steps share: saying what happens, running a program with progress, and being the only one at work."""

import collections
import contextlib
import fcntl
import os
import selectors
import subprocess
import sys
import time

SECONDS_BETWEEN_LINES = 5


class SetupError(Exception):
    """A step failed; the message says which, and what to do about it."""


def say(line):
    """Tell the person who waits; standard output is left to what a command answers."""
    print(line, file=sys.stderr, flush=True)


def run_step(title, command, progress=None, cwd=None, environment=None):
    """Run a program without input, saying every few seconds how far it is; show the end of its output if it fails."""
    say("%s ..." % title)
    begun = time.monotonic()
    process = _started(title, [str(word) for word in command], cwd, dict(os.environ, **(environment or {})))
    try:
        last_lines = _follow(process, title, progress or (lambda line: ""), begun)
    except BaseException:
        process.kill()
        raise
    if process.wait() != 0:
        raise SetupError("\n".join([*last_lines, "%s failed: %s" % (title, " ".join(process.args))]))
    say("%s: done, %.0f s" % (title, time.monotonic() - begun))


def output_of(command):
    """What a short command prints, stripped; "" when it cannot be run or fails."""
    try:
        answer = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout.decode("utf-8", "replace").strip() if answer.returncode == 0 else ""


def _started(title, command, cwd, environment):
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    try:
        # The program holds the lock of `only_one` too: should this process be killed, it may still be writing.
        return subprocess.Popen(command, cwd=cwd, env=environment, close_fds=False, **pipes)
    except OSError as error:
        raise SetupError("%s failed: %s (%s)" % (title, " ".join(command), error)) from error


def _follow(process, title, progress, begun):
    """Read the program's output to its end; the last lines of it are kept for the case that it fails."""
    last_lines = collections.deque(maxlen=25)
    how_far, unfinished, said = "", b"", time.monotonic()
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while True:
            if selector.select(timeout=1):
                chunk = os.read(process.stdout.fileno(), 65536)
                if not chunk:
                    return last_lines
                *lines, unfinished = (unfinished + chunk).split(b"\n")
                for line in lines:
                    last_lines.append(line.decode("utf-8", "replace"))
                    how_far = progress(last_lines[-1]) or how_far
            if time.monotonic() - said > SECONDS_BETWEEN_LINES:
                said = time.monotonic()
                say("%s: %s%.0f s" % (title, how_far and how_far + ", ", said - begun))


@contextlib.contextmanager
def only_one(path, work):
    """Hold a lock file while the work is done; wait, and say so, when another process holds it.

    The operating system frees the lock when its holder ends, however it ends, so a lock is never left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(str(path), "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("Another %s is running in this folder: waiting for it ..." % work)
            fcntl.flock(lock, fcntl.LOCK_EX)
        os.set_inheritable(lock.fileno(), True)
        yield
