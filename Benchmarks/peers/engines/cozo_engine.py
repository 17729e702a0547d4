"""CozoDB (Datalog), mem engine.  Every edge relation is keyed (src, dst), with a (dst, src) index.

Rules are materialised bottom-up, and a negated rule is not narrowed by its caller.
"""

import os

from cozo_embedded import CozoDbPy

from .base import EDGES, NODES, Peer, params

TYPES = {"id": "Int", "criticality": "Int"}

# competent[p, c]: p is tied to c by the edge and lacks nothing c requires, today.
COMPETENT = """
valid[p, k] := *has{{src: p, dst: k, expires: e}}, e >= '{today}'
lack[p, c] := *%(edge)s{{src: p, dst: c}}, *%(needs)s{{src: c, dst: k}}, not valid[p, k]
competent[p, c] := *%(edge)s{{src: p, dst: c}}, not lack[p, c]
served[c] := competent[_, c]
"""
CONTROL = COMPETENT % {"edge": "owns_control", "needs": "control_requires"}
ROLE = COMPETENT % {"edge": "holds", "needs": "role_requires"}

COZO = {
    "Q1": "?[c] := *control{{id: c}}, not *owns_control:rev{{dst: c}}",
    "Q2": CONTROL + "?[c] := *control{{id: c}}, not served[c]",
    # The index is named: left to itself Cozo 0.7.6 picks it for *person{department: ..., active: ...}
    # and then silently returns no row.  Testing a bound column after the join (x == 'true')
    # is a look-up; giving it as a constant inside the atom is a four times slower materialised join.
    "Q3": """n[p, count(a)] := *person:dept{{department: '{dept}', id: p}}, *person{{id: p, active: x}}, x == 'true',
                               *owns_asset{{src: p, dst: a}}, *asset{{id: a, classification: y}}, y == 'secret'
             ?[p] := n[p, n], n >= 3""",
    "Q4": """r[a] := *depends_on:rev{{dst: {asset}, src: a}}
             r[a] := r[b], *depends_on:rev{{dst: b, src: a}}
             ?[a] := r[a], a != {asset}""",
    "Q5": """r[p] := *reports_to:rev{{dst: {manager}, src: p}}
             r[p] := r[q], *reports_to:rev{{dst: q, src: p}}
             ?[c] := r[p], p != {manager}, *owns_control{{src: p, dst: c}}""",
    "Q6": "?[p, c] := *audits{{src: p, dst: c}}, *implements{{src: p, dst: c}}",
    "Q6b": """?[p] := *audits{{src: p, dst: u}}, *implements{{src: p, dst: i}}, u != i,
                      *protects{{src: u, dst: a}}, *protects{{src: i, dst: a}}""",
    "Q7": """dc[d, c] := *owns_control{{src: p, dst: c}}, *person{{id: p, department: d}}
             ?[d, count(c)] := dc[d, c]
             :order -count(c), d
             :limit 10""",
    "Q8": CONTROL
    + """n[c, count(p), min(p)] := competent[p, c]
                       ?[p, count(c)] := n[c, 1, p]
                       :order -count(c), p
                       :limit 20""",
    "Q9": CONTROL
    + """hit[a] := *control{{id: c}}, not served[c], *protects{{src: c, dst: a}}
                       hit[a] := hit[b], *depends_on:rev{{dst: b, src: a}}
                       ?[count(a)] := hit[a], *asset{{id: a, classification: y}}, y == 'secret'""",
    "Q10": "?[a, name] := a = $a, *owns_asset:rev{{dst: a, src: p}}, *person{{id: p, name}}",
    "Q11": """r[p] := p = {root}
              r[p] := r[q], *reports_to:rev{{dst: q, src: p}}
              ?[p] := *person{{id: p}}, not r[p]""",
    "Q11b": """r[p, d] := p = {root}, d = 0
               r[p, d] := r[q, e], *reports_to:rev{{dst: q, src: p}}, d = e + 1
               ?[max(d)] := r[_, d]""",
    "Q12": ROLE + "?[c] := *role{{id: c}}, not served[c]",
}


class Cozo(Peer):
    label = "CozoDB"

    def version(self):
        from importlib.metadata import version

        return version("cozo-embedded")

    def ask(self, script, **values):
        return self.db.run_script(script, values, False)["rows"]

    def load(self, d):
        if self.threads:
            os.environ["RAYON_NUM_THREADS"] = str(self.threads)
        self.db = CozoDbPy("mem", "", "{}")
        p = params(d)
        self.lookups = p["lookups"]
        tables = {n: (c, [TYPES.get(x, "String") for x in c], 1) for n, c in NODES.items()}
        for e in EDGES:
            tables[e] = (("src", "dst"), ["Int", "Int"], 2)
        tables["has"] = (("src", "dst", "expires"), ["Int", "Int", "String"], 2)
        for name, (cols, types, keys) in tables.items():
            spec = [f"{c}: {t}" for c, t in zip(cols, types)]
            url = "file://" + os.path.join(os.path.abspath(d), name + ".csv")
            values = f" => {', '.join(spec[keys:])}" if spec[keys:] else ""
            self.ask(f"""?[{", ".join(cols)}] <~ CsvReader(types: {types}, url: '{url}', has_headers: true)
                         :create {name} {{{", ".join(spec[:keys])}{values}}}""")
            if name in EDGES:
                self.ask(f"::index create {name}:rev {{dst, src}}")
        self.ask("::index create person:dept {department}")
        self.script = {q: s.format(**p) for q, s in COZO.items()}

    def run(self, q):
        script = self.script[q]
        if q == "Q10":
            return [row for a in self.lookups for row in self.ask(script, a=a)]
        return self.ask(script)

    def rows(self, q, raw):
        return [tuple(r) for r in raw]
