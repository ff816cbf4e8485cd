"""A whole life of a story with a canary wherever its author, or anybody about it, can write: from draft to publication.

Every step is the real action; beside them lie the rows that Wagtail, its search and translations keep by themselves.
"""

import datetime
from collections.abc import Callable
from uuid import UUID

from django.apps import apps
from django.test import Client
from django.utils import timezone

from stories.actions import accept, ask, record_agreement, reply
from stories.attaching import attach
from stories.enums import Appear, AttachedKind, Reach
from stories.sending import save_answers, send_story, show_code, start_draft
from stories.uses import say_yes
from tests.factories import keep_additions, make_cleaned, make_person, make_wording
from tests.plant import page_rows, session_and_task, translation_rows
from tests.scan import contains, find_in_database
from workflows.people.enums import Band, Role
from workflows.privacy.enums import AT_SENDING, LATER, Use
from workflows.privacy.private import Private, encrypted_names
from workflows.review.actions import ask_for_soon, cast_vote, publish_due, seal, suggest
from workflows.review.answering import answer_suggestions, check_own_words, confirm_own_words, tell_details
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.enums import MADE_BY_READERS, Answer, Verdict
from workflows.review.keeping import keep_typed
from workflows.review.models import Reading, StepState, Suggestion
from workflows.safeguarding.actions import raise_concern, unfreeze
from workflows.safeguarding.enums import RaisedBy


def live(canary: str, look: Callable[[], object] = lambda: None) -> UUID:
    """Bring a story of a 13 to 15 year old all the way, the canary in all of it. Returns its case.

    `look` is called wherever something is about to leave the place it lay in.
    """
    keeper, editor = make_person(Role.SAFEGUARDING), make_person(Role.EDITOR)
    for _number in range(3):
        make_person(Role.CHAMPION)
    case = _sent(canary, look)
    _through_intake(case, keeper, canary, look)
    page = page_of(case)
    page_rows(page, keeper, canary)
    translation_rows(page, canary)
    session_and_task(case, canary)
    _read(case, canary, look)
    _prepared(case, editor, canary)
    _answered(case, keeper, canary)
    _published(case, editor, canary)
    raise_concern(case=case, raised_by=RaisedBy.AUTHOR, text=f"{canary} worries me")
    unfreeze(case=case, person=keeper, outcome=f"{canary} is safe")
    look()
    return case


def places(canary: str) -> set[str]:
    """Return every place the canary lies in: columns in plain, and encrypted columns once they are opened."""
    found = set(find_in_database(canary))
    for model in (model for model in apps.get_models() if issubclass(model, Private)):
        for row in model._base_manager.all():
            found |= {f"{model._meta.label}.{name}" for name in encrypted_names(model) if _holds(row, name, canary)}
    return found


def _holds(row, name, canary):
    return bool(row.case) and contains(getattr(row, name), canary)


def _sent(canary, look):
    case = start_draft(band=Band.B13_15, language="en").case
    adult = {"asked": "other", "by": "call", "who": f"{canary} Bell", "how": f"{canary}@example.com"}
    contact = {"value": f"{canary}@example.org", "times": f"{canary} at four", "message": "no", "adult": adult}
    save_answers(
        case=case,
        headline=f"{canary} title",
        words=f"{canary} one.\n\nTwo {canary} two.\n\nThree {canary}.",
        appear=Appear.CHOSEN,
        byline=f"{canary} K.",
        reach=Reach.EMAIL,
        contact=contact,
        ticked={use.value: make_wording(use).pk for use in AT_SENDING},
    )
    for kind in AttachedKind:
        attach(case=case, kind=kind, cleaned=make_cleaned(canary.encode(), kind), text=f"{canary} told")
    show_code(case=case)
    look()
    send_story(case=case)
    return case


def _through_intake(case, keeper, canary, look):
    ask(case=case, person=keeper, question=f"{canary}, how are you?")
    reply(case=case, text=f"{canary} is fine")
    record_agreement(case=case, person=keeper, text=f"{canary} Bell agreed by phone.")
    look()
    accept(case=case, person=keeper)


def _read(case, canary, look):
    readings = list(Reading.objects.filter(case=case))
    keep_typed(reading=readings[0], person=readings[0].champion, part="headline", typed={"reason": f"{canary} so far"})
    look()
    page = page_of(case)
    for number, reading in enumerate(readings):
        key, before = page.paragraphs[number]
        about = {"paragraph": key, "before": before, "after": f"{canary} better", "reason": f"{canary} is a name"}
        suggest(case=case, person=reading.champion, **about)
    for reading in readings:
        digest = page.words_digest()
        found = {"place": {"points": [], "line": f"{canary} has no hope in it"}}
        vote = {"digest": digest, "verdict": Verdict.FINE_WITH_SUGGESTIONS, "found": found}
        cast_vote(reading=reading, person=reading.champion, **vote)


def _prepared(case, editor, canary):
    draft = draft_of(page_of(case))
    draft.pull, draft.picture_alt = f"Three {canary}.", f"{canary} on a bench"
    draft.save_revision()
    step = step_of(case)
    step.task.specific.on_action(step, editor, "ready")


def _answered(case, keeper, canary):
    draft = draft_of(page_of(case))
    first, second = Suggestion.objects.filter(case=case, kind__in=MADE_BY_READERS).order_by("pk")
    answers = {first.pk: (Answer.OWN, f"{canary} in my own words"), second.pk: (Answer.USE, "")}
    answer_suggestions(case=case, digest=draft.words_digest(), answers=answers)
    first.refresh_from_db()
    check_own_words(suggestion=first, person=keeper)
    other = Reading.objects.filter(case=case).exclude(champion=first.made_by).first().champion
    first.refresh_from_db()
    confirm_own_words(suggestion=first, person=other)
    keep_additions(case)
    tell_details(case=case, wording=make_wording(Use.DETAILS))
    for use in LATER:
        say_yes(case=case, use=use, wording=make_wording(use).pk)


def _published(case, editor, canary):
    """Say yes and let it go out."""
    seal(case=case, digest=draft_of(page_of(case)).digest())
    ask_for_soon(case=case)
    step = step_of(case)
    day = timezone.now() + datetime.timedelta(hours=30)
    step.task.specific.on_action(step, editor, "schedule", day=day)
    StepState.objects.filter(pk=step.pk).update(publish_on=timezone.now(), comment=f"{canary} today")
    assert publish_due(case=case)
    page = page_of(case)
    assert canary in Client().get(page.url).text
