"""What every peer does, the queries' exact meaning, and answers in one form.

Queries (the constants come from params.json; "today" is 2026-01-01).  A person is
*competent* for a control (role) if she has, with expires >= today, every competence
it requires; a control that requires nothing is served by any owner.

 Q1   controls with no owner                                             -> control
 Q2   controls with no competent owner (so also those with no owner)     -> control
 Q3   active people of department X owning >= 3 secret assets            -> person
 Q4   assets other than k that depend, transitively, on asset k          -> asset
 Q5   controls owned by someone strictly below m in the reporting tree   -> control
 Q6   p implements c and audits c                                        -> person, control
 Q6b  p implements c1 and audits c2 <> c1, both protecting one asset     -> person
 Q7   number of distinct controls per owner department; top 10, by
      number descending then department ascending                       -> department, n
 Q8   per person, the controls whose only competent owner she is;
      top 20, by number descending then person ascending                -> person, n
 Q9   number of secret assets that are protected by a control with no
      competent owner, or transitively depend on an asset that is       -> n
 Q10  names of the owners of an asset, for 1000 ids, one query each      -> asset, name
 Q11  people with no path up the reporting tree to the root (the root
      itself has one)                                                    -> person
 Q11b the largest number of reports_to steps from a person to the root   -> n
 Q12  roles every holder of which lacks (today) a competence the role
      requires; a role with no holder is included (vacuous truth)        -> role
"""

import csv
import hashlib
import json
import os

QUERIES = "Q1 Q2 Q3 Q4 Q5 Q6 Q6b Q7 Q8 Q9 Q10 Q11 Q11b Q12".split()
ORDERED = {"Q7", "Q8"}

# How often the data is loaded, of which the median is told, as the memory that a process gets first may have to be
# brought by the host of the machine; once where that takes so many seconds.
LOADS = 3
SLOW_LOAD = 10

NODES = {
    "person": ("id", "name", "department", "active"),
    "role": ("id", "name"),
    "competence": ("id", "name"),
    "asset": ("id", "name", "classification", "criticality"),
    "control": ("id", "ref", "title", "status"),
}
EDGES = {
    "reports_to": ("person", "person"),
    "holds": ("person", "role"),
    "role_requires": ("role", "competence"),
    "control_requires": ("control", "competence"),
    "has": ("person", "competence"),
    "owns_asset": ("person", "asset"),
    "owns_control": ("person", "control"),
    "delegates": ("person", "person"),
    "protects": ("control", "asset"),
    "depends_on": ("asset", "asset"),
    "implements": ("person", "control"),
    "audits": ("person", "control"),
}


class Peer:
    """load() once, then run() any query any number of times.

    run() returns the answer as the peer's own client-side value, fully fetched (its
    time is what is measured); rows() turns that into tuples (not measured).
    """

    label = "?"
    engine_ms = 0  # of the last run(), where the peer tells it itself

    def __init__(self, threads=None):
        self.threads = threads  # None: the peer's default

    def version(self):
        return "?"

    def load(self, directory):
        raise NotImplementedError

    def run(self, query):
        raise NotImplementedError

    def rows(self, query, raw):
        return raw

    def pid(self):
        """The process whose memory is measured."""
        return os.getpid()

    def close(self):
        pass


def params(directory):
    with open(os.path.join(directory, "params.json")) as f:
        return json.load(f)


def read_csv(directory, name):
    """Rows of strings, without the header."""
    with open(os.path.join(directory, name + ".csv"), newline="") as f:
        rows = csv.reader(f)
        next(rows)
        yield from rows


def canonical(query, rows):
    """-> (number of rows, digest, rows): ints as ints, in a defined order."""
    out = [
        tuple(int(v) if not isinstance(v, str) else v for v in (r if isinstance(r, (tuple, list)) else (r,)))
        for r in rows
    ]
    if query not in ORDERED:
        out.sort()
    text = "\n".join("\t".join(map(str, r)) for r in out)
    return len(out), hashlib.sha256(text.encode()).hexdigest()[:12], out
