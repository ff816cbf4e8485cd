"""Tags every template may use: the frame of a page, thread art, mistakes in a form."""

from django import template
from django.forms import Field, PasswordInput
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


@register.simple_tag
def newest_changes(value):
    """Return the newest changes a block of the first page asks for, as maps of their parts."""
    page = value["page"].specific if value["page"] and value["page"].live else None
    return [block.value for block in page.changes_in_order[: value["number"]]] if page else []


@register.simple_tag
def way_to(page):
    """Return (title, address) of the pages between the first page and this one; no query for its children."""
    above = page.get_ancestors().live().filter(depth__gte=3) if page.depth > 3 else []
    return [(one.title, one.url) for one in above]


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
