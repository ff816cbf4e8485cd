"""The author's answers to suggestions, and the second look at their own new words. Part of the review's actions."""

import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from home.concerns import words_of_concern
from workflows.people.enums import Hand
from workflows.people.models import AgeMark, User
from workflows.privacy.actions import end_consent, give_consent
from workflows.privacy.enums import Use
from workflows.privacy.models import AccessLog, ConsentWording

from .additions import drop_absent
from .cases import draft_of, lock_step, page_of, step_of
from .drafting import CHANGES, lay, put, refuse_long, undo
from .enums import HEADLINE, Answer, PleaEnd, SuggestionKind
from .errors import Refused, Stale
from .hands import may_lend_a_hand
from .models import AuthorSealTask, ChampionReviewTask, Plea, PrepareTask, Suggestion
from .rules import can_check, can_confirm, is_answerable
from .signals import changes_suggested

DECIDED_AT = (PrepareTask, AuthorSealTask)  # where own new words are let in: no vote on the whole is under way
SECOND_LOOK = datetime.timedelta(days=7)  # from an author's new words to their second reading


def answer_suggestions(*, case: UUID, digest: str, answers: dict[UUID, tuple[Answer, str]]) -> None:
    """Record the author's answers and make them true in the draft.

    `digest` is that of the words shown; `answers` has, by suggestion, the answer and, for the author's own words,
    the text. What an earlier answer changed is undone first; using and leaving out change the draft at once; own
    words wait for safeguarding. Another suggestion for a changed paragraph counts as kept. Raises Stale, Refused,
    Late, Frozen; then nothing is saved.
    """
    with transaction.atomic(durable=True):
        step = lock_step(case, AuthorSealTask)
        draft = draft_of(page_of(case))
        if draft.words_digest() != digest:
            raise Stale
        record_answers(step=step, draft=draft, answers=answers)


def record_answers(*, step, draft, answers: dict[UUID, tuple[Answer, str]]) -> None:
    """Do what `answer_suggestions` says, inside the transaction that holds the step. The words come first."""
    asked, before = Suggestion.objects.of_round(step), draft.digest()
    chosen = sorted(asked.filter(turned_down=False, pk__in=answers), key=lambda row: row.is_beside)
    if len(chosen) != len(answers):
        raise Stale
    _refuse_two_for_one(asked, chosen, answers)
    for suggestion in chosen:
        refuse_long(draft, suggestion.paragraph, _tidy(answers[suggestion.pk][1]))
        undo(draft, suggestion)
    for suggestion in chosen:
        write_answer(draft, suggestion, *answers[suggestion.pk])
        lay(draft, suggestion)
    _keep_the_others(draft, asked, chosen)
    _end_pleas(step, chosen)
    drop_absent(draft.additions(), asked)
    if draft.digest() != before:
        draft.save_revision()


def tell_details(*, case: UUID, wording: ConsentWording | None) -> None:
    """Let the page's golden thread say how many suggestions there were, or, without a wording, not.

    In order: the yes to the wording shown, or its end; the author's own tick in the draft, which is sealed too.
    """
    with transaction.atomic(durable=True):
        lock_step(case, AuthorSealTask)
        draft, details = draft_of(page_of(case)), wording is not None
        if wording:
            give_consent(case=case, use=Use.DETAILS, wording=wording)
        else:
            end_consent(case=case, use=Use.DETAILS)
        if draft.thread_details != details:
            draft.thread_details = details
            draft.save_revision()


def open_own_words(*, suggestion: Suggestion, person: User) -> Suggestion:
    """Return an author's new words to whoever has to read them now, and log it.

    That is safeguarding before they enter the page, then one champion. Safeguarding may look while champions still
    read, and decides afterwards. Raises PermissionDenied for anyone else, Stale when nothing waits, Late and Frozen.
    """
    with transaction.atomic(durable=True):
        lock_step(suggestion.case, ChampionReviewTask, *DECIDED_AT)
        suggestion = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
        mark = AgeMark.of(suggestion.case)
        if not (_may_confirm(person, suggestion, mark) if suggestion.checked_at else can_check(person, mark)):
            raise PermissionDenied
        if not Suggestion.objects.pending().filter(pk=suggestion.pk).exists():
            raise Stale
        AccessLog.objects.create(case=suggestion.case, person=person, what="own words")
    return suggestion


