"""A new language's stories stand under the review at which authors are asked, whatever it is called."""

import pytest
from wagtail.models import Locale, Workflow

from home.models import HomePage
from stories.models import StoriesIndexPage

pytestmark = pytest.mark.django_db


def test_a_new_section_is_put_under_the_review_even_after_it_was_renamed():
    Workflow.objects.filter(name="Story review").update(name="How we read stories")
    Workflow.objects.create(name="Story review")
    gaelic, _made = Locale.objects.get_or_create(language_code="gd")
    home = HomePage.objects.first().copy_for_translation(gaelic)
    index = home.add_child(instance=StoriesIndexPage(title="Sgeulachdan", slug="sgeulachdan", locale=gaelic))
    assert index.get_workflow().name == "How we read stories"
