"""Showing again that it is you, in the way of what you were doing: nothing typed is lost, and none of it is stored."""

from allauth.account.forms import ReauthenticateForm
from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import begin_authentication
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from .codes import CodeForm
from .factors import has_second_step
from .passkeys import PasskeyForm

PREFIX = "prove"  # before the names of our fields, so that none of the form's own is taken for one
ASKED = f"{PREFIX}-asked"
METHOD = f"{PREFIX}-method"


def prove(request):
    """Ask for a code or a passkey, or for the password where there is no second step yet.

    What was sent comes along as hidden fields and goes to the same address again, with the proof. Returns None when
    the proof in this request is right and the request is what it was; the answer to give otherwise.
    """
    forms = _forms(request)
    right = next((form for form in forms.values() if form.is_bound and form.is_valid()), None)
    if right is None:
        return _ask(request, forms)
    _note(request, right)
    if request.POST.get(METHOD) == "GET":
        return HttpResponseRedirect(request.get_full_path())
    _without_proof(request)
    return None


def _forms(request) -> dict:
    """Return the ways this person can show it, each bound if it is the one that was sent."""
    person, asked = request.user, request.POST.get(ASKED) if request.method == "POST" else None
    if not has_second_step(person):
        kinds = {"password": ReauthenticateForm}
    else:
        kinds = {"code": CodeForm}
        if Authenticator.objects.filter(user=person, type=Authenticator.Type.WEBAUTHN).exists():
            kinds["passkey"] = PasskeyForm
    sent = {name: request.POST if name == asked else None for name in kinds}
    forms = {name: kind(sent[name], user=person, prefix=f"{PREFIX}-{name}") for name, kind in kinds.items()}
    for form in forms.values():
        form.use_required_attribute = False
    return forms


def _note(request, form) -> None:
    """Write down in the session how they showed it, and when."""
    if isinstance(form, ReauthenticateForm):
        reauthenticate_by_password(request)
        return
    authenticator = form.authenticator if isinstance(form, CodeForm) else form.cleaned_data["credential"]
    post_authentication(request, authenticator, reauthenticated=True)


@never_cache
def _ask(request, forms):
    kept = [
        (name, value)
        for name, values in request.POST.lists()
        if not name.startswith(PREFIX) and name != "csrfmiddlewaretoken"
        for value in values
    ]
    was = request.POST.get(METHOD) or request.method
    context = {
        "ways": forms,
        "kept": kept,
        "kept_with_passkey": [*kept, (ASKED, "passkey"), (METHOD, was)],
        "asked": ASKED,
        "method": METHOD,
        "was": was,
        "form": next((form for form in forms.values() if form.is_bound), None),
        "options": begin_authentication(request.user) if "passkey" in forms else None,
    }
    return render(request, "workflows/people/prove.html", context, status=403)


def _without_proof(request) -> None:
    """Give the view the form as it was, without our fields."""
    sent = request.POST.copy()
    for name in list(sent):
        if name.startswith(PREFIX):
            del sent[name]
    request.POST = sent
