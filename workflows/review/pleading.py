"""An author asks to keep a part that can't be published as it is: its readers look once more, then a person talks.

Part of the review's actions.
"""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workflows.people.enums import Hand, Role
from workflows.people.models import AgeMark, User
from workflows.people.rules import can_read_as_champion, is_learning
from workflows.privacy.deciding import deciding
from workflows.privacy.models import AccessLog

from .answering import SECOND_LOOK, take_answer_back
from .cases import draft_of, lock_step, page_of
from .coverage import last_read
from .drafting import undo
from .enums import Answer, PleaEnd, SuggestionKind
from .errors import Late, Refused, Stale
from .hands import may_lend_a_hand
from .models import AuthorSealTask, Plea, PleaReader, StepState, Suggestion
from .promises import alert
from .proposals import parts_of
from .rules import can_answer_plea, can_check
from .signals import changes_suggested
from .steps import LEAST_READINGS


def ask_to_keep(*, case: UUID, digest: str, suggestion: UUID) -> Plea:
    """Ask the readers of a part whether it can stay as its author wrote it, though somebody said it can't.

    In order: another answer to it is undone, and the draft has the author's words again; its readers are asked, each
    blind to the others. Where too few of them can be asked, a person is to talk with the author at once. Pressed twice
    it is one plea. Raises Stale for an old page, Refused for a second one in this round, Late and Frozen.
    """
    with transaction.atomic(durable=True):
        step = lock_step(case, AuthorSealTask)
        page = page_of(case)
        draft = draft_of(page)
        musts = _musts(step)
        must = next((row for row in musts if row.pk == suggestion), None)
        if must is None or draft.words_digest() != digest:
            raise Stale
        if found := Plea.objects.of_round(step).filter(paragraph=must.paragraph).first():
            return _same(found)
        alike = [row for row in musts if (row.paragraph, row.before) == (must.paragraph, must.before)]
        _lay_again(draft, alike)
        plea = Plea.objects.create(
            case=case,
            round=step.workflow_state,
            paragraph=must.paragraph,
            due_on=timezone.localdate() + SECOND_LOOK,
        )
        readers = _readers_of(page, alike)
        for reader in readers:
            PleaReader.objects.create(case=case, plea=plea, reader=reader)
        if not readers:
            _hand_to_staff(plea)
    return plea


def open_plea(*, asked: PleaReader, person: User) -> tuple[PleaReader, list[Suggestion]]:
    """Return what somebody is asked, and what was said against the part; log that they looked.

    Raises PermissionDenied for anybody else, Late when it is decided, Frozen.
    """
    with transaction.atomic(durable=True):
        step, asked = _asked(asked, person)
        against = [row for row in _musts(step) if row.paragraph == asked.plea.paragraph]
        if not against:
            raise Late
        AccessLog.objects.create(case=asked.case, person=person, what="reading")
    return asked, against


def answer_plea(*, asked: PleaReader, person: User, can_stay: bool | None, line: str = "") -> None:
    """Say whether a part can stay as its author wrote it, or, with None, that one would rather not say.

    With every yes it stays, and what was said against it is withdrawn. Anything else hands it to staff: a person is to
    talk with the author, who hears of it; nobody looks a second time. Raises as `open_plea`.
    """
    with transaction.atomic(durable=True):
        step, asked = _asked(asked, person)
        asked.can_stay, asked.line, asked.answered_at = can_stay, line.strip(), timezone.now()
        asked.save()
        if not can_stay:
            _hand_to_staff(asked.plea)
        elif not asked.plea.readers.filter(answered_at=None).exists():
            _let_stay(step, asked.plea)


def open_talk(*, plea: Plea, person: User) -> tuple[list[Suggestion], list[str]]:
    """Return what was said against a part, and what its readers wrote for whoever talks with the author; log it.

    Raises PermissionDenied for anybody but safeguarding who may read the story, Late when it is over, Frozen.
    """
    with transaction.atomic(durable=True):
        step = lock_step(plea.case, AuthorSealTask)
        if not can_check(person, AgeMark.of(plea.case)):
            raise PermissionDenied
        plea = Plea.objects.with_staff().filter(pk=plea.pk).first()
        if plea is None:
            raise Late
        AccessLog.objects.create(case=plea.case, person=person, what="own words")
        against = [row for row in _musts(step) if row.paragraph == plea.paragraph]
        return against, [row.line for row in plea.readers.all() if row.line]


def note_talk(*, plea: Plea, person: User) -> None:
    """Note that somebody here was in touch with the author about a part. What the author answers stays theirs.

    Only safeguarding does. Raises PermissionDenied, Late when a colleague did or the author answered, Frozen.
    """
    with transaction.atomic(durable=True):
        lock_step(plea.case, AuthorSealTask)
        if not can_check(person, AgeMark.of(plea.case)):
            raise PermissionDenied
        if not Plea.objects.with_staff().filter(pk=plea.pk).exists():
            raise Late
        Plea.objects.filter(pk=plea.pk).end(PleaEnd.TALKED, by=person)


