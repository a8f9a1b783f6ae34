"""Modules are searched for examples only where what they import is installed, which `make bench` does."""

from importlib.util import find_spec

NEEDED = {
    "peers.py": "datasette",
    "wire.py": "datasette",
    "search.py": "tantivy",
    "tantivy_peer.py": "tantivy",
}
collect_ignore = [name for name, package in NEEDED.items() if find_spec(package) is None]
