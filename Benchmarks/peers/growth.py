"""Asks the same questions of organisations of growing size: how the cost grows, as a table and as a picture.

Started by `run growth`. What counts of Remit is all it does for a question, from text to text; of C the answering alone;
of other peers the call from Python. Each time is the shortest of its runs: a picture of growth should not show what
else the computer did.
"""

import argparse
import json
import math
import sys
from pathlib import Path

import measure
import plot
import report
from bench import BINARY, HERE, generated, machine
from engines import remit_engine
from engines.base import QUERIES

# What grows with the organisation in what a question has to look at, taken literally.
EXPECTED = {
    "Q1": "controls",
    "Q2": "links of controls",
    "Q3": "assets of one department",
    "Q4": "links reached",
    "Q5": "people reached",
    "Q6": "links of people",
    "Q6b": "pairs of links",
    "Q7": "owners of controls",
    "Q8": "links of controls",
    "Q9": "links reached",
    "Q10": "nothing",
    "Q11": "people",
    "Q11b": "people reached",
    "Q12": "links of roles",
}


def arguments():
    parser = argparse.ArgumentParser(prog="run growth", description=__doc__.split("\n")[0])
    parser.add_argument("--scales", default="1,10,100,1000", help="thousands of people (default: 1,10,100,1000)")
    parser.add_argument("--seed", type=int, default=1, help="which organisation of each size (default: 1)")
    parser.add_argument("--peers", default="c,duckdb", help="who is measured beside Remit (default: c,duckdb)")
    parser.add_argument("--queries", default=",".join(QUERIES), help="of: " + " ".join(QUERIES))
    parser.add_argument("--runs", type=int, default=5, help="measured runs of a query (default: 5)")
    parser.add_argument("--timeout", type=float, default=120, help="seconds for the runs of a query (default: 120)")
    parser.add_argument("--data", type=Path, default=HERE / "data", help="where the generated data is kept")
    parser.add_argument("--remit", type=Path, help="the command to measure (default: the release build)")
    parser.add_argument("--svg", type=Path, help="draw the picture into this file")
    parser.add_argument("--json", type=Path, help="write all that was measured to this file")
    parser.add_argument("--from-json", type=Path, help="take what was measured from such a file, and measure nothing")
    return parser.parse_args()


def shortest(peer, record):
    """The shortest time of a query in milliseconds, or None."""
    if peer == "c":
        return record.get("engine_min", record.get("engine_ms"))
    return record.get("min")


def measured(options, scales, queries):
    """Peer to query to scale to milliseconds."""
    times = {peer: {query: {} for query in queries} for peer in ["remit", *options.peers.split(",")]}
    for scale in scales:
        folder = generated(options.data, scale, options.seed)
        for peer in times:
            print(f"asking {peer} at scale {scale}", file=sys.stderr)
            if peer == "remit":
                binary = str(options.remit or BINARY)
                result = remit_engine.measure(
                    binary, folder, queries, options.runs, options.timeout, False, counts=True
                )
            else:
                result = measure.measure(peer, folder, queries, options.runs, options.timeout)
            for query, record in result["queries"].items():
                time = shortest(peer, record)
                if time:
                    times[peer][query][scale] = time
                else:
                    print(f"{peer} {query}: {record.get('error')}", file=sys.stderr)
    return times


def exponent(times, low, high):
    """How the time grows from one scale to another: 1 is as the organisation does."""
    if low not in times or high not in times:
        return ""
    return f"{math.log(times[high] / times[low]) / math.log(high / low):.2f}"


def table(times, scales, queries):
    decades = list(zip(scales, scales[1:]))
    head = ["query", *(f"at {scale}, ms" for scale in scales)]
    head += [f"{low} to {high}" for low, high in decades] + [f"C, {low} to {high}" for low, high in decades]
    rows = []
    for query in queries:
        mine, reference = times["remit"][query], times.get("c", {}).get(query, {})
        row = [query, *(report.number(mine[scale]) if scale in mine else "" for scale in scales)]
        row += [exponent(mine, low, high) for low, high in decades]
        row += [exponent(reference, low, high) for low, high in decades]
        rows.append([*row, EXPECTED[query]])
    return report.table([*head, "grows with"], rows)


def main():
    options = arguments()
    scales, queries = [int(scale) for scale in options.scales.split(",")], options.queries.split(",")
    if options.from_json:
        kept = json.loads(options.from_json.read_text())
        times = {p: {q: {int(s): t for s, t in ts.items()} for q, ts in qs.items()} for p, qs in kept.items()}
    else:
        times = measured(options, scales, queries)
    if options.json:
        options.json.write_text(json.dumps(times, indent=1))
    if options.svg:
        options.svg.write_text(plot.draw(times, scales, queries))
    print("Shortest times in milliseconds from text to text, and the exponents with which they grow.\n")
    print(table(times, scales, queries), f"\n\n{machine()}")


main()
