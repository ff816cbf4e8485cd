"""The pages for a network that tried too often: when it works again, and what was typed."""

import math

from django.shortcuts import render
from django.utils import timezone

from stories.sessions import private, typed_of


def too_many_page(request, refusal):
    """Answer 429 with the time from which it works again."""
    context = {"again_at": refusal.again_at, "typed": typed_of(request)}
    return private(render(request, "stories/door/too_many.html", context, status=429))


def wait_page(request, refusal, band):
    """Answer 429 with the seconds to wait before a story can be begun, and the same press once more."""
    seconds = max(1, math.ceil((refusal.again_at - timezone.now()).total_seconds()))
    response = private(render(request, "stories/share/wait.html", {"seconds": seconds, "band": band}, status=429))
    response["Retry-After"] = str(seconds)
    return response
