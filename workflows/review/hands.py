"""Whose hands were on a case: in a small team one person has several roles, and never both sides of one story."""

from uuid import UUID

from django.db.models import IntegerField, Q
from django.db.models.functions import Cast
from wagtail.models import Page, TaskState

from workflows.people.enums import Hand
from workflows.people.models import User
from workflows.people.rules import APART, bars
from workflows.privacy.models import AccessLog

from .models import PrepareTask, Suggestion

AT_INTAKE = ("submission", "brought in", "ten words")  # what the log of who opened what calls it


def may_lend_a_hand(person: User, coming: Hand, case: UUID) -> bool:
    """Tell whether nothing somebody did with the case bars what is coming."""
    return person.pk not in apart_from(case, coming)


def apart_from(case: UUID, coming: Hand) -> set[int]:
    """Return the keys of everyone whose hands were on the case in a way that bars what is coming."""
    whose = {
        Hand.INTAKE: AccessLog.objects.filter(case=case, what__in=AT_INTAKE).values_list("person", flat=True),
        Hand.CHECKS: Suggestion.objects.filter(case=case).values_list("checked_by", flat=True),
        Hand.PREPARES: _prepared(_pages(case)).values_list("finished_by", flat=True),
    }
    return {person for done in APART[coming] if bars(done, coming) for person in whose[done] if person}


def touched_by(person: User) -> Q:
    """Return what finds rows of cases in which somebody may no longer read or confirm as a champion."""
    prepared = _prepared().filter(finished_by=person).annotate(page=Cast("workflow_state__object_id", IntegerField()))
    return (
        Q(checked_by=person)
        | Q(case__in=AccessLog.objects.filter(person=person, what__in=AT_INTAKE).values("case"))
        | Q(case__in=Page.objects.filter(pk__in=prepared.values("page")).values("translation_key"))
    )


def _pages(case: UUID) -> list[str]:
    return [str(pk) for pk in Page.objects.filter(translation_key=case).values_list("pk", flat=True)]


def _prepared(pages: list[str] | None = None):
    steps = TaskState.objects.filter(task__in=PrepareTask.objects.all())
    return steps if pages is None else steps.filter(workflow_state__object_id__in=pages)
