"""What PostgreSQL is asked once a process connects to it."""

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("setting", "value"), [("jit", "off"), ("max_parallel_workers_per_gather", "0")])
def test_postgresql_runs_queries_as_they_are(setting, value):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite compiles nothing, and has no other processes")
    with connection.cursor() as cursor:
        cursor.execute(f"SHOW {setting}")
        assert cursor.fetchone() == (value,)
