#!/usr/bin/env python3
"""Deterministic generator of an organisation graph, as CSV files.

    generate.py --scale S --seed N --out DIR

At scale S there are P = 1000*S people; every other count follows from P (see
`generate`).  The random numbers are a counter-based splitmix64 hash of (seed,
stream name, index): they do not depend on numpy's own generators, so the same
(scale, seed) gives the same bytes with any numpy, and could be reproduced in
another language.  Zipf weights are 1/(rank+shift): exact IEEE divisions only.

Writes one CSV (with a header) per node kind and per edge kind, and
params.json: the constants the queries use, the row counts and a digest of all
the CSV bytes.
"""

import argparse
import hashlib
import json
import os

import numpy as np

U64 = np.uint64
TODAY = "2026-01-01"  # the date the queries ask about
DAY0 = np.datetime64("2023-01-01")
DAYS_EXPIRED = 1096  # 2023-01-01 .. 2025-12-31
DAYS_VALID = 1461  # 2026-01-01 .. 2029-12-31
COMPETENCES = 200
TEAM = 25  # people (and controls) per team
BLOCK = 50  # assets per system; five systems per team
INFRA = 0.01  # the first 1% of the assets is shared infrastructure

FIRST = (
    "Ada Bela Chidi Dana Emil Farah Goran Hana Ivo Jin Kofi Lena Milo Nora Omar Pia "
    "Quinn Rosa Sami Tara Uma Vera Wim Xenia Yara Zoe Arto Bo Cleo Dov"
).split()
LAST = (
    "Abe Berg Cruz Diaz Eze Fox Gray Holm Ito Jung Khan Lind Mora Ng Okafor Paz Qureshi "
    "Roy Silva Tan Ueda Voss Weber Xu Yilmaz Zhou Amsel Bauer Costa Dahl Egger Frei"
).split()
KIND = "server database laptop bucket queue service dataset gateway cluster document".split()
TITLE = "review encrypt restrict log approve back-up rotate test inventory segregate".split()


class Rand:
    """Counter-based random numbers: stream(name) -> independent uniform hashes."""

    def __init__(self, seed):
        self.seed = seed

    def bits(self, name, n):
        h = hashlib.sha256(f"{self.seed}/{name}".encode()).digest()
        x = np.arange(1, n + 1, dtype=U64) * U64(0x9E3779B97F4A7C15) + U64(int.from_bytes(h[:8], "little"))
        x ^= x >> U64(30)
        x *= U64(0xBF58476D1CE4E5B9)
        x ^= x >> U64(27)
        x *= U64(0x94D049BB133111EB)
        x ^= x >> U64(31)
        return x

    def unit(self, name, n):
        return (self.bits(name, n) >> U64(11)).astype(np.float64) * 2.0**-53

    def below(self, name, n, limit):
        """n integers, each in [0, limit); limit may be an array of length n."""
        return np.minimum((self.unit(name, n) * limit).astype(np.int64), np.asarray(limit) - 1)

    def zipf(self, name, n, items, shift):
        """n ranks in [0, items) with weight 1/(rank+shift)."""
        c = np.cumsum(1.0 / (np.arange(items) + float(shift)))
        return np.minimum(np.searchsorted(c, self.unit(name, n) * c[-1], side="right"), items - 1)

    def choice(self, name, n, weights):
        c = np.cumsum(np.asarray(weights, dtype=np.float64))
        return np.minimum(np.searchsorted(c, self.unit(name, n) * c[-1], side="right"), len(c) - 1)

    def perm(self, name, n):
        return np.argsort(self.bits(name, n), kind="stable")


def unique_pairs(src, dst, *attrs):
    """Sort by (src, dst) and drop repeats; of repeated pairs keep the largest first attribute."""
    keys = (-attrs[0], dst, src) if attrs else (dst, src)
    o = np.lexsort(keys)
    src, dst = src[o], dst[o]
    keep = np.ones(len(src), bool)
    keep[1:] = (src[1:] != src[:-1]) | (dst[1:] != dst[:-1])
    return (src[keep], dst[keep]) + tuple(a[o][keep] for a in attrs)


def repeat_index(counts):
    return np.repeat(np.arange(len(counts)), counts)


