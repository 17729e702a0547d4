"""Remit through its command line: the model and the data as files, the questions as English text on a pipe.

One process loads once and is asked each question several times; `--timer` says how long each took. It reads all its
questions before it answers the first, so it is not driven like the other peers: `measure` runs it to the end, and when
a question takes too long it is ended and the next process goes on with the questions after it.
"""

import datetime
import os
import re
import shutil
import statistics
import subprocess
import tempfile
import time
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from .base import LOADS, SLOW_LOAD, canonical, params, read_csv

HERE = Path(__file__).resolve().parent.parent
TIME = re.compile("^([0-9.]+) (s|ms|µs): (.+)$".encode(), re.MULTILINE)
MARK = "----------------"
WARM_UP = "number of people\n"  # the first question puts the graph together
BATCHES = 3  # of which the one with the lowest median counts, as with the other peers


@dataclass
class Question:
    """A text to ask, under the name its figures are reported by: Q2, or Q2/reordered."""

    name: str
    texts: list[str]  # more than one only for the look-ups of Q10
    times: list[dict] = field(default_factory=list)  # one per answered text
    answers: list[list[str]] = field(default_factory=list)
    problem: str | None = None

    @property
    def query(self):
        return self.name.split("/")[0]


def questions(folder, wanted, with_variants, counts=False):
    """The questions of questions.toml with the constants of the data put in, and the definitions they use.

    With `counts`, one that is also there as a number, because its answer may be too long, is asked so.
    """
    constants = params(folder)
    table = tomllib.loads((HERE / "questions.toml").read_text())

    def filled(text, **more):
        for name, value in (constants | more).items():
            text = text.replace(f"{{{name}}}", str(value))
        return text

    asked = []
    for query in wanted:
        entry = table[query]
        lookups = constants["lookups"] if query == "Q10" else [None]
        variants = entry.get("variants", {}) if with_variants else {}
        text = entry.get("number", entry["text"]) if counts else entry["text"]
        for name, text in {query: text, **{f"{query}/{v}": t for v, t in variants.items()}}.items():
            asked.append(Question(name, [filled(text, lookup=asset) for asset in lookups]))
    return asked, filled(table["definitions"]) if with_variants else ""


def prepare(folder):
    """Lays the model beside the data.

    A certificate is valid on the day it expires, while `until` is the first day on which a link no longer holds: the
    file of certificates gets a column with the day after.
    """
    folder = Path(folder)
    home = folder / "remit"
    home.mkdir(exist_ok=True)
    shutil.copy(HERE / "remit" / "organisation.remit", home / "remit.remit")
    for file in folder.glob("*.csv"):
        link = home / file.name
        if file.name != "has.csv" and not link.exists():
            os.link(file, link)
    day_after = {}
    with open(home / "has.csv", "w") as out:
        out.write("src,dst,until\n")
        for person, competence, expires in read_csv(folder, "has"):
            if expires not in day_after:
                day_after[expires] = datetime.date.fromisoformat(expires) + datetime.timedelta(1)
            out.write(f"{person},{competence},{day_after[expires]}\n")
    return home


def command(binary, folder, home):
    return [binary, f"{home}/", "--as-of", params(folder)["today"], "--format", "tsv", "--timer"]


def parsed(line):
    """The milliseconds of a line of --timer, by phase: `3.02 µs: reading 1.01, running 2.01`."""
    unit = {"s": 1e3, "ms": 1, "µs": 1e-3}[line[2].decode()]
    parts = dict(part.split() for part in line[3].decode().split(", "))
    return {name: float(time) * unit for name, time in parts.items()}


def version(binary):
    text = subprocess.run([binary, "--version"], capture_output=True, text=True).stdout
    return text.splitlines()[0].removeprefix("remit ")


def run_once(argv, warm_up, asked, runs, timeout, load_timeout):
    """Asks questions in one process until it ends or one of them takes too long.

    Returns what loading took, the resident memory after it, the peak, and what went wrong with the first question that
    was not answered.
    """
    plan = [(question, text) for question in asked for _ in range(runs) for text in question.texts]
    script = warm_up + "".join(f'print "{MARK}"\n{text}\n' for _, text in plan)
    with tempfile.TemporaryFile() as inp, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        inp.write(script.encode())
        inp.seek(0)
        process = subprocess.Popen(argv, stdin=inp, stdout=out, stderr=err)
        problem, resident, usage = watch(process, err, plan, timeout, load_timeout)
        err.seek(0)
        errors = err.read()
        out.seek(0)
        answers = out.read().decode().split(f"{MARK}\n")[1:]
    times = [parsed(match) for match in TIME.finditer(errors)]
    if len(times) < 2:
        raise RuntimeError(errors.decode(errors="replace").strip()[-300:] or problem or "nothing was answered")
    load = sum(times[0].values()) + times[1].get("building", 0)
    for (question, _), took, answer in zip(plan, times[2:], answers):
        question.times.append(took)
        question.answers.append(answer.splitlines()[1:])
    if len(times) - 2 < len(plan) and problem is None:
        *_, last = TIME.finditer(errors)
        rest = errors[last.end() :].decode(errors="replace").strip()
        problem = rest.splitlines()[0] if rest else f"ended with status {process.returncode}"
    return load / 1e3, resident, usage, problem


