"""What a site has besides its subject: about, robots, health, and where it stands."""

from collections.abc import Callable

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from films.models.addresses import below_one_prefix


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "films/about.html")


@require_safe
def favicon(_request: HttpRequest) -> HttpResponse:
    """Lead browsers that ask for it by habit, as on the admin's pages, to the site's icon."""
    return redirect(static("icon.svg"), permanent=True)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Let everything be read but the admin and the endless space of searches."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        f"Disallow: {reverse('search')}",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def healthz(_request: HttpRequest) -> JsonResponse:
    """Answer 200 when the database answers; a database that is away raises, and gives 500."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


def keep_prefix(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Make all addresses of an answer below the one at which its request came in."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        with below_one_prefix():
            return get_response(request)

    return middleware
