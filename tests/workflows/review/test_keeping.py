"""What a champion has typed is kept for them, restored when they come back, and gone with their reading."""

import pytest

from tests.factories import make_person
from workflows.people.enums import Role
from workflows.people.models import Qualification
from workflows.review.actions import cast_vote, give_back
from workflows.review.enums import ReadingState, Verdict
from workflows.review.keeping import MOST, forget_ended, typed_by
from workflows.review.models import HalfWritten, Reading
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

from .reader import begin, digest_of, paragraph, send_vote, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def reading(client):
    return begin(client)


def half(reading, **changed):
    key, words = paragraph(reading)
    return {"paragraph": key, "after": f"{words} Half", "reason": "Because I", "kind": "suggestion", **changed}


def keep(client, reading, **data):
    return client.post(url("keep", reading), data or half(reading))


def test_keep_for_later_leads_to_the_desk_and_it_is_there_again(client, reading):
    answer = client.post(url("keep", reading), half(reading), follow=True)
    assert "Kept for later." in answer.text
    html = client.get(url("reading", reading)).text
    assert "You began this before." in html
    assert "never asked. Half</textarea>" in html
    assert "Because I" in html


def test_it_is_kept_by_itself_while_somebody_writes(client, reading):
    answer = keep(client, reading, **half(reading, do="autosave"))
    assert answer.json() == {"said": "Kept. Only you can see it."}
    assert typed_by(Reading.objects.get(pk=reading.pk))[paragraph(reading)[0]]["reason"] == "Because I"


def test_the_answers_are_kept_beside_a_suggestion(client, reading):
    keep(client, reading)
    keep(client, reading, do="autosave", true="something", true_points=["true-1", "true-2"], true_line="Who tells it?")
    assert set(HalfWritten.objects.get().typed) == {paragraph(reading)[0], "answers"}
    html = client.get(url("reading", reading)).text
    assert 'value="Who tells it?"' in html
    assert html.count("checked") == 4  # what it is, something, two points


def test_what_is_sent_or_thrown_away_is_kept_no_more(client, reading):
    keep(client, reading)
    client.post(url("suggest", reading), half(reading, digest=digest_of(reading)))
    assert HalfWritten.objects.get().typed == {}
    keep(client, reading)
    assert keep(client, reading, **half(reading, do="forget")).status_code == 302
    assert HalfWritten.objects.get().typed == {}


@pytest.mark.parametrize("end", ["vote", "hand back", "decided", "lapsed"])
def test_it_goes_with_the_reading_however_that_ends(client, reading, end):
    keep(client, reading)
    if end == "vote":
        send_vote(client, reading)
    elif end == "hand back":
        give_back(reading=reading, person=reading.champion, state=ReadingState.HANDED_BACK)
    elif end == "decided":
        third = Reading.objects.create(case=reading.case, champion=make_person(Role.CHAMPION), due_on=reading.due_on)
        for one in (third, Reading.objects.exclude(pk__in=[reading.pk, third.pk]).get(case=reading.case)):
            cast_vote(reading=one, person=one.champion, digest=digest_of(one), verdict=Verdict.FINE)
    else:
        Reading.objects.filter(pk=reading.pk).update(state=ReadingState.LAPSED)
        forget_ended()  # on the minute
    assert HalfWritten.objects.count() == 0


def test_a_pause_takes_nothing(client, reading):
    raise_concern(case=reading.case, raised_by=RaisedBy.AUTHOR)
    assert keep(client, reading, **half(reading, do="autosave")).status_code == 200
    answer = client.post(url("suggest", reading), half(reading, digest=digest_of(reading)))
    assert answer.status_code == 409
    assert "It is kept for you" in answer.text
    assert "Because I" in answer.text
    assert HalfWritten.objects.count() == 1


def test_after_the_end_it_is_given_back_to_copy(client, reading):
    Reading.objects.filter(pk=reading.pk).update(state=ReadingState.LAPSED)
    answer = keep(client, reading)
    assert answer.status_code == 409
    assert "It was passed on to somebody else." in answer.text
    assert "Because I" in answer.text
    said = keep(client, reading, **half(reading, do="autosave"))
    assert (said.status_code, "copy what you want to keep" in said.json()["said"]) == (409, True)


def test_more_than_is_kept_is_refused_and_given_back(client, reading):
    answer = keep(client, reading, **half(reading, reason="x" * (MOST + 1)))
    assert answer.status_code == 409
    assert "more than we can keep" in answer.text
    assert HalfWritten.objects.count() == 0


@pytest.mark.parametrize("name", ["keep", "spelling"])
def test_nobody_keeps_or_tidies_in_anothers_reading(client, reading, name):
    client.force_login(make_person(Role.CHAMPION))
    answer = client.post(url(name, reading), half(reading))
    assert answer.status_code == 403
    assert "Because I" not in answer.text
    assert HalfWritten.objects.count() == 0


@pytest.mark.parametrize("name", ["keep", "suggest", "vote", "reading"])
@pytest.mark.parametrize("lost", ["mark", "role"])
def test_who_may_read_no_more_gets_a_clear_page_with_their_words_and_none_of_the_storys(client, reading, name, lost):
    data = half(reading, digest=digest_of(reading))
    if lost == "mark":
        Qualification.objects.filter(person=reading.champion).delete()
    else:
        reading.champion.groups.clear()
        client.force_login(reading.champion)  # a changed role ends every session
    answer = client.get(url(name, reading)) if name == "reading" else client.post(url(name, reading), data)
    assert answer.status_code == 403
    assert "This is not open to you now" in answer.text
    assert ("Because I" in answer.text) == (name != "reading")
    assert "Then my friend asked twice." not in answer.text
    assert "no-store" in answer["Cache-Control"]
