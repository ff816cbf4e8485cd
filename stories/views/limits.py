"""The page for a network that tried too often: it says when to try again, and hands back what was typed."""

from django.shortcuts import render

from stories.sessions import private, typed_of


def too_many_page(request, refusal):
    """Answer 429 with the time from which it works again."""
    context = {"again_at": refusal.again_at, "typed": typed_of(request)}
    return private(render(request, "stories/door/too_many.html", context, status=429))
