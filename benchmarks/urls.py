"""The site's addresses, and two pages that tell what all pages cost: an empty one, and the frame alone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path


def empty(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("")


def frame(request: HttpRequest) -> HttpResponse:
    return render(request, "base.html")


urlpatterns = [
    path("bench/empty/", empty, name="bench-empty"),
    path("bench/frame/", frame, name="bench-frame"),
    path("", include("filmkb.urls")),
]

handler404 = "films.views.errors.page_not_found"
