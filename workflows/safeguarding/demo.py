"""The demonstration's rota: one invented person, for as long as anybody may look."""

import datetime

from django.utils import timezone

from .models import Shift


def seed_rota(lead) -> None:
    """Name a lead for the year, unless the rota names somebody already."""
    if not Shift.objects.exists():
        now = timezone.now()
        Shift.objects.create(starts_at=now, ends_at=now + datetime.timedelta(days=365), lead=lead)
