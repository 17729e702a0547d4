"""Compares the answers with those agreed, and writes the tables."""

import statistics

from engines import HAND_WRITTEN


def check(results, agreed):
    """What is wrong with the answers, as sentences, and how many are right.

    `agreed` has, for each query, the number of rows and a digest on which the peers agreed before.
    """
    wrong, right = [], 0
    for peer, result in results.items():
        for query, record in result["queries"].items():
            if "digest" not in record:
                continue
            found, expected = [record["n"], record["digest"]], agreed.get(query.split("/")[0])
            if found == expected:
                right += 1
            else:
                wrong.append(f"{peer} answers {query} with {found}, but {expected} was agreed: {record['head']}")
    return wrong, right


def number(value):
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def cell(record, key="ms"):
    if not record:
        return ""
    if "error" in record:
        return record["error"] if record["error"].startswith(">") else "error"
    return number(record[key])


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "|".join(["---"] + ["--:"] * (len(head) - 1)) + "|"]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows])


def ratio(part, whole):
    return number(part / whole) if part and whole else ""


def times(results, queries):
    """The queries down, the peers across, then how Remit stands to the best of them and to C."""
    peers = [peer for peer, result in results.items() if "error" not in result]
    others = [peer for peer in peers if peer not in HAND_WRITTEN and peer != "remit"]
    head = ["query", *peers]
    if "c" in peers:
        head.append("c, inside")
    if "remit" in peers:
        head += ["remit, answering", "best other / remit", "remit / c"]
    rows = []
    for query in queries:
        records = {peer: results[peer]["queries"].get(query, {}) for peer in peers}
        row = [query, *(cell(record) for record in records.values())]
        inside = records.get("c", {}).get("engine_ms")
        if "c" in peers:
            row.append(cell(records["c"], "engine_ms"))
        if "remit" in peers:
            mine = records["remit"].get("ms")
            answering = records["remit"].get("engine_ms")
            best = min((records[peer]["ms"] for peer in others if "ms" in records[peer]), default=None)
            row += [cell(records["remit"], "engine_ms"), ratio(best, mine), ratio(answering, inside)]
        rows.append(row)
    return table(head, rows)


def loads(results, cold):
    rows = []
    for peer, result in results.items():
        if "error" in result:
            rows.append([peer, result["error"], "", "", ""])
            continue
        seconds = cold.get(peer)
        rows.append(
            [
                f"{result['label']} ({peer})",
                number(statistics.median(result["loads"])),
                number(result["rss"]),
                number(result["peak"]),
                number(seconds * 1e3) if seconds else "",
            ]
        )
    return table(["peer", "load s", "MB after loading", "MB at most", "start to answer of Q2, ms"], rows)


def phases(result, queries):
    """Where Remit's time goes."""
    names = ("reading", "planning", "running", "writing")
    rows = []
    for query in queries:
        record = result["queries"].get(query, {})
        if "phases" not in record:
            rows.append([query, cell(record), "", "", "", ""])
            continue
        rows.append([query, *(number(record["phases"][name]) for name in names), number(record["first_ms"])])
    return table(["query", *names, "first run"], rows)


def variants(result):
    """How the time of each variant stands to that of its query."""
    rows = []
    for name, record in result["queries"].items():
        if "/" not in name:
            continue
        query, variant = name.split("/")
        base = result["queries"][query]
        rows.append([query, variant, cell(record, "engine_ms"), ratio(record.get("engine_ms"), base.get("engine_ms"))])
    return table(["query", "variant", "answering, ms", "to the query"], rows)


def versions(results):
    return "; ".join(f"{peer}: {result['version']}" for peer, result in results.items() if "version" in result)
