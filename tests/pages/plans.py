"""How a database would go about the queries of a list."""

import re
from itertools import pairwise

from django.db import connection, transaction
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


def is_led_by(index: str, sql: str) -> bool:
    """Return whether a database would come upon the rows by the index, in PostgreSQL if it had no other.

    Which of two indexes is the cheaper one in a small table depends there on the pages that earlier
    tests have left in each.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            leave_no_index_but(index)
        steps = steps_of(sql)
        transaction.set_rollback(True)
    return any(index in step for step in steps)


def leave_no_index_but(index: str) -> None:
    """Drop the other indexes of the index's table that no constraint needs."""
    connection.check_constraints()  # PostgreSQL drops no index while checks of its table are put off
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT other.indexrelid::regclass
            FROM pg_index AS kept
            JOIN pg_index AS other ON other.indrelid = kept.indrelid AND other.indexrelid <> kept.indexrelid
            LEFT JOIN pg_constraint ON conindid = other.indexrelid
            WHERE kept.indexrelid = %s::regclass AND conindid IS NULL
            """,
            [index],
        )
        for (other,) in cursor.fetchall():
            cursor.execute(f"DROP INDEX {other}")


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