def generate(scale, seed):
    """-> (nodes, edges, params): dicts of name -> {column: array}."""
    r = Rand(seed)
    P = 1000 * scale
    D, R, K, A, C = 20 + scale, P // 10, COMPETENCES, 10 * P, P
    teams = P // TEAM
    # People are laid out by "position" (team = position // TEAM); ids are a random
    # permutation of the positions, so that no id order helps anyone.
    pid = r.perm("person id", P)

    # ---- nodes -------------------------------------------------------------
    dept_of_team = np.minimum((r.unit("team dept", teams) ** 2 * D).astype(np.int64), D - 1)
    pos_dept = dept_of_team[np.arange(P) // TEAM]
    stray = r.unit("stray", P) < 0.2
    pos_dept = np.where(stray, r.below("stray dept", P, D), pos_dept)
    dept = np.empty(P, np.int64)
    dept[pid] = pos_dept
    active = r.unit("active", P) < 0.92
    first, last = r.below("first", P, len(FIRST)), r.below("last", P, len(LAST))
    cls = r.choice("class", A, [30, 40, 20, 10])
    crit = 1 + r.choice("crit", A, [20, 30, 30, 15, 5])
    kind = r.below("kind", A, len(KIND))
    status = r.choice("status", C, [15, 75, 10])
    title = r.below("title", C, len(TITLE))
    CLS = ("public", "internal", "confidential", "secret")
    STATUS = ("planned", "implemented", "retired")
    names = [f"{FIRST[a]} {LAST[b]} {i:06d}" for i, (a, b) in enumerate(zip(first.tolist(), last.tolist()))]
    nodes = {
        "person": {
            "id": np.arange(P),
            "name": names,
            "department": [f"dept-{d:03d}" for d in dept.tolist()],
            "active": ["true" if a else "false" for a in active.tolist()],
        },
        "role": {"id": np.arange(R), "name": [f"role {i}" for i in range(R)]},
        "competence": {"id": np.arange(K), "name": [f"competence {i}" for i in range(K)]},
        "asset": {
            "id": np.arange(A),
            "name": [f"{KIND[k]}-{i}" for i, k in enumerate(kind.tolist())],
            "classification": [CLS[c] for c in cls.tolist()],
            "criticality": crit,
        },
        "control": {
            "id": np.arange(C),
            "ref": [f"CTL-{i:06d}" for i in range(C)],
            "title": [f"{TITLE[t]} {i}" for i, t in enumerate(title.tolist())],
            "status": [STATUS[s] for s in status.tolist()],
        },
    }

    def team_member(name, team, n, shift=3):
        """A position in the given teams, skewed to the team's first members."""
        return team * TEAM + r.zipf(name, n, TEAM, shift)

    def mostly_local(name, team, n, local):
        here = r.unit(name + " local", n) < local
        return np.where(here, team_member(name + " in", team, n), r.below(name + " out", n, P))

    # ---- reporting tree ----------------------------------------------------
    pos = np.arange(P)
    top = np.maximum(pos - 1, 0) // 8
    parent = top - (r.unit("parent", P) * 0.3 * top).astype(np.int64)
    parent[0] = -1
    loose = (r.unit("loose", P) < 0.005) & (pos >= P // 20)
    parent[loose] = -1  # heads of small detached trees
    n_cycles = max(1, P // 2000)  # pairs that report to each other
    pairs = P // 2 + r.perm("cycle", P // 2)[: 2 * n_cycles]
    parent[pairs[0::2]], parent[pairs[1::2]] = pairs[1::2], pairs[0::2]
    has_parent = parent >= 0
    edges = {}
    edges["reports_to"] = unique_pairs(pid[pos[has_parent]], pid[parent[has_parent]])

    # ---- roles and competences --------------------------------------------
    role_id = r.perm("role id", R)  # popularity rank -> id
    staffed = R - R // 30  # the others have no holder
    n_roles = r.choice("n roles", P, [5, 50, 35, 10])
    src = repeat_index(n_roles)
    edges["holds"] = unique_pairs(src, role_id[r.zipf("holds", len(src), staffed, 10)])

    comp_id = r.perm("competence id", K)
    n = r.choice("n role requires", R, [5, 15, 20, 20, 20, 20])
    src = repeat_index(n)
    edges["role_requires"] = unique_pairs(src, comp_id[r.zipf("role requires", len(src), K, 5)])
    n = r.choice("n control requires", C, [10, 25, 33, 22, 10])
    src = repeat_index(n)
    edges["control_requires"] = unique_pairs(src, comp_id[r.zipf("control requires", len(src), K, 5)])

    # ---- owners of controls ------------------------------------------------
    c_all = np.arange(C)
    c_team = c_all // TEAM
    owned = r.unit("owned", C) < 0.85
    own1 = pid[mostly_local("own1", c_team, C, 0.75)]
    own2 = pid[mostly_local("own2", c_team, C, 0.5)]
    two = owned & (r.unit("two", C) < 0.15)
    edges["owns_control"] = unique_pairs(np.r_[own1[owned], own2[two]], np.r_[c_all[owned], c_all[two]])

    # ---- who has which competence, until when ------------------------------
    n = 1 + r.choice("n has", P, [1, 1, 1, 1, 1, 1, 1])
    src = repeat_index(n)
    dst = comp_id[r.zipf("has", len(src), K, 5)]
    m = len(src)
    old = r.unit("has old", m) < 0.22
    day = np.where(old, r.below("has day old", m, DAYS_EXPIRED), DAYS_EXPIRED + r.below("has day", m, DAYS_VALID))
    src, dst, day = [src], [dst], [day]

    def qualify(name, who, what, requires, nearly=False):
        """Give who[i] every competence that what[i] requires, some just valid (expiring today);
        nearly: the first of them has expired, half of the time only yesterday."""
        rs, rd = requires
        lo, hi = np.searchsorted(rs, what), np.searchsorted(rs, what, side="right")
        cnt = hi - lo
        n, start = int(cnt.sum()), np.cumsum(cnt) - cnt
        idx = np.repeat(lo - start, cnt) + np.arange(n)
        until = DAYS_EXPIRED + r.below(name, n, DAYS_VALID)
        until = np.where(r.unit(name + " today", n) < 0.1, DAYS_EXPIRED, until)
        if nearly:
            gone = start[cnt > 0]
            until[gone] = np.where(
                r.unit(name + " which", len(gone)) < 0.5,
                DAYS_EXPIRED - 1,
                r.below(name + " gone", len(gone), DAYS_EXPIRED),
            )
        src.append(np.repeat(who, cnt))
        dst.append(rd[idx])
        day.append(until)

    q = r.unit("qualified", C)
    some = owned & (q < 0.35)
    qualify("qualify control", own1[some], c_all[some], edges["control_requires"])
    some = owned & (q >= 0.35) & (q < 0.5)
    qualify("nearly qualify control", own1[some], c_all[some], edges["control_requires"], nearly=True)
    hs, hd = edges["holds"]
    q, rate = r.unit("qualified role", len(hs)), R / len(hs)
    qualify("qualify role", hs[q < 0.6 * rate], hd[q < 0.6 * rate], edges["role_requires"])
    some = (q >= 0.6 * rate) & (q < 0.9 * rate)
    qualify("nearly qualify role", hs[some], hd[some], edges["role_requires"], nearly=True)
    edges["has"] = unique_pairs(np.concatenate(src), np.concatenate(dst), np.concatenate(day))

    # ---- assets ------------------------------------------------------------
    a_all = np.arange(A)
    a_team = a_all * teams // A
    own = pid[mostly_local("own asset", a_team, A, 0.8)]
    q = r.unit("owned asset", A) < 0.9
    edges["owns_asset"] = unique_pairs(own[q], a_all[q])

    infra = max(BLOCK, int(A * INFRA))
    n = r.choice("n depends", A, [20, 10, 22, 22, 16, 10])
    src = repeat_index(n)
    m = len(src)
    start = src // BLOCK * BLOCK
    near = src - 1 - r.choice("near", m, [8, 7, 6, 5, 4, 4, 3, 3, 2, 2, 2, 2])  # in the same system
    dst = np.maximum(near, start)
    far = r.unit("far", m) < 0.04  # shared infrastructure
    dst = np.where(far, r.zipf("infra", m, infra, 20), dst)
    cyc = r.unit("cyc", m) < 0.004  # a few upward edges
    dst = np.where(cyc, np.minimum(src + 1 + r.below("up", m, 5), np.minimum(start + BLOCK, A) - 1), dst)
    ok = src != dst
    edges["depends_on"] = unique_pairs(src[ok], dst[ok])

    n = 1 + r.choice("n protects", C, [1, 1, 1, 1, 1, 1, 1])
    src = repeat_index(n)
    m = len(src)
    home = np.minimum((src // TEAM) * (A // teams) + r.below("home", C, 5)[src] * BLOCK, A - BLOCK)
    dst = home + r.below("protects home", m, BLOCK)
    where = r.unit("protects where", m)
    dst = np.where(where < 0.15, r.zipf("protects infra", m, infra, 20), dst)
    dst = np.where(where > 0.85, r.below("protects any", m, A), dst)
    edges["protects"] = unique_pairs(src, dst)

    # ---- people and controls, other edges ----------------------------------
    q = r.unit("delegates", P) < 0.2
    to = (pos // TEAM) * TEAM + r.below("delegate", P, TEAM)
    q &= to != pos
    edges["delegates"] = unique_pairs(pid[pos[q]], pid[to[q]])

    n = r.choice("n implements", C, [25, 50, 25])
    src = repeat_index(n)
    edges["implements"] = unique_pairs(pid[mostly_local("implements", src // TEAM, len(src), 0.7)], src)
    n = r.choice("n audits", C, [50, 50])
    src = repeat_index(n)
    who = pid[mostly_local("audits", src // TEAM, len(src), 0.4)]
    ip, ic = edges["implements"]
    q = r.unit("overlap", len(ip)) < 0.007  # an implementer audits the same control
    edges["audits"] = unique_pairs(np.r_[who, ip[q]], np.r_[src, ic[q]])

    params = {"scale": scale, "seed": seed, "today": TODAY, "root": int(pid[0])}
    params["dept"] = pick_department(edges, dept, active, cls)
    params["asset"], params["tried"] = pick_asset(r, edges["depends_on"], infra, A)
    params["manager"] = pick_manager(edges, params["root"], P)
    look = r.perm("look-up", A)[:1000]
    params["lookups"] = look.tolist()
    days = (DAY0 + np.arange(DAYS_EXPIRED + DAYS_VALID)).astype(str)
    columns = {e: {"src": v[0], "dst": v[1]} for e, v in edges.items()}
    columns["has"]["expires"] = days[edges["has"][2]]
    return nodes, columns, params


# ---- the constants of the queries -------------------------------------------


def csr(keys, values, n):
    o = np.argsort(keys, kind="stable")
    return np.searchsorted(keys[o], np.arange(n + 1)), values[o]


def reach(ptr, adj, start):
    """Ids reachable from start by at least one edge (start itself only if on a cycle)."""
    seen = np.zeros(len(ptr) - 1, bool)
    front = np.array([start])
    while len(front):
        nxt = np.unique(np.concatenate([adj[ptr[v] : ptr[v + 1]] for v in front.tolist()]))
        front = nxt[~seen[nxt]]
        seen[front] = True
    return seen


def pick_asset(r, depends_on, infra, A):
    """Of ten infrastructure assets, the one most assets depend on (transitively)."""
    src, dst = depends_on
    ptr, adj = csr(dst, src, A)
    sizes = {int(k): int(reach(ptr, adj, int(k)).sum()) for k in r.perm("tried", min(infra, 100))[:10]}
    return max(sizes, key=lambda k: (sizes[k], -k)), sizes


def pick_manager(edges, root, P):
    """The child of the root with the most people below it."""
    src, dst = edges["reports_to"]
    ptr, adj = csr(dst, src, P)
    kids = adj[ptr[root] : ptr[root + 1]].tolist()
    return max(kids, key=lambda k: (reach(ptr, adj, k).sum(), -k))


def pick_department(edges, dept, active, cls):
    """The department with the most active people owning at least 3 secret assets."""
    p, a = edges["owns_asset"]
    n = np.bincount(p[cls[a] == 3], minlength=len(dept))
    hits = np.bincount(dept[(n >= 3) & active], minlength=dept.max() + 1)
    return f"dept-{int(hits.argmax()):03d}"


def write_csv(path, columns):
    cols = [c.tolist() if isinstance(c, np.ndarray) else c for c in columns.values()]
    head = ",".join(columns) + "\n"
    fmt = ",".join(["%s"] * len(cols))
    data = (head + "\n".join([fmt % t for t in zip(*cols)]) + "\n").encode()
    with open(path, "wb") as f:
        f.write(data)
    return hashlib.sha256(data).hexdigest()


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("--scale", type=int, required=True)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--out", required=True)
    a = ap.parse_args()
    os.makedirs(a.out, exist_ok=True)
    nodes, edges, params = generate(a.scale, a.seed)
    params["rows"], digest = {}, hashlib.sha256()
    for name, cols in list(nodes.items()) + list(edges.items()):
        digest.update(write_csv(os.path.join(a.out, name + ".csv"), cols).encode())
        params["rows"][name] = len(next(iter(cols.values())))
    params["digest"] = digest.hexdigest()[:16]
    with open(os.path.join(a.out, "params.json"), "w") as f:
        json.dump(params, f)
    print(json.dumps({k: v for k, v in params.items() if k != "lookups"}, indent=1))


if __name__ == "__main__":
    main()
