"""Hand-written numpy/scipy: what vectorised array code reaches, with no query engine.

Every relation is kept as CSR in both directions (int32).
"""

import os

import numpy as np
import scipy
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order

from .base import EDGES, NODES, Peer, params, read_csv


def read_ints(path, columns):
    """Integer columns of a CSV (dates become yyyymmdd)."""
    with open(path, "rb") as f:
        f.readline()
        data = f.read().replace(b"-", b"").replace(b"\n", b",")
    return np.fromstring(data, dtype=np.int32, sep=",").reshape(-1, columns).T


class Csr:
    """Adjacency of one direction; adj[ptr[v]:ptr[v+1]] are v's neighbours, `order` the edge numbers."""

    def __init__(self, keys, values, n):
        self.order = np.argsort(keys, kind="stable").astype(np.int32)
        self.adj = values[self.order]
        self.ptr = np.zeros(n + 1, np.int32)
        np.cumsum(np.bincount(keys, minlength=n), out=self.ptr[1:])

    def expand(self, nodes):
        """-> (index into nodes, neighbour), one entry per edge out of the nodes."""
        lo = self.ptr[nodes]
        n = self.ptr[nodes + 1] - lo
        end = np.cumsum(n)
        which = np.repeat(np.arange(len(nodes)), n)
        at = np.arange(end[-1] if len(end) else 0) + np.repeat(lo - (end - n), n)
        return which, self.adj[at]


def below(down, seeds, n):
    """Mask of the nodes reached from the seeds (seeds included)."""
    seen = np.zeros(n, bool)
    seen[seeds] = True
    front = np.flatnonzero(seen)
    while len(front):
        nxt = down.expand(front)[1]
        nxt = nxt[~seen[nxt]]
        seen[nxt] = True
        front = np.unique(nxt)
    return seen


