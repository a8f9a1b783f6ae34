"""What is shown when there is nothing at an address, after looking whether it has moved."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render

from films.models import Forward
from films.views._limits import HiddenBySpoilerLimit

MAX_STEPS = 10  # of forwards that lead to forwards


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Forward a moved page for good, with what stood below it; else say that there is none."""
    if isinstance(exception, HiddenBySpoilerLimit):
        return _hidden(request, exception)
    new_path = forwarded(request.path)
    if new_path is None and request.path.endswith(".json"):
        return JsonResponse({"error": "There is nothing at this address."}, status=404)
    if new_path is None:
        return render(request, "404.html", status=404)
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{new_path}?{query}" if query else new_path)


def _hidden(request: HttpRequest, exception: HiddenBySpoilerLimit) -> HttpResponse:
    """Say that the reader asked not to be told, and nothing of what is at the address."""
    if request.path.endswith(".json"):
        return JsonResponse({"error": "Hidden by your spoiler setting."}, status=404)
    return render(request, "films/hidden.html", {"film": exception.film}, status=404)


def forwarded(path: str) -> str | None:
    """Return where the path leads now, through any number of moves; None when it did not move.

    The longest forwarded part of the path counts, so that what stands below a film moves with it.
    """
    seen = {path}
    for _ in range(MAX_STEPS):
        onward = _one_step(path)
        if onward is None or onward in seen:
            break
        path = onward
        seen.add(path)
    return path if len(seen) > 1 else None


def _one_step(path: str) -> str | None:
    forwards = Forward.objects.filter(old_path__in=_prefixes(path))
    longest = max(forwards, key=lambda forward: len(forward.old_path), default=None)
    if longest is None:
        return None
    rest = path.removeprefix(longest.old_path.rstrip("/"))
    return longest.new_path.rstrip("/") + rest


def _prefixes(path: str) -> list[str]:
    """Return the addresses that the path stands at or below: of /a/b.json too that of /a/b/."""
    stem = path.removesuffix(".json")
    parts = stem.strip("/").split("/")
    return [path, *(f"/{'/'.join(parts[:length])}/" for length in range(len(parts), 0, -1))]
