"""Generates the data, asks every peer, checks every answer, prints one report. Started by `run`."""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
from pathlib import Path

import measure
import report
from engines import PEERS, remit_engine
from engines.base import QUERIES, params

HERE = Path(__file__).resolve().parent
BINARY = HERE.parent.parent / ".build" / "release" / "remit"


def arguments():
    parser = argparse.ArgumentParser(prog="run", description="Asks Remit and its peers the same fourteen queries.")
    parser.add_argument("--scale", type=int, default=1, help="thousands of people: 1, 10, 100 (default: 1)")
    parser.add_argument("--seed", type=int, default=1, help="which organisation of that size (default: 1)")
    parser.add_argument("--peers", default=",".join([*PEERS, "remit"]), help="of: " + " ".join([*PEERS, "remit"]))
    parser.add_argument("--queries", default=",".join(QUERIES), help="of: " + " ".join(QUERIES))
    parser.add_argument("--runs", type=int, default=5, help="measured runs of a query (default: 5)")
    parser.add_argument("--timeout", type=float, default=60, help="seconds for the runs of a query (default: 60)")
    parser.add_argument("--variants", action="store_true", help="ask Remit each query in other words too")
    parser.add_argument("--cold", action="store_true", help="time the whole process with Q2, loading included")
    parser.add_argument("--data", type=Path, default=HERE / "data", help="where the generated data is kept")
    parser.add_argument("--remit", type=Path, help="the command to measure (default: the release build)")
    parser.add_argument("--json", type=Path, help="write all that was measured to this file")
    return parser.parse_args()


def generated(root, scale, seed):
    """The folder with the data, made when it is not there."""
    folder = root / f"scale-{scale}-seed-{seed}"
    if not (folder / "params.json").exists():
        print(f"generating {folder.name}", file=sys.stderr)
        command = [sys.executable, HERE / "generate.py", "--scale", str(scale), "--seed", str(seed), "--out", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return str(folder)


def machine():
    model = next(
        (
            line.split(":")[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.processor(),
    )
    return f"{os.cpu_count()} × {model}, {platform.system()}, Python {platform.python_version()}"


def main():
    options = arguments()
    queries = options.queries.split(",")
    binary = str(options.remit or BINARY)
    folder = generated(options.data, options.scale, options.seed)
    results, cold = {}, {}
    for peer in options.peers.split(","):
        print(f"asking {peer}", file=sys.stderr)
        try:
            if peer == "remit":
                results[peer] = remit_engine.measure(
                    binary, folder, queries, options.runs, options.timeout, options.variants
                )
            else:
                results[peer] = measure.measure(peer, folder, queries, options.runs, options.timeout)
        except (RuntimeError, OSError) as error:
            results[peer] = {"error": str(error)[-300:], "queries": {}}
        if options.cold and "error" not in results[peer]:
            again = [
                remit_engine.cold(binary, folder) if peer == "remit" else measure.cold(peer, folder)
                for _ in range(options.runs)
            ]
            cold[peer] = statistics.median(again)
    digest = params(folder)["digest"]
    agreed = json.loads((HERE / "answers.json").read_text()).get(digest)
    if options.json:
        options.json.write_text(json.dumps({"digest": digest, "results": results, "cold": cold}, indent=1))

    print(f"# Scale {options.scale}, seed {options.seed} (data {digest})\n")
    print("Medians in milliseconds. Times include fetching the answer; those of remit include reading, planning and")
    print("writing it as text, too. Q10 is 1000 look-ups.\n")
    print(report.times(results, queries), "\n")
    print(report.loads(results, cold), "\n")
    if "queries" in results.get("remit", {}) and results["remit"]["queries"]:
        print("Where the time of remit goes (ms):\n")
        print(report.phases(results["remit"], queries), "\n")
        if options.variants:
            print(report.variants(results["remit"]), "\n")
    print(f"{machine()}. {report.versions(results)}\n")
    if agreed is None:
        sys.exit("No answers have been agreed for this data: nothing was checked.")
    wrong, right = report.check(results, agreed)
    print(f"{right} answers are those agreed, {len(wrong)} are not.")
    for sentence in wrong:
        print(sentence)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
