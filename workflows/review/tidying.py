"""A reader tidies the spelling of several parts in one go; the author gets it as one offer. Part of the actions."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from workflows.people.models import User

from .actions import require_suggester
from .cases import draft_of, lock_step, page_of
from .enums import SuggestionKind
from .errors import Refused, Stale
from .keeping import SPELLING
from .models import ChampionReviewTask, PrepareTask, Suggestion
from .offering import offer
from .proposals import parts_of, refuse_proposal


class NotSpelling(Refused):
    """Some parts change more than the spelling; `parts` says which, and why."""

    message = _("Some parts change more than the spelling. Nothing was sent yet.")

    def __init__(self, parts: Mapping[str, str]):
        super().__init__()
        self.parts = parts


def tidy(*, case: UUID, person: User, digest: str, texts: Mapping[str, str]) -> list[Suggestion]:
    """Offer the spelling of the parts whose text differs from the story's; all of them or none.

    An own earlier offer for a part is replaced, and removed where the text is the story's again. `digest` is that of
    the words shown. What was half written of it is forgotten. Raises Stale when the words have changed, NotSpelling
    with every part that changes more than spelling, Refused when nothing changed, and what `suggest` raises.
    """
    with transaction.atomic(durable=True):
        require_suggester(lock_step(case, ChampionReviewTask, PrepareTask), case, person)
        draft = draft_of(page_of(case))
        now = parts_of(draft)
        if draft.words_digest() != digest or not set(texts) <= set(now):
            raise Stale
        mine = Suggestion.objects.unanswered().filter(case=case, made_by=person, kind=SuggestionKind.SPELLING)
        changed = {part: text.strip() for part, text in texts.items() if text.strip() != now[part].strip()}
        if not changed and not mine.exists():
            raise Refused(_("You have not changed anything yet. Put right what is wrong, then send it."))
        _refuse_more_than_spelling(draft, changed)
        mine.filter(paragraph__in=list(texts)).delete()
        offers = [
            {"paragraph": part, "before": now[part], "after": text, "kind": SuggestionKind.SPELLING}
            for part, text in changed.items()
        ]
        return offer(case=case, person=person, typed=SPELLING, offers=offers)


def _refuse_more_than_spelling(draft, changed: Mapping[str, str]) -> None:
    wrong = {}
    for part, text in changed.items():
        try:
            refuse_proposal(draft, part, text, "", SuggestionKind.SPELLING)
        except Refused as refusal:
            wrong[part] = str(refusal.message)
    if wrong:
        raise NotSpelling(wrong)
