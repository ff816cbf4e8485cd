"""A newcomer's walk through every role in five minutes."""

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login as sign_in
from django.contrib.auth import logout
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from workflows.people.demo import PEOPLE
from workflows.people.models import User

from .record import read_record
from .seed import start_over

STATES = {
    "published": _("published"),
    "with-author": _("waits for its author’s yes"),
    "with-champions": _("with two champions"),
    "suggested": _("waits for its author’s answers"),
    "taken-back": _("taken back"),
    "frozen": _("paused"),
    "new": _("new at intake"),
}


@never_cache
def demo(request):
    """Show the walk, the people, and the codes of the seeded stories."""
    record = read_record()
    stories = [(title, STATES[state], code) for title, state, code in record["stories"] if state != "taken-back"]
    people = [(login, f"{first} {last}", role.label) for login, first, last, role in PEOPLE]
    context = {"stories": stories, "people": people, "password": record["password"]}
    return render(request, "demo.html", context)


@require_POST
def enter(request, login):
    """Sign in as one of the invented people."""
    if login not in {name for name, *_rest in PEOPLE}:
        return redirect("demo:demo")
    person = get_object_or_404(User, email=f"{login}@goldenthread.example")
    logout(request)
    sign_in(request, person)
    record_authentication(request, person, "password")  # here one press is as good as typing it
    return redirect("people:start")


@require_POST
def again(request):
    """Forget everything that was done and bring the first stories back."""
    logout(request)
    start_over()
    return redirect("demo:demo")
