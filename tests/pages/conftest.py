"""What several files of tests read about."""

import pytest

from tests.pages.connected import make_film_of_the_bay


@pytest.fixture
def film():
    """The film of the bay, where a file has no film of its own."""
    return make_film_of_the_bay()
