"""The editors' site: Django's own, with names completed as a film's forms need it.

It stands outside `films.admin`, whose modules register with it as they are imported.
"""

from typing import cast

from django.contrib import admin
from django.http import HttpRequest, HttpResponse


class EditorsSite(admin.AdminSite):
    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        from films.admin.completion import CompletionView  # noqa: PLC0415 -- it needs the site

        return cast(HttpResponse, CompletionView.as_view(admin_site=self)(request))
