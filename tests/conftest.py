"""What every test may use."""

import pytest


@pytest.fixture(autouse=True)
def plain_static_files(settings) -> None:
    """Serve static files from their source, so that no test needs `collectstatic`."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "whitenoise" not in name]