class Numpy(Peer):
    label = "numpy/scipy, hand-written"

    def version(self):
        return f"numpy {np.__version__}, scipy {scipy.__version__}"

    def load(self, d):
        self.p = p = params(d)
        self.n = {k: p["rows"][k] for k in NODES}
        person = list(zip(*read_csv(d, "person")))
        self.names = person[1]
        self.dept_names, self.dept = np.unique(np.array(person[2]), return_inverse=True)
        self.active = np.array(person[3]) == "true"
        asset = list(zip(*read_csv(d, "asset")))
        self.asset_name, self.criticality = asset[1], np.array(asset[3], dtype=np.int8)
        self.classes, self.cls = np.unique(np.array(asset[2]), return_inverse=True)
        control = list(zip(*read_csv(d, "control")))
        self.ref, self.title = control[1], control[2]
        self.status_names, self.status = np.unique(np.array(control[3]), return_inverse=True)
        self.e, self.out, self.inc = {}, {}, {}
        for e, (s, t) in EDGES.items():
            cols = read_ints(os.path.join(d, e + ".csv"), 3 if e == "has" else 2)
            self.e[e] = cols
            self.out[e] = Csr(cols[0], cols[1], self.n[s])
            self.inc[e] = Csr(cols[1], cols[0], self.n[t])
        src, dst = self.e["depends_on"]
        a = self.n["asset"]
        self.users = csr_matrix((np.ones(len(src), np.int8), (dst, src)), shape=(a, a))
        self.today = int(p["today"].replace("-", ""))

    def run(self, q):
        return getattr(self, q.lower())()

    def rows(self, q, raw):
        if isinstance(raw, tuple):
            return list(zip(*[r.tolist() for r in raw]))
        return raw.tolist() if isinstance(raw, np.ndarray) else raw

    # ---- competence ----
    def valid(self):
        """valid[p, k]: p has k today."""
        s, k, day = self.e["has"]
        ok = day >= self.today
        v = np.zeros((self.n["person"], self.n["competence"]), bool)
        v[s[ok], k[ok]] = True
        return v

    def competent(self, edges, requires):
        """Per edge (person, thing): does the person have all the thing requires?"""
        who, what = self.e[edges][:2]
        which, comp = self.out[requires].expand(what)
        miss = which[~self.valid()[who[which], comp]]
        ok = np.ones(len(who), bool)
        ok[miss] = False
        return ok

    def uncovered(self):
        """Mask of the controls with no competent owner."""
        none = np.ones(self.n["control"], bool)
        none[self.e["owns_control"][1][self.competent("owns_control", "control_requires")]] = False
        return none

    # ---- queries ----
    def q1(self):
        none = np.ones(self.n["control"], bool)
        none[self.e["owns_control"][1]] = False
        return np.flatnonzero(none)

    def q2(self):
        return np.flatnonzero(self.uncovered())

    def q3(self):
        secret = self.cls == list(self.classes).index("secret")
        dept = list(self.dept_names).index(self.p["dept"])
        who = np.flatnonzero((self.dept == dept) & self.active)
        which, asset = self.out["owns_asset"].expand(who)
        return who[np.bincount(which[secret[asset]], minlength=len(who)) >= 3]

    def q4(self):
        return breadth_first_order(self.users, self.p["asset"], return_predecessors=False)[1:]

    def q5(self):
        m = self.p["manager"]
        mask = below(self.inc["reports_to"], [m], self.n["person"])
        mask[m] = False
        hit = np.zeros(self.n["control"], bool)
        hit[self.out["owns_control"].expand(np.flatnonzero(mask))[1]] = True
        return np.flatnonzero(hit)

    def q6(self):
        (ip, ic), (ap, ac) = self.e["implements"], self.e["audits"]
        c = self.n["control"]
        both = np.intersect1d(ip.astype(np.int64) * c + ic, ap.astype(np.int64) * c + ac, assume_unique=True)
        return both // c, both % c

    def q6b(self):
        ap, ac = self.e["audits"]
        which, c1 = self.out["implements"].expand(ap)
        p, c2 = ap[which], ac[which]
        keep = c1 != c2
        p, c1, c2 = p[keep], c1[keep], c2[keep]
        which, asset = self.out["protects"].expand(c1)
        a = self.n["asset"]
        ps, pd = self.e["protects"]
        key = ps.astype(np.int64) * a + pd  # sorted: the CSV is in (src, dst) order
        want = c2[which].astype(np.int64) * a + asset
        at = np.minimum(np.searchsorted(key, want), len(key) - 1)
        return np.unique(p[which[key[at] == want]])

    def q7(self):
        who, what = self.e["owns_control"]
        c = self.n["control"]
        pairs = np.unique(self.dept[who].astype(np.int64) * c + what)
        n = np.bincount(pairs // c, minlength=len(self.dept_names))
        top = np.lexsort((self.dept_names, -n))[:10]
        return [(str(self.dept_names[d]), int(n[d])) for d in top.tolist()]

    def q8(self):
        who, what = self.e["owns_control"]
        ok = self.competent("owns_control", "control_requires")
        who, what = who[ok], what[ok]
        only = np.bincount(what, minlength=self.n["control"])[what] == 1
        n = np.bincount(who[only], minlength=self.n["person"])
        top = np.argsort(-n, kind="stable")[:20]
        return top, n[top]

    def q9(self):
        exposed = np.zeros(self.n["asset"], bool)
        s, t = self.e["protects"]
        exposed[t[self.uncovered()[s]]] = True
        hit = below(self.inc["depends_on"], np.flatnonzero(exposed), self.n["asset"])
        return [(int((hit & (self.cls == list(self.classes).index("secret"))).sum()),)]

    def q10(self):
        c, names = self.inc["owns_asset"], self.names
        ptr, adj = c.ptr, c.adj
        return [(a, names[p]) for a in self.p["lookups"] for p in adj[ptr[a] : ptr[a + 1]].tolist()]

    def q11(self):
        return np.flatnonzero(~below(self.inc["reports_to"], [self.p["root"]], self.n["person"]))

    def q11b(self):
        down, front, steps = self.inc["reports_to"], np.array([self.p["root"]]), -1
        while len(front):  # a forest below the root: no node is met twice
            front, steps = down.expand(front)[1], steps + 1
        return [(steps,)]

    def q12(self):
        lacking = np.ones(self.n["role"], bool)
        lacking[self.e["holds"][1][self.competent("holds", "role_requires")]] = False
        return np.flatnonzero(lacking)
