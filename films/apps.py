from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class FilmsConfig(AppConfig):
    name = "films"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "film knowledge base"

    def ready(self) -> None:
        # They connect themselves; the receivers need the models.
        from films.search import connecting, receivers  # noqa: F401, PLC0415


class EditorsConfig(AdminConfig):
    default_site = "filmkb.editors_site.EditorsSite"
