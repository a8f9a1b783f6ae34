from django.apps import AppConfig


class FilmsConfig(AppConfig):
    name = "films"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "film knowledge base"

    def ready(self) -> None:
        # They connect themselves; the receivers need the models.
        from films.search import connecting, receivers  # noqa: F401, PLC0415