def check_own_words(
    *,
    suggestion: Suggestion,
    person: User,
    reason: str = "",
    shows: str = "",
    seen: datetime.datetime | None = None,
) -> None:
    """Let an author's new words into the draft, or, given a reason, say why they can't be published as they are.

    Only safeguarding may, on the answer given at the time `seen`; words that were not let in never reach Wagtail.
    One champion confirms afterwards. A new picture `shows` what its author did not say in words. Raises Refused for
    a picture that nobody said in words.
    """
    with transaction.atomic(durable=True):
        suggestion = _locked(suggestion, seen)
        if not can_check(person, AgeMark.of(suggestion.case)):
            raise PermissionDenied
        if suggestion.answer != Answer.OWN or suggestion.turned_down or suggestion.checked_at:
            raise Stale
        suggestion.checked_at, suggestion.checked_by = timezone.now(), person
        if reason:
            _say_it_cannot_be(suggestion, person, reason, in_draft=False)
        else:
            draft = draft_of(page_of(suggestion.case))
            if not draft.is_told(suggestion.paragraph, suggestion.own_words):
                suggestion.own_words = _tidy(f"{suggestion.own_words}\n{shows}")
            if not draft.is_told(suggestion.paragraph, suggestion.own_words):
                raise Refused(_("First write down what the picture shows."))
            put(draft, suggestion.paragraph, suggestion.own_words)
            draft.save_revision()
        suggestion.save()


def confirm_own_words(
    *, suggestion: Suggestion, person: User, reason: str = "", seen: datetime.datetime | None = None
) -> None:
    """Confirm an author's changed paragraph, or, given a reason, suggest that it can't be published as it is.

    A champion who has read the case may, or any other qualified one; never someone who suggested the change.
    """
    with transaction.atomic(durable=True):
        suggestion = _locked(suggestion, seen)
        if not _may_confirm(person, suggestion, AgeMark.of(suggestion.case)):
            raise PermissionDenied
        waits = suggestion.answer == Answer.OWN and suggestion.checked_at and not suggestion.turned_down
        if not waits or suggestion.confirmed_at:
            raise Stale
        suggestion.confirmed_at, suggestion.confirmed_by = timezone.now(), person
        if reason:
            _say_it_cannot_be(suggestion, person, reason, in_draft=True)
        suggestion.save()
        if not Suggestion.objects.pending().filter(case=suggestion.case).exists():
            _tell_whose_turn_it_is(suggestion.case)


def _may_confirm(person: User, suggestion: Suggestion, mark: AgeMark | None) -> bool:
    return can_confirm(person, suggestion, mark) and may_lend_a_hand(person, Hand.CONFIRMS, suggestion.case)


def _locked(suggestion: Suggestion, seen: datetime.datetime | None = None) -> Suggestion:
    """Return the suggestion as it is now. Raises Stale when it was answered anew since the answer `seen`."""
    lock_step(suggestion.case, *DECIDED_AT)
    suggestion = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    if seen and suggestion.answered_at != seen:
        raise Stale
    return suggestion


def write_answer(draft, suggestion: Suggestion, answer: Answer, own_words: str) -> None:
    """Write an answer down. What it changes in the draft is laid there by `drafting`."""
    if not is_answerable(suggestion, answer, is_headline=suggestion.paragraph == HEADLINE):
        raise Refused(_("That answer does not fit this part. Please choose another."))
    own_words = _tidy(own_words) if answer == Answer.OWN else ""
    if answer == Answer.OWN and own_words in ("", suggestion.before):
        raise Refused(_("Please write your new words, or choose another answer."))
    suggestion.answer, suggestion.own_words, suggestion.answered_at = answer, own_words, timezone.now()
    suggestion.marked = bool(own_words) and bool(words_of_concern(own_words))
    suggestion.checked_at = suggestion.checked_by = suggestion.confirmed_at = suggestion.confirmed_by = None
    suggestion.due_on = timezone.localdate() + SECOND_LOOK if answer == Answer.OWN else None
    suggestion.warned = False
    if suggestion.is_beside and answer == Answer.OWN:
        _refuse_unfit(draft, suggestion)
    suggestion.save()


