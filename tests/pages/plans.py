"""How a database would go about the queries of a list."""

import re
from itertools import pairwise

from django.db import connection
from django.test.utils import CaptureQueriesContext

from films.facets import FacetedFilter


def steps_of(sql: str) -> list[str]:
    """Return the steps that a database would take for the query in a large table."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            return [step for *_, step in cursor.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()]
        for way in ("seqscan", "bitmapscan", "sort"):  # which a small table is better read by
            cursor.execute(f"SET LOCAL enable_{way} = off")
        cursor.execute(f"EXPLAIN {sql}")
        return [step.strip() for (step,) in cursor.fetchall()]


def sorting_steps(sql: str) -> list[str]:
    """Return the steps in which a database would have to sort more rows than those of one film."""
    steps = steps_of(sql)
    if connection.vendor == "sqlite":
        return [step for step in steps if "TEMP B-TREE FOR ORDER BY" in step]
    return [
        step
        for step, next_one in pairwise(steps)
        if step.startswith("Sort Key") and not re.match(r"Presorted Key: .*\.id$", next_one)
    ]


def asked_for_ids(chosen: FacetedFilter) -> str:
    """Return the query for the ids of a page."""
    with CaptureQueriesContext(connection) as captured:
        chosen.rows(0, 2)
    [found] = [query["sql"] for query in captured if "LIMIT 2" in query["sql"]]
    return found[found.index(" IN (SELECT ") + len(" IN (") : found.index("LIMIT 2") + len("LIMIT 2")]
