"""Addresses that move: when a film gets its title, and when records are merged."""

from django.urls import reverse

from films.models import Film, Forward

STAND_IN = "x"


def film_prefixes(slug: str) -> tuple[str, str]:
    """Return where the addresses of a film and of its characters start."""
    characters = reverse("character-detail", args=[slug, STAND_IN]).removesuffix(f"{STAND_IN}/")
    return reverse("film-detail", args=[slug]), characters


def forward(old_path: str, new_path: str) -> None:
    """Lead everyone who asks for the old address to the new one, also from addresses older still."""
    if old_path == new_path:
        return
    Forward.objects.filter(old_path=new_path).delete()
    Forward.objects.filter(new_path=old_path).update(new_path=new_path)
    Forward.objects.update_or_create(old_path=old_path, defaults={"new_path": new_path})


def forward_film(old_slug: str, film: Film) -> None:
    """Lead from a film's former addresses, its characters' among them, to those it has now."""
    for old_path, new_path in zip(film_prefixes(old_slug), film_prefixes(film.slug), strict=True):
        forward(old_path, new_path)
