"""Turns what editors type into lists and names."""

from django import template

from ..archive import film_name

register = template.Library()


@register.filter
def lines(text: str) -> list[str]:
    """Return the lines of a text that hold something."""
    return [line.strip() for line in str(text or "").splitlines() if line.strip()]


@register.filter
def in_folder(film) -> str:
    """Return where a film lies in the ZIP."""
    return film_name(film)
