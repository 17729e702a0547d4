"""Measures one peer in a process of its own: its memory is its own, and a query that takes too long can be ended.

Per query: one run that is not measured, whose answer is kept, then the median of several. If that is over 1.3 times
the fastest run, a neighbour took the processor, and up to two more batches are made; the one with the lowest median
counts. A time includes fetching the answer into the client, but not turning it into Python tuples.
"""

import json
import os
import select
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from engines import make
from engines.base import LOADS, SLOW_LOAD, canonical

LOAD_TIMEOUT = 900
ANSWER_TIMEOUT = 300


def memory(pid):
    """The resident memory of a process now and at its peak, in MB."""
    fields = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    return tuple(int(fields[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))


def work(name, folder):
    """The process that holds the peer: commands come as lines, replies go as lines of JSON."""
    replies = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a library prints is no reply
    peer = make(name)

    def reply(**values):
        values["rss"], values["peak"] = memory(peer.pid())
        print(json.dumps(values), file=replies, flush=True)

    start = time.perf_counter()
    peer.load(folder)
    reply(load=time.perf_counter() - start, version=peer.version(), label=peer.label)
    raw = None
    for line in sys.stdin:
        command, query = line.split()
        if command == "run":
            start = time.perf_counter()
            raw = peer.run(query)
            reply(ms=(time.perf_counter() - start) * 1e3, engine_ms=peer.engine_ms)
        else:
            count, digest, rows = canonical(query, peer.rows(query, raw))
            reply(n=count, digest=digest, head=rows[:3])
    peer.close()


class Worker:
    """The parent's handle on such a process."""

    def __init__(self, name, folder):
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [sys.executable, __file__, name, folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            start_new_session=True,
        )
        self.buffer = b""
        self.is_late = False  # a reply has not come in time: what comes next would be that one

    def read(self, timeout):
        """The next reply; None when there is none in time; RuntimeError when the process has died."""
        end = time.monotonic() + timeout
        while b"\n" not in self.buffer:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.process.stdout], [], [], left)[0]:
                self.is_late = True
                return None
            data = os.read(self.process.stdout.fileno(), 1 << 16)
            if not data:
                self.errors.seek(0)
                lines = self.errors.read().decode(errors="replace").strip().splitlines()
                raise RuntimeError(lines[-1] if lines else "the process died")
            self.buffer += data
        line, self.buffer = self.buffer.split(b"\n", 1)
        return json.loads(line)

    def ask(self, command, query, timeout):
        self.process.stdin.write(f"{command} {query}\n".encode())
        self.process.stdin.flush()
        return self.read(timeout)

    def stop(self):
        """Ends the process, and what it has started."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout, self.errors):
            try:
                pipe.close()
            except BrokenPipeError:
                pass


def batch(worker, query, runs, timeout):
    """Up to `runs` runs within the timeout."""
    done, spent = [], 0.0
    while len(done) < runs and (not done or spent + done[-1]["ms"] / 1e3 < timeout):
        run = worker.ask("run", query, timeout)
        if run is None:
            break
        done.append(run)
        spent += run["ms"] / 1e3
    return done


def summary(runs):
    ms = sorted(run["ms"] for run in runs)
    engine = sorted(run["engine_ms"] for run in runs)
    return {
        "ms": statistics.median(ms),
        "min": ms[0],
        "max": ms[-1],
        "runs": len(ms),
        "engine_ms": statistics.median(engine),
        "engine_min": engine[0],
    }


def measure_query(worker, query, runs, timeout):
    """The record of a query; None when it took too long."""
    first = worker.ask("run", query, timeout)
    if first is None:
        return None
    answer = worker.ask("answer", query, ANSWER_TIMEOUT)
    best = None
    for _ in range(3):
        measured = batch(worker, query, runs, timeout)
        if not measured:
            break
        record = summary(measured)
        if best is None or record["ms"] < best["ms"]:
            best = record
        if worker.is_late or record["ms"] <= 1.3 * record["min"] or sum(run["ms"] for run in measured) > 20e3:
            break
    record = best or summary([first])
    return record | {key: answer[key] for key in ("n", "digest", "head", "peak")}


def measure(name, folder, queries, runs, timeout):
    """Loads the data into a peer and asks it the queries: one record, with an `error` when it cannot be loaded."""
    record = {"loads": [], "peak": 0, "queries": {}}
    worker = None

    def start():
        worker = Worker(name, folder)
        try:
            loaded = worker.read(LOAD_TIMEOUT)
        except RuntimeError:
            worker.stop()
            raise
        if loaded is None:
            worker.stop()
            raise RuntimeError(f"loading took more than {LOAD_TIMEOUT} s")
        record["loads"].append(loaded["load"])
        record.update({key: loaded[key] for key in ("version", "label", "rss")}, load_peak=loaded["peak"])
        return worker

    try:
        while len(record["loads"]) < LOADS - 1:
            worker = start()
            if record["loads"][-1] > SLOW_LOAD:
                break
            worker.stop()
            worker = None
    except RuntimeError as error:
        return record | {"error": str(error)[:200]}
    for query in queries:
        try:
            worker = worker or start()
        except RuntimeError as error:
            return record | {"error": str(error)[:200]}
        try:
            measured = measure_query(worker, query, runs, timeout) or {"error": f"> {timeout:g} s"}
        except (RuntimeError, BrokenPipeError) as error:
            measured = {"error": str(error)[:200]}
        record["queries"][query] = measured
        record["peak"] = max(record["peak"], measured.get("peak", 0))
        if "error" in measured or worker.is_late:
            worker.stop()
            worker = None
    if worker:
        worker.stop()
    return record


def cold(name, folder):
    """Seconds from starting a process to having the answer of Q2, and having loaded for it."""
    start = time.perf_counter()
    worker = Worker(name, folder)
    try:
        worker.read(LOAD_TIMEOUT)
        worker.ask("run", "Q2", LOAD_TIMEOUT)
    finally:
        seconds = time.perf_counter() - start
        worker.stop()
    return seconds


if __name__ == "__main__":
    work(sys.argv[1], sys.argv[2])
