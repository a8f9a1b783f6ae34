"""Pages kept as they were sent, for readers without cookies, until the store changes.

A kept page costs one query, for the number of the store's edition; a reader who has it already is told
so (304). Pages of readers with cookies are always made anew: editors', and of those who have said how
much of a story they want to be told.
"""

from collections.abc import Callable
from hashlib import sha256
from http import HTTPStatus
from typing import NamedTuple, TypeGuard

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control

from films.models import Edition

LARGEST = 500_000  # bytes; larger pages are few, and not kept
SHARED_SECONDS = 60
ASKED_AGAIN = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")


class KeptPage(NamedTuple):
    edition: int
    headers: tuple[tuple[str, str], ...]
    content: bytes

    def response(self) -> HttpResponse:
        response = HttpResponse(self.content)
        for name, value in self.headers:
            response.headers[name] = value
        return response


def keep_pages(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Answer from what is kept; `FILMKB_KEPT_PAGES` is how many pages each process keeps, 0 for none."""
    pages = caches["pages"]

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not settings.FILMKB_KEPT_PAGES or not is_for_all(request):
            return get_response(request)
        key, edition = key_of(request), Edition.objects.current()
        kept = pages.get(key)
        if kept is not None and kept.edition == edition:
            return answer(request, kept.response())
        asked = {name: request.META.pop(name) for name in ASKED_AGAIN if name in request.META}
        response = get_response(request)
        request.META.update(asked)
        if not is_keepable(response):
            return response
        patch_cache_control(response, public=True, max_age=0, s_maxage=SHARED_SECONDS)
        pages.set(key, KeptPage(edition, tuple(response.headers.items()), response.content))
        return answer(request, response)

    return middleware


def is_for_all(request: HttpRequest) -> bool:
    """Would every reader be sent the same page? Cookies say who a reader is, or what not to tell."""
    return request.method == "GET" and not request.COOKIES and "HTTP_AUTHORIZATION" not in request.META


def is_keepable(response: HttpResponseBase) -> TypeGuard[HttpResponse]:
    """May the page be sent to others? One that sets a cookie or speaks of caches itself may not."""
    return (
        isinstance(response, HttpResponse)
        and response.status_code == HTTPStatus.OK
        and not response.cookies
        and response.has_header("ETag")
        and not response.has_header("Cache-Control")
        and len(response.content) <= LARGEST
    )


def key_of(request: HttpRequest) -> str:
    is_zipped = "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
    address = f"{is_zipped} {request.build_absolute_uri()}"
    return sha256(address.encode()).hexdigest()


def answer(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    """Return the page, or say that the reader has it already."""
    return get_conditional_response(request, response.headers["ETag"], None, response) or response
