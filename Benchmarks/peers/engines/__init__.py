"""One module per peer; base.py has what they share and the queries' exact meaning."""

import importlib

# name -> (module, class, options)
PEERS = {
    "duckdb": ("duckdb_engine", "DuckDB", {}),
    "duckdb-1t": ("duckdb_engine", "DuckDB", {"threads": 1}),
    "sqlite": ("sqlite_engine", "SQLite", {}),
    "kuzu": ("kuzu_engine", "Kuzu", {}),
    "kuzu-1t": ("kuzu_engine", "Kuzu", {"threads": 1}),
    "ladybug": ("kuzu_engine", "Ladybug", {}),
    "ladybug-1t": ("kuzu_engine", "Ladybug", {"threads": 1}),
    "oxigraph": ("oxigraph_engine", "Oxigraph", {}),
    "cozo": ("cozo_engine", "Cozo", {}),
    "clingo": ("clingo_engine", "Clingo", {}),
    "networkx": ("networkx_engine", "NetworkX", {}),
    "numpy": ("numpy_engine", "Numpy", {}),
    "c": ("c_engine", "C", {}),
}

# Written by hand for these queries, with no query language: not what Remit competes with, but how far it could go.
HAND_WRITTEN = {"networkx", "numpy", "c"}


def make(name):
    """Makes a peer; ImportError when its package is not installed."""
    module, cls, options = PEERS[name]
    return getattr(importlib.import_module(f"{__name__}.{module}"), cls)(**options)