def watch(process, err, plan, timeout, load_timeout):
    """Waits for a process, and ends it when loading, or all runs of a question, take too long."""
    answered, since, resident, asked = 0, time.monotonic(), 0, None
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return None, resident, usage.ru_maxrss / 1024
        answered = len(TIME.findall(os.pread(err.fileno(), os.fstat(err.fileno()).st_size, 0)))
        if answered >= 2:
            resident = resident or memory(process.pid)
            now = plan[min(answered - 2, len(plan) - 1)][0] if plan else None
            if now is not asked:
                asked, since = now, time.monotonic()
        allowed = timeout if asked else load_timeout
        if time.monotonic() - since > allowed:
            process.kill()
            _, _, usage = os.wait4(process.pid, 0)
            process.returncode = -9
            return f"> {allowed:g} s", resident, usage.ru_maxrss / 1024
        time.sleep(0.02)


def memory(pid):
    """The resident memory of a process, in MB; 0 of one that has just ended."""
    with open(f"/proc/{pid}/status") as status:
        return next((int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS")), 0)


def measure(binary, folder, wanted, runs, timeout, with_variants, counts=False):
    """Loads the data and asks the queries, once and then in batches of `runs`: a record as measure.py makes them."""
    home = prepare(folder)
    asked, definitions = questions(folder, wanted, with_variants, counts)
    record = {"label": "Remit", "version": version(binary), "loads": [], "peak": 0, "queries": {}}
    rounds = 1 + BATCHES * runs
    argv = command(binary, folder, home)
    while len(record["loads"]) < LOADS - 1 and all(load <= SLOW_LOAD for load in record["loads"]):
        record["loads"].append(run_once(argv, WARM_UP, [], 0, timeout, 15 * timeout)[0])
    left = asked
    while left:
        load, resident, peak, problem = run_once(argv, definitions + WARM_UP, left, rounds, timeout, 15 * timeout)
        record["loads"].append(load)
        record.update(rss=resident, load_peak=resident, peak=max(record["peak"], peak))
        if problem is None:
            break
        first = next(i for i, question in enumerate(left) if len(question.answers) < rounds * len(question.texts))
        left[first].problem = problem
        left = left[first + 1 :]
    for question in asked:
        record["queries"][question.name] = summary(question, runs, params(folder)["lookups"])
    return record


def summary(question, runs, lookups):
    """The best batch of a question's runs, without the first of them, and its answer."""
    size = len(question.texts)
    rounds = [question.times[i : i + size] for i in range(0, len(question.times) - size + 1, size)]
    if not rounds:
        return {"error": question.problem or "not answered"}
    measured = rounds[1:] or rounds
    batches = [totals(measured[i : i + runs]) for i in range(0, len(measured), runs)]
    best = min(batches, key=lambda batch: statistics.median(batch["total"]))
    rows = []
    for text, lines in enumerate(question.answers[:size]):
        asked_about = (lookups[text],) if question.query == "Q10" else ()
        rows += [asked_about + cells(line) for line in lines]
    count, digest, head = canonical(question.query, rows)
    phases = {phase: statistics.median(times) for phase, times in best.items()}
    return {
        "ms": phases["total"],
        "min": min(best["total"]),
        "max": max(best["total"]),
        "runs": len(best["total"]),
        "engine_ms": phases["running"],
        "first_ms": totals(rounds[:1])["running"][0],
        "phases": phases,
        "n": count,
        "digest": digest,
        "head": head[:3],
    }


def totals(rounds):
    """The milliseconds of some rounds, by phase, and of all phases together."""
    phases = ("reading", "planning", "running", "writing")
    times = {phase: [sum(took.get(phase, 0) for took in round_) for round_ in rounds] for phase in phases}
    return times | {"total": [sum(parts) for parts in zip(*times.values())]}


def cells(line):
    return tuple(int(cell) if cell.isdigit() else cell for cell in line.split("\t"))


def cold(binary, folder):
    """Seconds from starting the command to having the answer of Q2, and having loaded for it."""
    home = prepare(folder)
    asked, _ = questions(folder, ["Q2"], False)
    start = time.perf_counter()
    argv = [binary, f"{home}/", "--as-of", params(folder)["today"], "-c", asked[0].texts[0]]
    subprocess.run(argv, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start
