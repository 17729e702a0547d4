"""Oxigraph's in-memory store, SPARQL.

An edge attribute needs a node in RDF: `has` becomes person :cert h, h :competence k,
h :expires date.  Path lengths are not available: Q11b counts distinct ancestors instead.
"""

import io
from itertools import islice

import pyoxigraph as ox

from .base import EDGES, NODES, Peer, params, read_csv

PREFIX = "PREFIX : <urn:x:> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPED = {"active": "boolean", "criticality": "integer"}

# The person ?p lacks nothing the thing ?c requires, today.  The two inner EXISTS keep
# Oxigraph on index look-ups from ?p; as one joined pattern it is 60 to 500 times slower.
COMPETENT = """FILTER NOT EXISTS {{ ?c :%s ?k FILTER NOT EXISTS {{ ?p :cert ?h
  FILTER EXISTS {{ ?h :competence ?k }} FILTER EXISTS {{ ?h :expires ?e FILTER (?e >= "{today}"^^xsd:date) }} }} }}"""
CONTROL = COMPETENT % "control_requires"
ROLE = COMPETENT % "role_requires"
UNCOVERED = f"FILTER NOT EXISTS {{{{ ?p :owns_control ?c {CONTROL} }}}}"

SPARQL = {
    "Q1": "SELECT ?c {{ ?c a :control FILTER NOT EXISTS {{ ?p :owns_control ?c }} }}",
    "Q2": f"SELECT ?c {{{{ ?c a :control {UNCOVERED} }}}}",
    "Q3": """SELECT ?p {{ ?p :department "{dept}" ; :active true ; :owns_asset ?a . ?a :classification "secret" }}
             GROUP BY ?p HAVING (COUNT(*) >= 3)""",
    "Q4": "SELECT ?a {{ ?a :depends_on+ <urn:asset:{asset}> FILTER (?a != <urn:asset:{asset}>) }}",
    "Q5": """SELECT DISTINCT ?c {{ ?p :reports_to+ <urn:person:{manager}> FILTER (?p != <urn:person:{manager}>)
             ?p :owns_control ?c }}""",
    "Q6": "SELECT ?p ?c {{ ?p :audits ?c ; :implements ?c }}",
    "Q6b": """SELECT DISTINCT ?p {{ ?p :audits ?u ; :implements ?i FILTER (?u != ?i)
              ?u :protects ?a . ?i :protects ?a }}""",
    "Q7": """SELECT ?d (COUNT(DISTINCT ?c) AS ?n) {{ ?p :owns_control ?c ; :department ?d }}
             GROUP BY ?d ORDER BY DESC(?n) ?d LIMIT 10""",
    "Q8": f"""SELECT ?sole (COUNT(*) AS ?m) {{{{
                SELECT (SAMPLE(?p) AS ?sole) {{{{ ?p :owns_control ?c {CONTROL} }}}}
                GROUP BY ?c HAVING (COUNT(*) = 1) }}}}
              GROUP BY ?sole ORDER BY DESC(?m) xsd:integer(STRAFTER(STR(?sole), "urn:person:")) LIMIT 20""",
    # The exposed assets first, as a distinct set that the path is joined to.
    "Q9": f"""SELECT (COUNT(DISTINCT ?a) AS ?n) {{{{ {{{{ SELECT DISTINCT ?x {{{{ ?c :protects ?x {UNCOVERED} }}}} }}}}
              ?a :depends_on* ?x . ?a :classification "secret" }}}}""",
    "Q10": "SELECT ?a ?name {{ VALUES ?a {{ <urn:asset:%d> }} ?p :owns_asset ?a ; :name ?name }}",
    "Q11": "SELECT ?p {{ ?p a :person MINUS {{ ?p :reports_to* <urn:person:{root}> }} }}",
    "Q11b": """SELECT (MAX(?d) AS ?m) {{ SELECT ?p (COUNT(DISTINCT ?x) AS ?d) {{
               ?p :reports_to+ <urn:person:{root}> . ?p :reports_to+ ?x }} GROUP BY ?p }}""",
    "Q12": f"SELECT ?c {{{{ ?c a :role FILTER NOT EXISTS {{{{ ?p :holds ?c {ROLE} }}}} }}}}",
}


def triples(d):
    """N-Triples lines of the whole graph."""
    for name, cols in NODES.items():
        for row in read_csv(d, name):
            s = f"<urn:{name}:{row[0]}>"
            yield f"{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:x:{name}> ."
            for col, v in zip(cols[1:], row[1:]):
                kind = f"^^<{XSD}{TYPED[col]}>" if col in TYPED else ""
                yield f'{s} <urn:x:{col}> "{v}"{kind} .'
    for name, (a, b) in EDGES.items():
        if name == "has":
            for i, (s, t, day) in enumerate(read_csv(d, name)):
                yield (
                    f"<urn:person:{s}> <urn:x:cert> <urn:cert:{i}> .\n"
                    f"<urn:cert:{i}> <urn:x:competence> <urn:competence:{t}> .\n"
                    f'<urn:cert:{i}> <urn:x:expires> "{day}"^^<{XSD}date> .'
                )
        else:
            for s, t in read_csv(d, name):
                yield f"<urn:{a}:{s}> <urn:x:{name}> <urn:{b}:{t}> ."


class Lines(io.RawIOBase):
    """A binary file over an iterator of lines, so that the text is never all in memory."""

    def __init__(self, lines):
        self.lines, self.rest = lines, b""

    def readable(self):
        return True

    def readinto(self, b):
        if not self.rest:
            self.rest = "".join(line + "\n" for line in islice(self.lines, 5000)).encode()
        n = min(len(b), len(self.rest))
        b[:n], self.rest = self.rest[:n], self.rest[n:]
        return n


class Oxigraph(Peer):
    label = "Oxigraph"

    def version(self):
        return ox.__version__

    def load(self, d):
        p = params(d)
        self.lookups = p["lookups"]
        self.store = ox.Store()
        self.store.bulk_load(io.BufferedReader(Lines(triples(d)), 1 << 20), format=ox.RdfFormat.N_TRIPLES)
        self.sparql = {q: PREFIX + s.format(**p) for q, s in SPARQL.items()}

    def fetch(self, text):
        return self.store.query(text).serialize(format=ox.QueryResultsFormat.TSV)

    def run(self, q):
        text = self.sparql[q]
        if q == "Q10":
            return [self.fetch(text % a) for a in self.lookups]
        return [self.fetch(text)]

    def rows(self, q, raw):
        out = []
        for chunk in raw:
            for line in io.StringIO(chunk.decode()).readlines()[1:]:
                out.append(tuple(value(v) for v in line.rstrip("\n").split("\t")))
        return out


def value(term):
    """<urn:kind:12> -> 12, "text" -> text, 12 -> 12."""
    if term.startswith("<"):
        return int(term[1:-1].rsplit(":", 1)[1])
    return term.strip('"') if term.startswith('"') else int(term)
