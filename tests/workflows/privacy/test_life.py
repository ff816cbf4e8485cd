"""A story lives its whole life, a new round too, and is taken back: of the canary in every place, none is left.

Requirement 60.
"""

import pytest

from stories.actions import take_back
from stories.models import Gone
from tests.life import live, places
from tests.plant import cases_in
from tests.rounds import end, live_on
from workflows.privacy.models import Erasure

pytestmark = pytest.mark.django_db
CANARY = "zqxcanarylife"
NAMED = {
    "stories.Submission": "headline words byline contact agreement",
    "stories.Attachment": "content text",
    "stories.Message": "text",
    "stories.Claim": "remembered contact proof",
    "stories_storypage": "headline byline body pull picture_alt author_picture_alt",
    "privacy.Letter": "address",
    "review.Suggestion": "before after reason own_words",
    "review.Findings": "found",
    "review.HalfWritten": "typed",
    "safeguarding.Concern": "text outcome",
    "safeguarding.ConcernEntry": "answers",
    "wagtailcore_page": "draft_title",
    "wagtailcore_revision": "content",
    "wagtailcore_pagelogentry": "label data",
    "wagtailcore_comment": "text",
    "wagtailcore_commentreply": "text",
    "wagtailadmin_formstate": "data",
    "wagtailredirects_redirect": "old_path",
    "wagtailsearch_indexentry": "autocomplete body",
    "wagtail_localize_translationsource": "content_json",
    "wagtail_localize_string": "data",
    "wagtail_localize_stringsegment": "attrs",
    "wagtail_localize_stringtranslation": "data",
    "wagtail_localize_segmentoverride": "data_json",
    "wagtail_localize_overridablesegment": "data_json",
    "wagtail_localize_template": "template",
    "django_session": "session_data",
    "django_tasks_database_dbtaskresult": "traceback",
}
PLACES = {f"{table}.{column}" for table, columns in NAMED.items() for column in columns.split()}
ENGINES_OWN = "wagtailsearch_indexentry_fts"  # SQLite's tables behind the search


def test_nothing_is_left_of_a_story_after_its_whole_life(mailoutbox):
    case, seen = live_on(CANARY)
    found = {place.removesuffix("_text") for place in seen if not place.startswith(ENGINES_OWN)}
    assert found == PLACES  # PostgreSQL keeps what is searched in body_text
    assert len(PLACES) == 46
    end(case)
    assert places(CANARY) == set()
    kept = {"privacy.AccessLog", "privacy.Consent", "privacy.Erasure", "review.Reading"}
    assert cases_in(case).keys() == kept
    assert [erasure.case for erasure in Erasure.objects.all()] == [case]
    assert Gone.objects.count() == 1
    assert mailoutbox == []


def test_one_press_is_enough_where_nobody_worries():
    case = live(CANARY)
    assert len(places(CANARY)) >= 30
    take_back(case=case)
    assert places(CANARY) == set()
