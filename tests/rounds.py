"""What comes after publication in the life of `tests/life.py`: a new round, a worry, a claim, and the end of it all."""

import datetime
import uuid
from uuid import UUID

from django.test import Client
from django.utils import timezone

from stories.actions import ask, reply, take_back
from stories.claims import hide_for_claim, make_claim, prove_claim
from stories.enums import AttachedKind
from stories.submission import Submission
from stories.swapping import swap
from tests.factories import keep_additions, make_cleaned, make_person
from tests.life import live, places
from workflows.people.enums import Role
from workflows.review.actions import publish_due, seal
from workflows.review.answering import check_own_words, confirm_own_words
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.models import StepState, Suggestion
from workflows.review.rewriting import begin_change, change_words
from workflows.safeguarding.actions import raise_concern, unfreeze
from workflows.safeguarding.enums import RaisedBy
from workflows.safeguarding.recording import add_entry, length_of


def live_on(canary: str) -> tuple[UUID, set[str]]:
    """Live as `live` does, then once more through a new round. Returns the case and every place the canary ever was."""
    seen: set[str] = set()

    def look():
        seen.update(places(canary))

    case = live(canary, look)
    keeper = make_person(Role.SAFEGUARDING)
    _worry(case, keeper, canary)
    look()
    _new_round(case, keeper, canary, look)
    look()
    return case, seen


def end(case: UUID) -> None:
    """Take it back while a worry is open, and let safeguarding close the worry: then it is erased."""
    keeper = make_person(Role.SAFEGUARDING)
    raise_concern(case=case, raised_by=RaisedBy.STAFF, person=keeper)
    take_back(case=case)
    assert Submission.objects.filter(case=case).exists()
    unfreeze(case=case, person=keeper, outcome="It was a mistake.")
    assert not Submission.objects.filter(case=case).exists()


def _worry(case, keeper, canary):
    claim = make_claim(remembered=f"{canary} was its title", contact={"value": f"{canary}@example.net"})
    hide_for_claim(claim=claim, person=keeper, story=case)
    prove_claim(claim=claim, person=keeper, how=f"They told {canary}.")
    answers = {"nature": f"{canary} was named"}
    add_entry(case=case, person=keeper, key=uuid.uuid4(), answers=answers, seen=length_of(case))
    unfreeze(case=case, person=keeper, outcome=f"{canary} is safe again")


def _new_round(case, keeper, canary, look):
    begin_change(case=case, stays_up=True)
    draft = draft_of(page_of(case))
    key, _text = draft.paragraphs[1]
    change_words(case=case, digest=draft.words_digest(), words={key: f"{canary} once more"})
    for kind in AttachedKind:
        swap(case=case, kind=kind, cleaned=make_cleaned(f"{canary} anew".encode(), kind), text=f"{canary} shown anew")
    ask(case=case, person=keeper, question=f"{canary}, are you sure?")
    reply(case=case, text=f"{canary} is sure")
    look()
    for row in Suggestion.objects.pending().filter(case=case):
        check_own_words(suggestion=row, person=keeper)
        confirm_own_words(suggestion=row, person=make_person(Role.CHAMPION))
    keep_additions(case)
    seal(case=case, digest=draft_of(page_of(case)).digest())
    step, editor = step_of(case), make_person(Role.EDITOR)
    step.task.specific.on_action(step, editor, "schedule", day=timezone.now() + datetime.timedelta(hours=30))
    StepState.objects.filter(pk=step.pk).update(publish_on=timezone.now())
    assert publish_due(case=case)
    assert f"{canary} once more" in Client().get(page_of(case).url).text
