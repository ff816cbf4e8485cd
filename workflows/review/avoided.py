"""The question before anything is published: did its author ask for another day than this one?"""

import datetime
from uuid import UUID

from django.apps import apps
from django.utils import timezone


def is_avoided(case: UUID, moment: datetime.datetime) -> bool:
    """Tell whether a moment lies on a day its author does not want. The reason is nobody's business."""
    day = timezone.localdate(moment).isoformat()
    rows = apps.get_model("review", "DaysToAvoid").objects.filter(case=case)
    return any(row.days["first"] <= day <= row.days["last"] for row in rows)
