"""Somebody lost every way to sign in: two people say so, a day passes, then they set everything up anew."""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from workflows.privacy.appendonly import AppendOnly, AppendOnlyQuerySet

from .news import Outcome, SignInNews

UNCONFIRMED = datetime.timedelta(days=7)  # so long it waits for the second person


class RecoveryQuerySet(models.QuerySet):
    def running(self):
        """Those that are neither done nor stopped, oldest first."""
        return self.filter(ended_at=None).order_by("started_at")

    def due(self, now: datetime.datetime):
        """Confirmed ones whose hours have passed."""
        return self.running().filter(ready_at__lte=now)

    def forgotten(self, now: datetime.datetime):
        """Those nobody confirmed in a week."""
        return self.running().filter(confirmed_at=None, started_at__lte=now - UNCONFIRMED)


class Recovery(models.Model):
    """One loss: who began, who confirmed, when it may end. No word about anybody is written down."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recoveries")
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    started_at = models.DateTimeField(default=timezone.now)
    asked_outside = models.BooleanField(default=False)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    ready_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)

    objects = RecoveryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(ended_at=None), name="one_recovery_at_a_time"),
            models.CheckConstraint(condition=~Q(started_by=F("person")), name="nobody_recovers_themselves"),
            models.CheckConstraint(
                condition=~Q(confirmed_by=F("started_by")) & ~Q(confirmed_by=F("person")),
                name="recovery_takes_two_people",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at=None, ready_at=None) | Q(confirmed_at__isnull=False, ready_at__isnull=False),
                name="recovery_waits_once_confirmed",
            ),
        ]


class SignInEventQuerySet(AppendOnlyQuerySet):
    def note(self, news: SignInNews, person, *, by=None) -> "SignInEvent":
        """Write down what happened to somebody's signing in, and who did it; nobody for the outside second."""
        return self.create(news=news, person=person, by=by)


class SignInEvent(AppendOnly):
    """One line of the log of how people sign in. Rows are added, never changed; a name goes with its account."""

    news = models.CharField(_("what happened"), max_length=12, choices=SignInNews.choices)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = SignInEventQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
