"""networkx: what a scripter writes.  One DiGraph per relation, node attributes in dicts.

Ids are numbered per kind, so where a relation's ends differ in kind its destination d is
stored as ~d (negative), to keep the two apart within the one graph.
"""

from collections import Counter

import networkx as nx

from .base import EDGES, NODES, Peer, params, read_csv


class NetworkX(Peer):
    label = "networkx"

    def version(self):
        return nx.__version__

    def load(self, d):
        self.p = params(d)
        self.node, self.g = {}, {}
        for name, cols in NODES.items():
            self.node[name] = {int(r[0]): dict(zip(cols[1:], r[1:])) for r in read_csv(d, name)}
        for r in self.node["person"].values():
            r["active"] = r["active"] == "true"
        for name, (a, b) in EDGES.items():
            g = self.g[name] = nx.DiGraph()
            rows = read_csv(d, name)
            if name == "has":
                g.add_edges_from((int(s), ~int(t), {"expires": e}) for s, t, e in rows)
            elif a == b:
                g.add_edges_from((int(s), int(t)) for s, t in rows)
            else:
                g.add_edges_from((int(s), ~int(t)) for s, t in rows)

    def run(self, q):
        return getattr(self, q.lower())()

    # ---- neighbours (a missing node has none) ----
    def to(self, relation, s):
        """Destinations of s, for a relation between different kinds."""
        g = self.g[relation]
        return [~t for t in g.succ[s]] if s in g else []

    def who(self, relation, t):
        """Sources of t, for a relation between different kinds."""
        g = self.g[relation]
        return list(g.pred[~t]) if ~t in g else []

    def lacks_nothing(self, p, needs, c):
        has, today = self.g["has"].succ, self.p["today"]
        mine = has[p] if p in has else {}
        for k in self.to(needs, c):
            cert = mine.get(~k)
            if cert is None or cert["expires"] < today:
                return False
        return True

    def competent(self, edge, needs, c):
        return [p for p in self.who(edge, c) if self.lacks_nothing(p, needs, c)]

    def uncovered(self):
        return [c for c in self.node["control"] if not self.competent("owns_control", "control_requires", c)]

    # ---- queries ----
    def q1(self):
        return [c for c in self.node["control"] if not self.who("owns_control", c)]

    def q2(self):
        return self.uncovered()

    def q3(self):
        asset, dept = self.node["asset"], self.p["dept"]
        return [
            p
            for p, r in self.node["person"].items()
            if r["active"]
            and r["department"] == dept
            and sum(asset[a]["classification"] == "secret" for a in self.to("owns_asset", p)) >= 3
        ]

    def q4(self):
        return list(nx.ancestors(self.g["depends_on"], self.p["asset"]) - {self.p["asset"]})

    def q5(self):
        m = self.p["manager"]
        return list({c for p in nx.ancestors(self.g["reports_to"], m) - {m} for c in self.to("owns_control", p)})

    def q6(self):
        audits = self.g["audits"]
        return [(p, ~c) for p, c in self.g["implements"].edges if audits.has_edge(p, c)]

    def q6b(self):
        hit = []
        implements = self.g["implements"]
        for p in {p for p, _ in self.g["audits"].edges}:
            if p not in implements:
                continue
            for u in self.to("audits", p):
                mine = set(self.to("protects", u))
                if any(u != i and not mine.isdisjoint(self.to("protects", i)) for i in self.to("implements", p)):
                    hit.append(p)
                    break
        return hit

    def q7(self):
        person = self.node["person"]
        pairs = {(person[p]["department"], c) for p, c in self.g["owns_control"].edges}
        n = Counter(d for d, _ in pairs)
        return sorted(n.items(), key=lambda r: (-r[1], r[0]))[:10]

    def q8(self):
        n = Counter()
        for c in self.node["control"]:
            able = self.competent("owns_control", "control_requires", c)
            if len(able) == 1:
                n[able[0]] += 1
        return sorted(n.items(), key=lambda r: (-r[1], r[0]))[:20]

    def q9(self):
        asset, pred = self.node["asset"], self.g["depends_on"].pred
        seen = {a for c in self.uncovered() for a in self.to("protects", c)}
        front = list(seen)
        while front:
            b = front.pop()
            for a in pred[b] if b in pred else ():
                if a not in seen:
                    seen.add(a)
                    front.append(a)
        return [(sum(asset[a]["classification"] == "secret" for a in seen),)]

    def q10(self):
        person = self.node["person"]
        return [(a, person[p]["name"]) for a in self.p["lookups"] for p in self.who("owns_asset", a)]

    def q11(self):
        root = self.p["root"]
        up = nx.ancestors(self.g["reports_to"], root)
        return [p for p in self.node["person"] if p != root and p not in up]

    def q11b(self):
        steps = nx.single_target_shortest_path_length(self.g["reports_to"], self.p["root"])
        return [(max(dict(steps).values()),)]

    def q12(self):
        return [r for r in self.node["role"] if not self.competent("holds", "role_requires", r)]
