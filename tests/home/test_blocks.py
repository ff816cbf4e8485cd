"""The blocks of the first page: a preview of each, and words of a story only while the story itself may be read."""

import datetime

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import timezone
from wagtail.models import Locale

from home.blocks import PLAIN, QuotationBlock
from home.front_blocks import HOME, CampaignBlock, EventBlock
from home.models import ContentNote, HomePage
from stories.models import StoryPage
from stories.quoting import quotation_of
from stories.uses import say_no
from tests.factories import make_person, make_public_story
from workflows.people.enums import Role
from workflows.privacy.enums import Use
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

pytestmark = pytest.mark.django_db
EMPTY = {"picture", "data_facts", "policy"}  # filled from elsewhere: from a file, from what the charity decided


def preview_of(block) -> str:
    value = block.get_preview_value()
    context = {"request": RequestFactory().get("/"), "block_def": block, "bound_block": block.bind(value)}
    context = block.get_preview_context(value, context)
    return render_to_string(block.get_preview_template(value, context), context)


@pytest.mark.parametrize(("name", "block"), [*HOME, *PLAIN], ids=lambda one: one if isinstance(one, str) else "")
def test_every_block_can_be_looked_at_before_it_is_chosen(name, block):
    assert block.is_previewable
    assert block.meta.description
    html = preview_of(block)
    assert "css/base" in html
    main = html.split("<main>")[1].split("</main>")[0].strip()
    assert (len(main) > 20) or name in EMPTY


def test_a_quotation_is_the_paragraph_it_names_or_the_one_its_author_agreed_to():
    story = make_public_story(pull="She asked again.", byline="Mirren")
    assert quotation_of(story, 1).words == "Before every match I counted."
    assert quotation_of(story, None).words == "She asked again."
    assert quotation_of(story, 3) is None
    assert quotation_of(None, 1) is None
    assert (quotation_of(story, 1).byline, quotation_of(story, 1).lang) == ("Mirren", "en")


def test_without_an_agreed_quotation_nothing_is_drawn_out():
    assert quotation_of(make_public_story(), None) is None


def ends_its_use(story):
    say_no(case=story.case, use=Use.PUBLISH)


def is_paused(story):
    raise_concern(case=story.case, raised_by=RaisedBy.STAFF, person=make_person(Role.SAFEGUARDING))


def is_changed_behind_the_model(story):
    StoryPage.objects.filter(pk=story.pk).update(headline="Another")


def is_taken_down(story):
    StoryPage.objects.filter(pk=story.pk).update(live=False)


@pytest.mark.parametrize("what", [ends_its_use, is_paused, is_changed_behind_the_model, is_taken_down])
@pytest.mark.django_db(transaction=True)
def test_a_quotation_and_a_chosen_card_go_with_the_story(client, what):
    story, other = make_public_story(headline="Chosen one"), make_public_story(headline="Newest")
    home = HomePage.objects.get(locale=Locale.get_default())
    home.body = [
        ("quotation", {"story": story, "paragraph": 1}),
        ("stories", {"heading": "Picked", "number": 3, "chosen": [story]}),
    ]
    home.save_revision().publish()
    html = client.get("/en/").text
    assert "Before every match I counted." in html
    assert "Chosen one" in html
    assert "Newest" not in html
    what(story)
    html = client.get("/en/").text
    assert "Before every match I counted." not in html
    assert "Chosen one" not in html
    assert other.headline in html


def test_a_quotation_says_what_its_story_mentions():
    ContentNote.objects.create(key="anxiety", text="anxiety", locale=Locale.get_default())
    story = make_public_story(notes=["anxiety"])
    value = QuotationBlock().to_python({"story": story.pk, "paragraph": 1})
    html = QuotationBlock().render(value, {"request": RequestFactory().get("/en/")})
    assert html.index("Before every match") < html.index("Mentions anxiety") < html.index(story.get_url())


@pytest.mark.parametrize(("starts", "ends", "is_on"), [(None, None, True), (-1, 0, True), (0, 1, True), (1, 2, False)])
def test_a_campaign_is_shown_on_its_days(starts, ends, is_on):
    today = timezone.localdate()
    days = [day if day is None else today + datetime.timedelta(days=day) for day in (starts, ends)]
    block = CampaignBlock()
    value = block.to_python({"heading": "Pass it on", "text": "For a day.", "starts": days[0], "ends": days[1]})
    assert ("Pass it on" in block.render(value)) is is_on


@pytest.mark.parametrize(("hours", "is_on"), [(5, True), (-2, True), (-4, False)])
def test_an_event_goes_when_it_is_over(hours, is_on):
    block = EventBlock()
    starts = timezone.now() + datetime.timedelta(hours=hours)
    value = block.to_python({"heading": "Walk a mile", "starts": starts.isoformat(), "place": "Harbour"})
    assert ("Walk a mile" in block.render(value)) is is_on


def test_over_means_after_its_own_end_where_it_has_one():
    block = EventBlock()
    now = timezone.now()
    times = {"starts": now - datetime.timedelta(hours=2), "ends": now - datetime.timedelta(hours=1)}
    value = block.to_python({"heading": "Walk", "place": "x"} | {key: at.isoformat() for key, at in times.items()})
    assert block.render(value).strip() == ""
