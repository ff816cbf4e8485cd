"""An author lets a page that is out tell more of how it was made. Part of the review's actions."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from workflows.privacy.actions import give_consent
from workflows.privacy.deciding import deciding
from workflows.privacy.enums import Use
from workflows.privacy.models import ConsentWording
from workflows.safeguarding.frozen import is_frozen

from .cases import draft_of, lock_review, page_of, step_of
from .digest import SCHEME
from .errors import Frozen, Late, Stale
from .models import Seal


def page_with_details(case: UUID):
    """Return the page as it would be if it told details: the one that is out with that tick, and nothing else new.

    Raises Late when it is not out, or when another draft is open: then the tick goes into that draft.
    """
    page = page_of(case)
    if page is None or not page.live or step_of(case) or draft_of(page).digest() != page.digest():
        raise Late
    draft = draft_of(page)
    draft.thread_details = True
    return draft


def tell_on_page(*, case: UUID, digest: str, wording: ConsentWording) -> None:
    """Let a page that is out say how many suggestions there were: its author's yes to exactly the page shown.

    In order: the yes to the wording; a seal on that digest; the page with the tick, published under it. Raises Late
    when it is not out or another draft is open, Stale when it is another page by now, Frozen, NotSealed without a
    standing yes to publishing.
    """
    with transaction.atomic(durable=True):
        if page := page_of(case):
            lock_review(page)
        draft = page_with_details(case)
        if is_frozen(case):
            raise Frozen
        if draft.digest() != digest:
            raise Stale
        give_consent(case=case, use=Use.DETAILS, wording=wording)
        if digest == page_of(case).sealed_with:
            return
        defaults = {"at": timezone.now(), "scheme": SCHEME}
        with deciding():
            Seal.objects.update_or_create(case=case, locale=draft.locale, digest=digest, defaults=defaults)
        draft.save_revision().publish(skip_permission_checks=True)
