"""What a machine that watches this one may ask: is the process alive, and can it do its work? No personal data in it.

Other apps say what they know by answering `health_asked` with names and values; home itself knows database and disk.
"""

import shutil
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.dispatch import Signal
from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

health_asked = Signal()  # receivers return {name: (value, is it well)}


@never_cache
@require_safe
def live(request):
    """Answer as long as this process answers at all: it asks nothing of anything else."""
    return HttpResponse("live\n", content_type="text/plain")


@never_cache
@require_safe
def ready(request):
    """Answer 200 where pages can be served and stories kept, else 503; either way with numbers and what is not well.

    A late letter or an old backup is for people to look at, no reason to serve nobody. A part that cannot be asked is
    not well, and says nothing of why: an error's text may quote somebody.
    """
    needed = {"database": _asked(database), "disk_free_mb": _asked(disk)}
    found = dict(needed)
    for receiver, answer in health_asked.send_robust(sender=None):
        found |= {receiver.__name__: (None, False)} if isinstance(answer, Exception) else answer
    is_ready = all(well for _value, well in needed.values())
    unwell = sorted(name for name, (_value, well) in found.items() if not well)
    parts = {name: value for name, (value, _well) in found.items()}
    return JsonResponse({"ready": is_ready, "unwell": unwell, **parts}, status=200 if is_ready else 503)


def database() -> tuple[str, bool]:
    """Tell whether the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return "answers", cursor.fetchone() == (1,)


def disk() -> tuple[int, bool]:
    """Return the megabytes that are free where this site writes, and whether that is enough."""
    free = shutil.disk_usage(_nearest(Path(settings.MEDIA_ROOT))).free // 1_000_000
    return free, free >= settings.LEAST_FREE_MB


def _nearest(path: Path) -> Path:
    return path if path.exists() else _nearest(path.parent)


def _asked(part):
    try:
        return part()
    except Exception:  # noqa: BLE001  (whatever it is: this part is not well)
        return None, False
