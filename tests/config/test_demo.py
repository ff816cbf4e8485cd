"""The demonstration: filled by the real actions, twice as once, started over at a press, never part of a real site."""

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.urls import reverse

from stories.demo.seed import seed_sharing
from stories.enums import State
from stories.models import Gone, StoryPage
from stories.sharing import Sharing
from stories.submission import Submission
from toolkits.demo import kitchen_table, pack
from toolkits.models import PackRelease
from workflows.people.demo import PEOPLE, seed_people
from workflows.people.models import User
from workflows.privacy.models import Erasure, Letter
from workflows.review.cases import step_of
from workflows.review.enums import MADE_BY_READERS
from workflows.review.models import Reading, Suggestion
from workflows.safeguarding.models import Concern

RELEASES = len(pack.RELEASES) + len(kitchen_table.RELEASES)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_record(settings, tmp_path):
    """Keep the record of this run apart."""
    settings.DEMO_RECORD = tmp_path / "demo.json"
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.DEMO_RECORD


def steps():
    cases = Submission.objects.filter(state=State.ACCEPTED).values_list("case", flat=True)
    return sorted(type(step.task.specific).__name__ for step in map(step_of, cases) if step)


def counts():
    models = (Submission, Reading, StoryPage, Gone, Erasure, User, PackRelease)
    return [model.objects.count() for model in models]


def test_every_stop_of_the_road_is_shown_and_starting_over_brings_it_back(client, own_record):
    call_command("seed", verbosity=0)
    assert StoryPage.objects.public().count() == 3
    assert steps() == ["AuthorSealTask", "AuthorSealTask", "ChampionReviewTask", "ChampionReviewTask"]
    assert Submission.objects.filter(state=State.SENT).count() == 2
    assert Concern.objects.open().count() == 1
    made = Suggestion.objects.unanswered().filter(kind__in=MADE_BY_READERS)
    assert made.count() == 2
    assert counts() == [9, 16, 7, 1, 1, len(PEOPLE), RELEASES]
    assert own_record.stat().st_mode & 0o077 == 0
    assert not Letter.objects.due().exists()
    first = own_record.read_text()

    call_command("seed", verbosity=0)
    call_command("seed", verbosity=0, if_empty=True)
    assert own_record.read_text() == first
    assert counts() == [9, 16, 7, 1, 1, len(PEOPLE), RELEASES]

    page = client.get(reverse("demo:demo")).content.decode()
    assert "Come in as Ruth Galbraith" in page
    assert "The quiet table" in page
    assert "A badge on my rucksack" not in page

    assert client.post(reverse("demo:again")).status_code == 302
    assert own_record.read_text() != first
    assert counts() == [9, 16, 7, 1, 1, len(PEOPLE), RELEASES]


def test_a_newcomer_comes_in_as_anyone_at_a_press(client):
    seed_people("a long password")
    response = client.post(reverse("demo:enter", args=["ruth"]), follow=True)
    assert response.redirect_chain[-1][0] == reverse("stories:intake")
    client.post(reverse("demo:enter", args=["nobody"]))
    assert client.get(reverse("demo:enter", args=["ruth"])).status_code == 405


def test_a_real_site_has_no_demonstration(settings):
    settings.DEMO = False
    with pytest.raises(CommandError):
        call_command("seed", verbosity=0)


def test_production_settings_never_turn_it_on():
    text = (settings.ROOT / "site/config/settings/production.py").read_text()
    assert "DEMO" not in text


def test_somebody_to_talk_to_is_named_once():
    seed_sharing()
    assert Sharing.load().contact_name == "Ishbel"
    Sharing.objects.update(contact_name="Morag")
    seed_sharing()
    assert Sharing.load().contact_name == "Morag"
