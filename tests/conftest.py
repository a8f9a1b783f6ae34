"""What every test may use."""

from django.conf import settings
from hypothesis import settings as property_settings

# A property holds or it does not; how long a busy machine takes to try it says nothing.
property_settings.register_profile("filmkb", deadline=None)
property_settings.load_profile("filmkb")


def pytest_configure() -> None:
    """Serve static files from their source, so that no test needs `collectstatic`; keep no pages."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "whitenoise" not in name]
    settings.FILMKB_KEPT_PAGES = 0  # a test's page is made in it; those that test the keeping turn it on
