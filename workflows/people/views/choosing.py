"""A champion's own choices: how often we write, and how their name may appear."""

from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from workflows.people.actions import choose_letters, choose_name
from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.people.forms.choosing import LettersForm, NameForm
from workflows.people.models import Champion


@for_role(Role.CHAMPION)
@require_safe
def choices(request):
    """Show both choices as they stand."""
    return _show(request)


@for_role(Role.CHAMPION)
@require_POST
def letters(request):
    """Take how often somebody wants to hear from us."""
    form = LettersForm(request.POST)
    if not form.is_valid():
        return _show(request, letters_form=form)
    choose_letters(person=request.user, **form.cleaned_data)
    messages.success(request, _("Kept. You can change it whenever you like."))
    return redirect("care:choices")


@for_role(Role.CHAMPION)
@require_POST
def name(request):
    """Take how somebody's name may appear."""
    form = NameForm(request.POST)
    if not form.is_valid():
        return _show(request, name_form=form)
    choose_name(person=request.user, **form.cleaned_data)
    messages.success(request, _("Kept. What you took away is gone from every page now."))
    return redirect("care:choices")


def _show(request, letters_form=None, name_form=None):
    mine = Champion.objects.filter(person=request.user).first() or Champion()
    named = {"shown_as": mine.shown_as, "made_up_name": mine.made_up_name}
    context = {
        "letters_form": letters_form or LettersForm(initial={"letters": mine.letters}),
        "name_form": name_form or NameForm(initial=named),
        "form": letters_form or name_form,
    }
    return TemplateResponse(request, "workflows/people/choices.html", context)
