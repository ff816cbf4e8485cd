"""What translators see in the admin: each translation, its source, what is out of date; and a second reading."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from .catalogues import share_translated
from .second_reading import (
    TRANSLATES,
    can_read_over,
    is_out_of_date,
    is_read_twice,
    read_over,
    source_of,
    translated_models,
)
from .translating import GlossaryTerm

MOST = 200


@dataclass(frozen=True)
class Translated:
    """One translation in the list."""

    page: Page
    source: Page | None
    is_read: bool
    is_outdated: bool


def may_look(user) -> bool:
    """Tell whether somebody translates, or keeps pages."""
    return user.is_active and (user.has_perm(TRANSLATES) or user.has_perm("home.change_helpline"))


def translations(request):
    """List every translation, those out of date first, and how much of our own words each open language has."""
    if not may_look(request.user):
        raise PermissionDenied
    rows = sorted(_rows(), key=lambda row: (not row.is_outdated, row.is_read, str(row.page)))
    codes = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    context = {"rows": rows, "shares": [(_own_name(code), share_translated(code)) for code in codes]}
    return TemplateResponse(request, "home/translations/list.html", context)


def _own_name(code: str) -> str:
    return get_language_info(code)["name_local"]


def _rows() -> list[Translated]:
    pages = Page.objects.exclude(locale__language_code=settings.LANGUAGE_CODE).exact_type(*translated_models())
    return [_row(page) for page in pages.select_related("locale").order_by("path").specific()[:MOST]]


def _row(page) -> Translated:
    source = source_of(page)
    draft = page.get_latest_revision_as_object()
    return Translated(page, source, is_read_twice(draft), is_out_of_date(page, source))


@require_http_methods(["GET", "POST"])
def second_reading(request, pk):
    """Show a draft beside its source and the glossary; take a second person's yes to it."""
    page = get_object_or_404(Page, pk=pk).specific
    source = source_of(page)
    if source is None or type(page) not in translated_models():
        raise Http404
    if not can_read_over(request.user, page):
        raise PermissionDenied
    if request.method == "POST":
        read_over(page=page, person=request.user)
        messages.success(request, _("Written down: you read it beside its source. It may go up now."))
        return redirect("translations")
    draft = page.get_latest_revision()
    context = {
        "page": page,
        "source": source.specific,
        "draft": page.get_latest_revision_as_object(),
        "is_own": bool(draft) and draft.user_id == request.user.pk,
        "terms": GlossaryTerm.objects.filter(language=page.locale.language_code),
    }
    return TemplateResponse(request, "home/translations/read.html", context)


def translation_urls():
    return [
        path("translations/", translations, name="translations"),
        path("translations/<int:pk>/read/", second_reading, name="second_reading"),
    ]


class OnlyForTranslators(MenuItem):
    def is_shown(self, request):
        return may_look(request.user)


def translations_menu_item():
    """Return the entry under Reports."""
    label = gettext_lazy("Translations, read twice")
    return OnlyForTranslators(label, reverse("translations"), name="read-twice", icon_name="globe", order=40)
