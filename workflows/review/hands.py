"""Whose hands were on a case: in a small team one person has several roles, and never both sides of one story."""

from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import CharField, Exists, IntegerField, Q, QuerySet
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
    barring = [_whose(case, done) for done in APART[coming] if bars(done, coming)]
    mine = [Exists(rows.filter(**{name: person})) for rows, name in barring]
    return not (mine and User.objects.filter(reduce(or_, map(Q, mine)), pk=person.pk).exists())


def apart_from(case: UUID, coming: Hand) -> set[int]:
    """Return the keys of everyone whose hands were on the case in a way that bars what is coming."""
    barring = [_whose(case, done) for done in APART[coming] if bars(done, coming)]
    return {person for rows, name in barring for person in rows.values_list(name, flat=True) if person}


def _whose(case: UUID, done: Hand) -> tuple[QuerySet, str]:
    """Return the rows that say who did this with a case, and the column that names them."""
    if done == Hand.INTAKE:
        return AccessLog.objects.filter(case=case, what__in=AT_INTAKE), "person"
    if done == Hand.CHECKS:
        return Suggestion.objects.filter(case=case).order_by(), "checked_by"
    pages = Page.objects.filter(translation_key=case).annotate(key=Cast("pk", CharField())).values("key")
    return _prepared().filter(workflow_state__object_id__in=pages), "finished_by"


def touched_by(person: User) -> Q:
    """Return what finds rows of cases in which somebody may no longer read or confirm as a champion."""
    prepared = _prepared().filter(finished_by=person).annotate(page=Cast("workflow_state__object_id", IntegerField()))
    return (
        Q(checked_by=person)
        | Q(case__in=AccessLog.objects.filter(person=person, what__in=AT_INTAKE).values("case"))
        | Q(case__in=Page.objects.filter(pk__in=prepared.values("page")).values("translation_key"))
    )


def _prepared() -> QuerySet:
    return TaskState.objects.filter(task__in=PrepareTask.objects.all())
