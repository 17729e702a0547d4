"""DuckDB, in memory, through its Python package."""

import os

import duckdb

from .base import EDGES, NODES, Peer, params

TYPES = {
    "active": "BOOLEAN",
    "criticality": "TINYINT",
    "id": "INTEGER",
    "classification": "ENUM ('public','internal','confidential','secret')",
    "status": "ENUM ('planned','implemented','retired')",
}

# (person, thing) pairs whose person lacks nothing today, as a CTE.  DuckDB decorrelates
# the nested NOT EXISTS into anti-joins; counting or EXCEPT forms were slower at scale 100.
COMPETENT = """competent AS (
  SELECT o.src, o.dst FROM {edges} o WHERE NOT EXISTS (
    SELECT 1 FROM {requires} r WHERE r.src = o.dst AND NOT EXISTS (
      SELECT 1 FROM has h WHERE h.src = o.src AND h.dst = r.dst AND h.expires >= DATE '{today}')))"""
CONTROL = COMPETENT.replace("{edges}", "owns_control").replace("{requires}", "control_requires")
ROLE = COMPETENT.replace("{edges}", "holds").replace("{requires}", "role_requires")

SQL = {
    "Q1": "SELECT id FROM control c ANTI JOIN owns_control o ON o.dst = c.id",
    "Q2": f"WITH {CONTROL} SELECT id FROM control c ANTI JOIN competent o ON o.dst = c.id",
    "Q3": """SELECT p.id FROM person p JOIN owns_asset o ON o.src = p.id JOIN asset a ON a.id = o.dst
             WHERE p.active AND p.department = '{dept}' AND a.classification = 'secret'
             GROUP BY p.id HAVING count(*) >= 3""",
    "Q4": """WITH RECURSIVE r(id) AS (SELECT {asset}::INTEGER UNION
             SELECT d.src FROM r JOIN depends_on d ON d.dst = r.id) SELECT id FROM r WHERE id <> {asset}""",
    "Q5": """WITH RECURSIVE r(id) AS (SELECT src FROM reports_to WHERE dst = {manager} UNION
             SELECT t.src FROM r JOIN reports_to t ON t.dst = r.id)
             SELECT DISTINCT o.dst FROM r JOIN owns_control o ON o.src = r.id WHERE r.id <> {manager}""",
    "Q6": "SELECT i.src, i.dst FROM implements i SEMI JOIN audits a ON a.src = i.src AND a.dst = i.dst",
    "Q6b": """SELECT DISTINCT i.src FROM implements i JOIN audits u ON u.src = i.src AND u.dst <> i.dst
              JOIN protects x ON x.src = i.dst JOIN protects y ON y.src = u.dst AND y.dst = x.dst""",
    "Q7": """SELECT p.department, count(DISTINCT o.dst) n FROM owns_control o JOIN person p ON p.id = o.src
             GROUP BY 1 ORDER BY n DESC, 1 LIMIT 10""",
    "Q8": f"""WITH {CONTROL}, sole AS (SELECT min(src) p FROM competent GROUP BY dst HAVING count(*) = 1)
              SELECT p, count(*) n FROM sole GROUP BY p ORDER BY n DESC, p LIMIT 20""",
    "Q9": f"""WITH RECURSIVE {CONTROL},
              hit(id) AS (SELECT x.dst FROM protects x ANTI JOIN competent o ON o.dst = x.src UNION
              SELECT d.src FROM hit JOIN depends_on d ON d.dst = hit.id)
              SELECT count(*) FROM hit JOIN asset a ON a.id = hit.id WHERE a.classification = 'secret'""",
    "Q10": "SELECT o.dst, p.name FROM owns_asset o JOIN person p ON p.id = o.src WHERE o.dst = $1",
    "Q11": """WITH RECURSIVE r(id) AS (SELECT {root}::INTEGER UNION
              SELECT t.src FROM r JOIN reports_to t ON t.dst = r.id) SELECT id FROM person ANTI JOIN r USING (id)""",
    "Q11b": """WITH RECURSIVE r(id, depth) AS (SELECT {root}::INTEGER, 0 UNION ALL
               SELECT t.src, r.depth + 1 FROM r JOIN reports_to t ON t.dst = r.id) SELECT max(depth) FROM r""",
    "Q12": f"WITH {ROLE} SELECT id FROM role c ANTI JOIN competent o ON o.dst = c.id",
}


class DuckDB(Peer):
    label = "DuckDB"

    def version(self):
        return duckdb.__version__

    def load(self, d):
        config = {"threads": self.threads} if self.threads else {}
        self.db = duckdb.connect(":memory:", config=config)
        ex = self.db.execute
        p = params(d)
        self.lookups = p["lookups"]
        for name, cols in NODES.items():
            ex(f"CREATE TABLE {name} ({', '.join(c + ' ' + TYPES.get(c, 'VARCHAR') for c in cols)})")
            ex(f"COPY {name} FROM '{os.path.join(d, name)}.csv' (HEADER)")
        for name in EDGES:
            ex(f"CREATE TABLE {name} (src INTEGER, dst INTEGER{', expires DATE' if name == 'has' else ''})")
            ex(f"COPY {name} FROM '{os.path.join(d, name)}.csv' (HEADER)")
        # ART indexes only where a point look-up uses them: the scans are faster without.
        ex("CREATE INDEX owns_asset_dst ON owns_asset (dst)")
        ex("CREATE UNIQUE INDEX person_id ON person (id)")
        self.sql = {q: s.format(**p) for q, s in SQL.items()}
        ex(f"PREPARE look AS {self.sql['Q10']}")

    def run(self, q):
        if q == "Q10":
            out, ex = [], self.db.execute
            for a in self.lookups:
                out += ex(f"EXECUTE look({a})").fetchall()
            return out
        return self.db.execute(self.sql[q]).fetchnumpy()

    def rows(self, q, raw):
        return raw if q == "Q10" else list(zip(*[c.tolist() for c in raw.values()]))
