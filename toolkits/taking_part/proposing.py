"""Of the actions layer: what should change, ranked by those who took part and by champions, decided, and told."""

import json

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.models import WhatChangedPage
from workflows.privacy.small_numbers import LEAST
from workflows.review.errors import Late, Refused

from .enums import Decision
from .models import Evaluation, Preference, Proposal


def propose(*, pack, session, said: str, people: int) -> Proposal:
    """Write down what should change and how many said it."""
    return Proposal.objects.create(pack=pack, session=session, said=said, people=people)


def prefer(*, proposals, champion) -> None:
    """Note which open proposals matter most to a champion; their choice before is replaced."""
    with transaction.atomic():
        Preference.objects.filter(champion=champion, proposal__decision=Decision.OPEN).delete()
        for proposal in proposals:
            Preference.objects.create(proposal=proposal, champion=champion)


def prefer_once(*, evaluation: Evaluation, proposal: Proposal) -> None:
    """Note what matters most to somebody who took part, once for each answer they gave. Raises Late the second time."""
    with transaction.atomic():
        if not Evaluation.objects.filter(pk=evaluation.pk, has_ranked=False).update(has_ranked=True):
            raise Late
        Preference.objects.create(proposal=proposal)


def decide(*, proposal: Proposal, changed: bool, outcome: str, next_step: str) -> Proposal:
    """Say what came of a proposal, and put it on the page of what changed: one transaction, once.

    Raises Late when it was decided already, Refused without words or where the language has no such page.
    """
    if not outcome.strip():
        raise Refused(_("Please write what you changed, or why you did not."))
    with transaction.atomic():
        proposal = Proposal.objects.select_for_update().select_related("pack__locale").get(pk=proposal.pk)
        if proposal.decision != Decision.OPEN:
            raise Late
        page = WhatChangedPage.objects.filter(locale=proposal.pack.locale_id, live=True).first()
        if page is None:
            raise Refused(_("There is no page “What changed” in this language yet. Nothing was saved. Add it first."))
        proposal.decision = Decision.CHANGED if changed else Decision.NOT_CHANGED
        proposal.outcome, proposal.next_step, proposal.decided_at = outcome.strip(), next_step.strip(), timezone.now()
        proposal.save()
        _tell(page, proposal)
    return proposal


def in_words(proposal: Proposal) -> str:
    """Return by how many it was said, without pointing at few."""
    if proposal.people < LEAST:
        return _("Fewer than five people who took part")
    told = ngettext("%d person who took part", "%d people who took part", proposal.people)
    return told % proposal.people


def _tell(page: WhatChangedPage, proposal: Proposal) -> None:
    """Publish an entry made from the record alone."""
    where = f" ({proposal.session.title})" if proposal.session else ""
    entry = {
        "said": f"{proposal.said}{where}",
        "by": in_words(proposal),
        "changed": proposal.outcome if proposal.decision == Decision.CHANGED else "",
        "why_not": proposal.outcome if proposal.decision == Decision.NOT_CHANGED else "",
        "next_step": proposal.next_step,
        "on": timezone.localdate().isoformat(),
    }
    draft = page.get_latest_revision_as_object()
    for one in (page, draft) if draft.has_unpublished_changes else (page,):
        known = [{"type": block["type"], "value": block["value"]} for block in one.changes.raw_data]
        one.changes = json.dumps([{"type": "change", "value": entry}, *known])
    page.save_revision().publish()
    if draft.has_unpublished_changes:
        draft.save_revision()
