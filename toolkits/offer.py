"""What a pack's page offers to download: the newest release with its files, the older ones, those called back."""

from .enums import ReleaseState
from .models.releases import ReleaseFile, held_back


def releases_of(pack) -> dict:
    """Return a pack's releases for its page; what is held back is not offered."""
    known = list(
        pack.releases.filter(state__in=(ReleaseState.READY, ReleaseState.RECALLED)).order_by("-made_at", "-pk")
    )
    ready = [one for one in known if one.state == ReleaseState.READY]
    held = held_back(ready, pack.frozen_now)
    offered = [one for one in ready if one.pk not in held]
    return {
        "release": next((one for one in offered if not one.superseded), None),
        "held": bool(held),
        "older": [one for one in offered if one.superseded],
        "recalled": [one for one in known if one.state == ReleaseState.RECALLED],
    }


def given_out_as(page) -> dict[str, ReleaseFile]:
    """Return what a part or session can be had as from its pack's newest release, by what each file holds."""
    of_page = ReleaseFile.objects.filter(key=page.translation_key, release__state=ReleaseState.READY)
    of_page = of_page.filter(release__superseded=False, release__pack__locale=page.locale_id)
    found = list(of_page.select_related("release__pack"))
    if not found or held_back([found[0].release], page.frozen_now):
        return {}
    return {one.holds: one for one in found}
