"""A small team: by one press an administrator gives somebody the roles that may meet in one person."""

from django import forms
from django.contrib import messages
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods
from wagtail.log_actions import log

from .doors import for_role, fresh
from .enums import Role, SmallTeam
from .meeting import say_which_hands_keep_apart
from .models import User
from .rules import can_give_roles, meetings


class SmallTeamForm(forms.Form):
    """Who, and which roles."""

    person = forms.ModelChoiceField(label=_("Who"), queryset=User.objects.none(), empty_label=_("Choose a person"))
    preset = forms.ChoiceField(label=_("What they do"), choices=SmallTeam.choices, widget=forms.RadioSelect)

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = User.objects.filter(is_active=True).exclude(pk=by.pk).order_by("email")


@for_role(Role.ADMINISTRATOR)
@fresh
@require_http_methods(["GET", "HEAD", "POST"])
def small_team(request):
    """Show what each choice gives and what is kept apart on one story; give it."""
    form = SmallTeamForm(request.POST if request.method == "POST" else None, by=request.user)
    if form.is_valid():
        person = form.cleaned_data["person"]
        give_roles(person=person, by=request.user, preset=SmallTeam(form.cleaned_data["preset"]))
        messages.success(request, now("%(name)s has these roles now, and signs in again.") % {"name": person})
        say_which_hands_keep_apart(request, person)
        return redirect("people:small_team")
    choices = [
        {"name": one.label, "roles": [role.label for role in one.roles], "apart": meetings(one.roles)}
        for one in SmallTeam
    ]
    return TemplateResponse(request, "workflows/people/small_team.html", {"form": form, "choices": choices})


def give_roles(*, person: User, by: User, preset: SmallTeam) -> None:
    """Give somebody the roles of a small team besides those they have: logged, and their sessions end.

    What a role asks for besides, such as training or a mark that was seen, is not given with it. Raises
    PermissionDenied for anyone but an administrator, and for oneself: somebody else says what one may do.
    """
    if not can_give_roles(by, person):
        raise PermissionDenied
    with transaction.atomic(durable=True):
        person.groups.add(*Group.objects.filter(name__in=[role.value for role in preset.roles]))
        log(instance=person, action="wagtail.edit", user=by)
