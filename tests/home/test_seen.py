"""Every field somebody fills in in the admin says who sees it. Its own help comes first."""

import pytest
from django.apps import apps
from wagtail.admin.panels import FieldPanel, get_edit_handler
from wagtail.admin.panels.group import PanelGroup
from wagtail.contrib.settings.registry import registry
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models

from home.models import HelpLine, PlainPage
from home.seen import EVERYONE, STAFF, Seen

OURS = {config.label for config in apps.get_app_configs() if config.name.split(".")[0] in {"home", "stories", "toolkits", "workflows"}}  # fmt: skip  # noqa: E501


TIMERS = {"go_live_at", "expire_at"}  # Wagtail’s own panel says what they do


def fields(panel):
    """Return every field below a panel."""
    if isinstance(panel, PanelGroup):
        return [field for child in panel.children for field in fields(child)]
    return [panel] if isinstance(panel, FieldPanel) and panel.field_name not in TIMERS else []


def handlers():
    """Return (model, its form in the admin) of every page, snippet and setting of ours."""
    for model in [*get_page_models(), *get_snippet_models(), *registry]:
        if model is Page or model._meta.app_label not in OURS:
            continue
        viewset = getattr(model, "snippet_viewset", None)
        yield (
            model,
            viewset._edit_handler
            if viewset
            else get_edit_handler(model)
            if model in registry
            else model.get_edit_handler(),
        )


def test_every_field_of_our_forms_says_who_sees_it():
    found = {f"{model.__name__}.{field.field_name}": isinstance(field, Seen) for model, top in handlers() for field in fields(top)}  # fmt: skip  # noqa: E501
    assert len(found) > 100
    assert [name for name, is_said in found.items() if not is_said] == []


@pytest.mark.django_db
def test_it_is_read_after_the_fields_own_help(rf):
    page = PlainPage.objects.get(slug="accessibility")
    bound = PlainPage.get_edit_handler().get_form_class()(instance=page)
    tops = PlainPage.get_edit_handler().get_bound_panel(instance=page, request=rf.get("/"), form=bound)
    said = {panel.field_name: str(panel.help_text) for panel in leaves(tops)}
    assert said["intro"] == f"One or two short sentences. {EVERYONE}"
    assert said["review_on"] == STAFF
    assert said["slug"].endswith("links that people share.")


def leaves(bound):
    children = getattr(bound, "children", None)
    return [leaf for child in children for leaf in leaves(child)] if children else [bound]


def test_what_somebody_else_sees_is_said_apart():
    said = {field.field_name: field.who for field in fields(HelpLine.snippet_viewset._edit_handler)}
    assert (said["phone"], said["next_check"]) == (EVERYONE, STAFF)
