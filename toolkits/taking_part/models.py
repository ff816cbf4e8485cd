"""Rows of schools that take part. Addresses and contacts are encrypted; what pupils say has no name and no hour."""

import uuid

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from workflows.privacy.encrypted import EncryptedTextField
from workflows.privacy.private import Private

from .enums import Decision, VisitState, Who


class SchoolNews(Private):
    """Somebody who wants to hear of new versions of a pack. Until they confirm, they hear of nothing."""

    case = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pack = models.ForeignKey("toolkits.PackPage", on_delete=models.CASCADE, related_name="+")
    address = EncryptedTextField()
    known_by = models.CharField(max_length=64)  # a keyed hash of the address, so that nobody is written to twice
    language = models.CharField(max_length=12)
    network = models.CharField(max_length=64, blank=True)  # a keyed hash of the day, until they confirm
    asked_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pack", "known_by"], name="one_address_per_pack")]


class Visit(Private):
    """A school that asks for a visit by trained young facilitators."""

    case = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pack = models.ForeignKey("toolkits.PackPage", on_delete=models.CASCADE, related_name="+")
    sessions = models.ManyToManyField("toolkits.SessionPage", related_name="+")
    school = EncryptedTextField()
    contact = EncryptedTextField()
    address = EncryptedTextField()
    dates = EncryptedTextField()
    language = models.CharField(max_length=12)
    state = models.CharField(max_length=8, choices=VisitState.choices, default=VisitState.ASKED)
    asked_at = models.DateTimeField(default=timezone.now)
    reply_by = models.DateField(null=True)
    agreed_for = models.DateField(null=True)
    note = EncryptedTextField(null=True)
    over_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["reply_by", "asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=["asked", "talking"]) | Q(reply_by__isnull=False),
                name="an_open_visit_has_a_date",
            )
        ]


class Evaluation(models.Model):
    """What one pupil or teacher said of a session, without a name, a class or an hour."""

    session = models.ForeignKey("toolkits.SessionPage", on_delete=models.CASCADE, related_name="evaluations")
    who = models.CharField(max_length=7, choices=Who.choices)
    on = models.DateField(default=timezone.localdate)
    on_paper = models.BooleanField(default=False)
    scales = models.JSONField(default=dict)  # the question's key → 1 to 5
    change = models.TextField(blank=True)
    marked = models.BooleanField(default=False)  # it has words of the concern list: it is read first
    has_ranked = models.BooleanField(default=False)


class ProposalQuerySet(models.QuerySet):
    def ranked(self):
        """Open proposals with how many want each, the most wanted first."""
        wanted = Count("preferences")
        by_champions = Count("preferences", filter=Q(preferences__champion__isnull=False))
        found = self.filter(decision=Decision.OPEN).annotate(wanted=wanted, by_champions=by_champions)
        return found.order_by("-wanted", "-people", "pk")


class Proposal(models.Model):
    """Something that people said should change, how many said it, and what came of it."""

    pack = models.ForeignKey("toolkits.PackPage", on_delete=models.CASCADE, related_name="proposals")
    session = models.ForeignKey(
        "toolkits.SessionPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    said = models.CharField(_("what was said"), max_length=240)
    people = models.PositiveIntegerField(_("how many said it"), validators=[MinValueValidator(1)])
    made_at = models.DateTimeField(default=timezone.now)
    decision = models.CharField(max_length=12, choices=Decision.choices, default=Decision.OPEN)
    outcome = models.TextField(blank=True)
    next_step = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="open") | (~Q(outcome="") & Q(decided_at__isnull=False)),
                name="a_decided_proposal_says_what_came_of_it",
            )
        ]


class Preference(models.Model):
    """Somebody for whom a proposal matters most: a champion by name, one who took part without."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="preferences")
    champion = models.ForeignKey("people.User", null=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "champion"],
                condition=Q(champion__isnull=False),
                name="one_preference_per_champion_and_proposal",
            )
        ]