def pass_plea_on(plea: Plea) -> None:
    """Ask staff to talk with the author when its readers did not answer in time, or can't any more."""
    with transaction.atomic(durable=True):
        lock_step(plea.case, AuthorSealTask)
        plea = Plea.objects.select_for_update(of=("self",)).get(pk=plea.pk)
        if plea.staff_since is None and plea.ended_at is None:
            _hand_to_staff(plea)


def can_be_asked(person: User, mark: AgeMark | None, case: UUID) -> bool:
    """Tell whether a reader can look at a part once more: here, qualified, not on a break, and with clean hands."""
    profile = getattr(person, "champion", None)
    is_free = person.is_active and profile is not None and not profile.paused and not is_learning(person)
    return is_free and can_read_as_champion(person, mark) and may_lend_a_hand(person, Hand.CONFIRMS, case)


def _musts(step: StepState) -> list[Suggestion]:
    """Return what stands against words of a page; a file or a thing beside the words is kept by nobody."""
    found = Suggestion.objects.of_round(step).filter(kind=SuggestionKind.MUST, turned_down=False, withdrawn_at=None)
    return [row for row in found if not row.is_file and not row.is_beside]


def _same(plea: Plea) -> Plea:
    if plea.ended_at is None:
        return plea
    raise Refused(
        _("Your readers have looked at this part a second time already. Please choose another answer, or talk to us.")
    )


def _lay_again(draft, rows: list[Suggestion]) -> None:
    """Put the author's words back in their place. Raises Refused where the part has other words by now."""
    before = draft.digest()
    for row in rows:
        undo(draft, row)
        take_answer_back(row)
    if parts_of(draft).get(rows[0].paragraph) != rows[0].before:
        raise Refused(_("This part has other words by now. Please look at it again."))
    if draft.digest() != before:
        draft.save_revision()


def _readers_of(page, musts: list[Suggestion]) -> list[User]:
    """Return who is asked, or nobody where a person has to talk with the author at once.

    Words that champions voted on: those who said yes to them, and whoever of the champions spoke against; two at
    least. An author's own new words: the champion who was to confirm them. Safeguarding's word is asked of nobody.
    """
    makers = list(User.objects.filter(pk__in=[row.made_by_id for row in musts if row.made_by_id]))
    if any(maker.has_role(Role.SAFEGUARDING) for maker in makers):
        return []
    base, said_yes = last_read(page)
    is_voted_on = base is not None and parts_of(base).get(musts[0].paragraph) == musts[0].before
    champions = [maker for maker in makers if maker.has_role(Role.CHAMPION)]
    found = {person.pk: person for person in [*(said_yes if is_voted_on else []), *champions]}
    mark = AgeMark.of(page.case)
    free = [person for person in found.values() if can_be_asked(person, mark, page.case)]
    return free if len(free) >= (LEAST_READINGS if is_voted_on else 1) else []


def _asked(asked: PleaReader, person: User) -> tuple[StepState, PleaReader]:
    step = lock_step(asked.case, AuthorSealTask)
    asked = PleaReader.objects.select_for_update(of=("self",)).select_related("plea").get(pk=asked.pk)
    if asked.reader_id != person.pk:
        raise PermissionDenied
    if (
        asked.answered_at
        or asked.plea.staff_since
        or asked.plea.ended_at
        or asked.plea.round_id != step.workflow_state_id
    ):
        raise Late
    mark = AgeMark.of(asked.case)
    if not can_answer_plea(person, asked, mark) or not may_lend_a_hand(person, Hand.CONFIRMS, asked.case):
        raise PermissionDenied
    return step, asked


def _let_stay(step: StepState, plea: Plea) -> None:
    """Withdraw what was said against the part, as its author's "keep", and tell those above."""
    at = timezone.now()
    for row in _musts(step):
        if row.paragraph == plea.paragraph:
            row.answer, row.answered_at, row.withdrawn_at = Answer.KEEP, at, at
            with deciding():
                row.save()
    Plea.objects.filter(pk=plea.pk).end(PleaEnd.STAYS)
    changes_suggested.send(sender=Plea, case=plea.case)


def _hand_to_staff(plea: Plea) -> None:
    plea.staff_since, plea.warned = timezone.now(), False
    plea.due_on = timezone.localdate() + SECOND_LOOK
    plea.save(update_fields=["staff_since", "warned", "due_on"])
    alert(Role.SAFEGUARDING)
    changes_suggested.send(sender=Plea, case=plea.case)
