"""What a pack has to offer, for pages that are not its own."""

from django import template

from ..models import PackPage, SessionPage

register = template.Library()


@register.simple_tag
def pack_offer(page):
    """Return how many sessions of a pack may be taught today and what there is to download; None for another page."""
    pack = PackPage.objects.live().filter(pk=page.pk).first() if page else None
    if pack is None:
        return None
    sessions = SessionPage.objects.descendant_of(pack).teachable().count()
    return {"slug": pack.slug, "sessions": sessions, "release": pack.current_release()}