def take_answer_back(suggestion: Suggestion) -> None:
    """Leave a suggestion open again. What it changed in the draft is undone by `drafting`."""
    suggestion.answer, suggestion.own_words, suggestion.answered_at = "", "", None
    suggestion.marked, suggestion.due_on, suggestion.warned = False, None, False
    suggestion.checked_at = suggestion.checked_by = suggestion.confirmed_at = suggestion.confirmed_by = None
    suggestion.save()


def _end_pleas(step, chosen) -> None:
    """Look no more at a part its author asked to keep: they chose another answer."""
    answered = {row.paragraph for row in chosen if row.kind == SuggestionKind.MUST and row.answer in CHANGES}
    Plea.objects.of_round(step).filter(paragraph__in=answered).end(PleaEnd.ANSWERED)


def _refuse_unfit(draft, suggestion: Suggestion) -> None:
    """Refuse own words that can't stand beside the story; those that were read already need no reader."""
    if draft.refuses_own(suggestion.paragraph, suggestion.own_words):
        raise Refused(_("Please copy the words exactly as they stand in your story."))
    if draft.is_read_already(suggestion.paragraph, suggestion.own_words):
        suggestion.checked_at = suggestion.confirmed_at = suggestion.answered_at


def _tidy(own_words: str) -> str:
    return own_words.strip().replace("\r\n", "\n")


def _refuse_two_for_one(asked, chosen, answers) -> None:
    """Refuse two different changes of one part, and a change beside what can't be published as it is."""
    musts = asked.filter(kind=SuggestionKind.MUST, turned_down=False, withdrawn_at=None)
    decided_by_must = set(musts.values_list("paragraph", flat=True))
    wanted: dict[str, set] = {}
    for suggestion in chosen:
        answer, own_words = answers[suggestion.pk]
        if answer not in CHANGES:
            continue
        if suggestion.kind != SuggestionKind.MUST and suggestion.paragraph in decided_by_must:
            raise Refused(_("We can’t publish that part as it is. Please answer that first; it decides the part."))
        text = {Answer.USE: suggestion.after, Answer.OWN: _tidy(own_words)}.get(answer, "")
        wanted.setdefault(suggestion.paragraph, set()).add((answer == Answer.OWN, text))
    if any(len(texts) > 1 for texts in wanted.values()):
        raise Refused(_("Two suggestions are about the same part. Please choose one of them, or say it your way."))


def _keep_the_others(draft, asked, chosen) -> None:
    """Count every other suggestion for a changed part as kept."""
    changed = {row.paragraph for row in chosen if row.answer in CHANGES and not row.is_beside}
    others = asked.filter(paragraph__in=changed, turned_down=False).exclude(kind=SuggestionKind.MUST)
    for other in others.exclude(pk__in=[suggestion.pk for suggestion in chosen]).exclude(answer=Answer.KEEP):
        write_answer(draft, other, Answer.KEEP, "")


def _say_it_cannot_be(suggestion: Suggestion, person: User, reason: str, *, in_draft: bool) -> None:
    """Ask the author again, saying why. Words that never entered the draft leave the first question as it was."""
    Suggestion.objects.create(
        case=suggestion.case,
        made_by=person,
        paragraph=suggestion.paragraph,
        kind=SuggestionKind.MUST if in_draft else suggestion.kind,
        before=suggestion.own_words if in_draft else suggestion.before,
        after="" if in_draft else suggestion.after,
        reason=reason,
    )
    suggestion.turned_down, suggestion.confirmed_at = True, None
    _tell_whose_turn_it_is(suggestion.case)


def _tell_whose_turn_it_is(case: UUID) -> None:
    """Tell those above that something waits for the author, unless an editor still has the page: then it comes."""
    step = step_of(case)
    if step and isinstance(step.task.specific, AuthorSealTask):
        changes_suggested.send(sender=Suggestion, case=case)
