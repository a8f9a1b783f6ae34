from django.apps import AppConfig


class FilmsConfig(AppConfig):
    name = "films"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "film knowledge base"

    def ready(self) -> None:
        from films.search import receivers  # noqa: F401, PLC0415 (it needs the models, and connects itself)
