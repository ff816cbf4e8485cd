"""The pause of new stories: who began it, until when, and a line for those who come meanwhile."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PauseQuerySet(models.QuerySet):
    def standing(self):
        """Pauses that hold now, the longest first. Each ends by itself on its day."""
        return self.filter(ended_at=None, reopens_on__gt=timezone.localdate()).order_by("-reopens_on", "-pk")


class Pause(models.Model):
    """No new stories are taken until a day."""

    reopens_on = models.DateField(_("open again on"))
    message = models.CharField(_("a line for those who come"), max_length=300, blank=True)
    begun_at = models.DateTimeField(default=timezone.now)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    ended_at = models.DateTimeField(null=True)  # somebody opened sooner
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = PauseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("begun_at")), name="pause_ended_after_begun"
            )
        ]
