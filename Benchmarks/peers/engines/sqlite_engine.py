"""SQLite, in memory, through Python's sqlite3: clustered edge tables plus a reverse index each."""

import sqlite3

from .base import EDGES, NODES, Peer, params, read_csv

TYPES = {"id": "INTEGER PRIMARY KEY", "active": "INTEGER", "criticality": "INTEGER"}

# o is an ownership (o.src, o.dst): its person lacks nothing the thing requires, today.
COMPETENT = """NOT EXISTS (SELECT 1 FROM {requires} r WHERE r.src = o.dst AND NOT EXISTS (
  SELECT 1 FROM has h WHERE h.src = o.src AND h.dst = r.dst AND h.expires >= '{today}'))"""
CONTROL = COMPETENT.replace("{requires}", "control_requires")
ROLE = COMPETENT.replace("{requires}", "role_requires")

SQL = {
    "Q1": "SELECT id FROM control c WHERE NOT EXISTS (SELECT 1 FROM owns_control o WHERE o.dst = c.id)",
    "Q2": f"""SELECT id FROM control c
              WHERE NOT EXISTS (SELECT 1 FROM owns_control o WHERE o.dst = c.id AND {CONTROL})""",
    "Q3": """SELECT p.id FROM person p JOIN owns_asset o ON o.src = p.id JOIN asset a ON a.id = o.dst
             WHERE p.active AND p.department = '{dept}' AND a.classification = 'secret'
             GROUP BY p.id HAVING count(*) >= 3""",
    "Q4": """WITH RECURSIVE r(id) AS (SELECT {asset} UNION
             SELECT d.src FROM r JOIN depends_on d ON d.dst = r.id) SELECT id FROM r WHERE id <> {asset}""",
    "Q5": """WITH RECURSIVE r(id) AS (SELECT src FROM reports_to WHERE dst = {manager} UNION
             SELECT t.src FROM r JOIN reports_to t ON t.dst = r.id)
             SELECT DISTINCT o.dst FROM r JOIN owns_control o ON o.src = r.id WHERE r.id <> {manager}""",
    "Q6": "SELECT i.src, i.dst FROM audits a JOIN implements i ON a.src = i.src AND a.dst = i.dst",
    "Q6b": """SELECT DISTINCT i.src FROM audits u CROSS JOIN implements i ON i.src = u.src AND i.dst <> u.dst
              WHERE EXISTS (SELECT 1 FROM protects x JOIN protects y ON y.dst = x.dst
                            WHERE x.src = i.dst AND y.src = u.dst)""",
    "Q7": """SELECT p.department, count(DISTINCT o.dst) n FROM owns_control o JOIN person p ON p.id = o.src
             GROUP BY 1 ORDER BY n DESC, 1 LIMIT 10""",
    "Q8": f"""WITH sole AS (SELECT min(o.src) p FROM owns_control o WHERE {CONTROL}
                            GROUP BY o.dst HAVING count(*) = 1)
              SELECT p, count(*) n FROM sole GROUP BY p ORDER BY n DESC, p LIMIT 20""",
    "Q9": f"""WITH RECURSIVE hit(id) AS (
                SELECT x.dst FROM protects x
                WHERE NOT EXISTS (SELECT 1 FROM owns_control o WHERE o.dst = x.src AND {CONTROL}) UNION
                SELECT d.src FROM hit JOIN depends_on d ON d.dst = hit.id)
              SELECT count(*) FROM hit CROSS JOIN asset a ON a.id = hit.id WHERE a.classification = 'secret'""",
    "Q10": "SELECT o.dst, p.name FROM owns_asset o JOIN person p ON p.id = o.src WHERE o.dst = ?",
    "Q11": """WITH RECURSIVE r(id) AS (SELECT {root} UNION
              SELECT t.src FROM r JOIN reports_to t ON t.dst = r.id)
              SELECT id FROM person WHERE id NOT IN (SELECT id FROM r)""",
    "Q11b": """WITH RECURSIVE r(id, depth) AS (SELECT {root}, 0 UNION ALL
               SELECT t.src, r.depth + 1 FROM r JOIN reports_to t ON t.dst = r.id) SELECT max(depth) FROM r""",
    "Q12": f"SELECT id FROM role c WHERE NOT EXISTS (SELECT 1 FROM holds o WHERE o.dst = c.id AND {ROLE})",
}


class SQLite(Peer):
    label = "SQLite"

    def version(self):
        return sqlite3.sqlite_version

    def load(self, d):
        self.db = db = sqlite3.connect(":memory:", isolation_level=None)
        p = params(d)
        self.lookups = p["lookups"]
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("BEGIN")
        for name, cols in NODES.items():
            db.execute(f"CREATE TABLE {name} ({', '.join(c + ' ' + TYPES.get(c, 'TEXT') for c in cols)})")
            rows = read_csv(d, name)
            if name == "person":
                rows = ((i, n, dept, a == "true") for i, n, dept, a in rows)
            db.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(cols))})", rows)
        for name in EDGES:
            extra = ", expires TEXT" if name == "has" else ""
            db.execute(f"CREATE TABLE {name} (src INTEGER, dst INTEGER{extra}, PRIMARY KEY (src, dst)) WITHOUT ROWID")
            db.executemany(f"INSERT INTO {name} VALUES (?, ?{', ?' if extra else ''})", read_csv(d, name))
            db.execute(f"CREATE INDEX {name}_dst ON {name} (dst, src)")
        db.execute("CREATE INDEX person_department ON person (department, active)")
        db.execute("CREATE INDEX asset_class ON asset (classification)")
        db.execute("COMMIT")
        db.execute("ANALYZE")
        self.sql = {q: s.format(**p) for q, s in SQL.items()}

    def run(self, q):
        sql, ex = self.sql[q], self.db.execute
        if q == "Q10":
            return [row for a in self.lookups for row in ex(sql, (a,))]
        return ex(sql).fetchall()
