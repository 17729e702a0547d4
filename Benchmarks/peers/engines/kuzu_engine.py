"""Kuzu and its fork Ladybug: Cypher, in memory.

Two traps: a recursive pattern is cut at 30 hops unless var_length_extend_max_depth is
raised, and only `* SHORTEST` visits each node once (plain `*` enumerates walks).
"""

import importlib
import os

from .base import EDGES, NODES, Peer, params

TYPES = {"id": "INT32 PRIMARY KEY", "active": "BOOL", "criticality": "INT8"}
DEEP = "SHORTEST 1..1000"

# The person p lacks nothing the thing c requires, today.
COMPETENT = """NOT EXISTS {{ MATCH (c)-[:%s]->(k:competence)
  WHERE NOT EXISTS {{ MATCH (p)-[h:has]->(k) WHERE h.expires >= date('{today}') }} }}"""
CONTROL = COMPETENT % "control_requires"
ROLE = COMPETENT % "role_requires"
UNCOVERED = f"NOT EXISTS {{{{ MATCH (p:person)-[:owns_control]->(c) WHERE {CONTROL} }}}}"

CYPHER = {
    "Q1": "MATCH (c:control) WHERE NOT EXISTS {{ MATCH (:person)-[:owns_control]->(c) }} RETURN c.id",
    "Q2": f"MATCH (c:control) WHERE {UNCOVERED} RETURN c.id",
    "Q3": """MATCH (p:person)-[:owns_asset]->(a:asset)
             WHERE p.active AND p.department = '{dept}' AND a.classification = 'secret'
             WITH p.id AS id, count(*) AS n WHERE n >= 3 RETURN id""",
    "Q4": f"MATCH (k:asset {{{{id: {{asset}}}}}})<-[:depends_on* {DEEP}]-(a:asset) WHERE a.id <> k.id RETURN a.id",
    "Q5": f"""MATCH (m:person {{{{id: {{manager}}}}}})<-[:reports_to* {DEEP}]-(p:person)-[:owns_control]->(c:control)
              WHERE p.id <> m.id RETURN DISTINCT c.id""",
    "Q6": "MATCH (p:person)-[:implements]->(c:control)<-[:audits]-(p) RETURN p.id, c.id",
    "Q6b": """MATCH (p:person)-[:implements]->(c1:control)-[:protects]->(a:asset)
              <-[:protects]-(c2:control)<-[:audits]-(p) WHERE c1.id <> c2.id RETURN DISTINCT p.id""",
    "Q7": """MATCH (p:person)-[:owns_control]->(c:control)
             RETURN p.department AS d, count(DISTINCT c.id) AS n ORDER BY n DESC, d LIMIT 10""",
    "Q8": f"""MATCH (p:person)-[:owns_control]->(c:control) WHERE {CONTROL}
              WITH c.id AS cid, count(*) AS n, min(p.id) AS sole WHERE n = 1
              RETURN sole, count(*) AS m ORDER BY m DESC, sole LIMIT 20""",
    # Recursion runs source by source, so it starts from the secret assets; the two
    # halves cannot be counted together in one statement: the client counts the rows.
    "Q9": f"""MATCH (c:control)-[:protects]->(x:asset) WHERE {UNCOVERED} WITH DISTINCT x.id AS xid
              MATCH (a:asset)-[:depends_on* {DEEP}]->(y:asset)
              WHERE a.classification = 'secret' AND y.id = xid RETURN DISTINCT a.id AS i
              UNION MATCH (c:control)-[:protects]->(a:asset) WHERE a.classification = 'secret' AND {UNCOVERED}
              RETURN DISTINCT a.id AS i""",
    "Q10": "MATCH (p:person)-[:owns_asset]->(a:asset {{id: $id}}) RETURN a.id, p.name",
    # The ends are tied by id, not by variable: Ladybug 0.22 otherwise recurses from every person.
    "Q11": f"""MATCH (p:person) WHERE p.id <> {{root}} AND NOT EXISTS {{{{
               MATCH (r:person)<-[:reports_to* {DEEP}]-(q:person) WHERE r.id = {{root}} AND q.id = p.id }}}}
               RETURN p.id""",
    "Q11b": f"MATCH (r:person {{{{id: {{root}}}}}})<-[e:reports_to* {DEEP}]-(p:person) RETURN max(length(e))",
    "Q12": f"""MATCH (c:role) WHERE NOT EXISTS {{{{ MATCH (p:person)-[:holds]->(c) WHERE {ROLE} }}}} RETURN c.id""",
}


class Kuzu(Peer):
    label, package = "Kuzu", "kuzu"

    def __init__(self, threads=None):
        super().__init__(threads)
        self.lib = importlib.import_module(self.package)

    def version(self):
        return self.lib.__version__

    def load(self, d):
        p = params(d)
        self.lookups = p["lookups"]
        self.db = self.lib.Database(":memory:")
        self.con = con = self.lib.Connection(self.db, num_threads=self.threads or 0)
        con.execute("CALL var_length_extend_max_depth = 1000")
        for name, cols in NODES.items():
            con.execute(f"CREATE NODE TABLE {name} ({', '.join(c + ' ' + TYPES.get(c, 'STRING') for c in cols)})")
            con.execute(f"COPY {name} FROM '{os.path.join(d, name)}.csv' (HEADER = true)")
        for name, (a, b) in EDGES.items():
            con.execute(f"CREATE REL TABLE {name} (FROM {a} TO {b}{', expires DATE' if name == 'has' else ''})")
            con.execute(f"COPY {name} FROM '{os.path.join(d, name)}.csv' (HEADER = true)")
        self.cypher = {q: s.format(**p) for q, s in CYPHER.items()}
        self.look = con.prepare(self.cypher["Q10"])

    def run(self, q):
        if q == "Q10":
            return [row for a in self.lookups for row in self.con.execute(self.look, {"id": a}).get_all()]
        return self.con.execute(self.cypher[q]).get_as_arrow()

    def rows(self, q, raw):
        if q == "Q10":
            return [tuple(r) for r in raw]
        rows = list(zip(*[c.to_pylist() for c in raw.columns]))
        return [(len(rows),)] if q == "Q9" else rows


class Ladybug(Kuzu):
    label, package = "Ladybug", "ladybug"
