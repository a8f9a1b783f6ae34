"""What editors change makes a new edition of the store."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from films.models import Edition

READING = ("GET", "HEAD", "OPTIONS")


def note_changes(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Count a new edition after whatever a reader who is logged in has sent."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method not in READING and request.user.is_authenticated:
            Edition.objects.bump()
        return response

    return middleware
