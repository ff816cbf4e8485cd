"""Tags every template may use: the frame of a page, thread art, mistakes in a form."""

from django import template
from django.conf import settings
from django.forms import Field, PasswordInput
from django.urls import translate_url
from django.utils import translation

from home import threadart
from home.frame import frame

register = template.Library()


@register.simple_tag
def page_frame():
    """Return help lines, menu and footer of the language now spoken."""
    return frame()


@register.simple_tag
def thread_art(key, width=640, height=320, wash=""):
    """Draw the thread of a key: `{% thread_art page.case 640 320 %}`."""
    return threadart.thread_art(str(key), width, height, wash)


@register.simple_tag(takes_context=True)
def other_languages(context):
    """Return a link for each other open language: to this page's translation where there is one, else to its home."""
    here, homes = translation.get_language(), frame().homes
    others = [code for code, _name in settings.LANGUAGES if code != here and code in homes]
    if not others:
        return []
    addresses = homes | _addresses(context.get("request"), others) | _translations(context.get("page"))
    return [
        {"code": code, "name": translation.get_language_info(code)["name_local"], "url": addresses[code]}
        for code in others
    ]


def _addresses(request, codes):
    """Return the same form in other languages; a page of the tree has translations instead."""
    match = getattr(request, "resolver_match", None)
    if not match or match.view_name in {None, "wagtail_serve"}:
        return {}
    return {code: translate_url(request.path, code) for code in codes}


def _translations(page):
    """Return the public translations of a page; a story's own `public()` leaves out what is not sealed."""
    if page is None or not page.pk:
        return {}
    others = type(page).objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
    found = others.live().public().select_related("locale")
    return {other.locale.language_code: other.url for other in found}


@register.simple_tag(takes_context=True)
def menu_marks(context, links):
    """Return (link, whether the visitor is in that part) for each link of the menu."""
    path = getattr(context.get("request"), "path", "")
    return [(link, path.startswith(link.url)) for link in links]


@register.inclusion_tag("components/error_summary.html")
def error_summary(form):
    """List the mistakes of a form, each a link to its field. Nothing when there are none.

    Everything typed is given back, except a password.
    """
    if not form or not getattr(form, "errors", None):
        return {"problems": []}
    problems = [(f"#{_first_input(form)}", text) for text in form.non_field_errors()]
    for field in form:
        problems += [(f"#{_target(field)}", _said(field, text)) for text in field.errors]
    kept = not any(isinstance(field.field.widget, PasswordInput) for field in form)
    return {"problems": problems, "kept": kept}


def _said(field, text) -> str:
    """Return a mistake as the list says it: Django's "this field" gets the question's own words before it."""
    return f"{field.label}: {text}" if text == Field.default_error_messages["required"] else text


def _target(field) -> str:
    """Return the id a link can reach: a list of choices has its own only on its first choice."""
    return f"{field.auto_id}_0" if field.use_fieldset else field.id_for_label


def _first_input(form) -> str:
    return next((_target(field) for field in form.visible_fields()), "main")


@register.simple_tag
def error_title(form=None):
    """Return what a title begins with when a form was not accepted."""
    return translation.gettext("Error: ") if form and getattr(form, "errors", None) else ""
