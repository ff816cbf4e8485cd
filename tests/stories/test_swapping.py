"""At their own step authors leave a picture or recording out, or give another: read first, and old bytes go.

Requirement 9.
"""

import datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from stories.attached import PICTURE, SOUND
from stories.enums import AttachedKind
from stories.models import Attachment, StoryPage
from stories.swapping import leave_out, put_back, swap
from tests.factories import make_cleaned, make_person, make_story_being_read, make_story_with_author, make_submission
from workflows.people.enums import Role
from workflows.privacy.models import AccessLog
from workflows.review.actions import publish_due
from workflows.review.answering import check_own_words, confirm_own_words
from workflows.review.cases import draft_of, page_of
from workflows.review.coverage import is_covered
from workflows.review.errors import Frozen, Late, Refused
from workflows.review.models import Suggestion
from workflows.review.rewriting import begin_change, keep_as_it_was

from .room import enter, freeze, publish, say_yes, set_day, text_of

pytestmark = pytest.mark.django_db
KINDS = list(AttachedKind)
COLUMN = {AttachedKind.PICTURE: PICTURE, AttachedKind.SOUND: SOUND}


@pytest.fixture
def case():
    """A story with a picture and a recording, with its author."""
    return make_story_with_author(beside=KINDS)


@pytest.fixture
def keeper():
    return make_person(Role.SAFEGUARDING)


def on_page(case, kind):
    """Return the bytes that the draft shows."""
    found = getattr(draft_of(page_of(case)), COLUMN[kind])
    return bytes(found.content) if found else None


def another(case, kind, content=b"another", text="A blue kite."):
    swap(case=case, kind=kind, cleaned=make_cleaned(content, kind), text=text)
    return Suggestion.objects.get(case=case, paragraph=COLUMN[kind], turned_down=False)


def publish_it(case):
    """Take this story on to the world."""
    say_yes(case)
    with time_machine.travel(set_day(case) + datetime.timedelta(minutes=1)):
        assert publish_due(case=case)


def read_by_two(row):
    check_own_words(suggestion=row, person=make_person(Role.SAFEGUARDING))
    confirm_own_words(suggestion=row, person=make_person(Role.CHAMPION))


def kept_bytes(case):
    return {bytes(one.content) for one in Attachment.objects.kept().filter(case=case)}


@pytest.mark.parametrize("kind", KINDS)
def test_left_out_at_once_put_back_at_once_and_covered_both_ways(case, kind):
    before = on_page(case, kind)
    leave_out(case=case, kind=kind)
    assert on_page(case, kind) is None
    assert is_covered(page_of(case), draft_of(page_of(case)))
    put_back(case=case, kind=kind)
    assert on_page(case, kind) == before
    leave_out(case=case, kind=kind)
    say_yes(case)


@pytest.mark.parametrize("kind", KINDS)
def test_another_goes_on_the_page_once_safeguarding_let_it_in_and_needs_a_champion(case, kind):
    before = on_page(case, kind)
    row = another(case, kind)
    assert on_page(case, kind) == before
    with pytest.raises(Refused, match="still being read"):
        say_yes(case)
    check_own_words(suggestion=row, person=make_person(Role.SAFEGUARDING))
    assert on_page(case, kind) == b"another"
    assert not is_covered(page_of(case), draft_of(page_of(case)))
    confirm_own_words(suggestion=row, person=make_person(Role.CHAMPION))
    say_yes(case)


def test_a_picture_that_nobody_said_in_words_goes_on_no_page(case, keeper):
    row = another(case, AttachedKind.PICTURE, text="")
    with pytest.raises(Refused, match="First write down"):
        check_own_words(suggestion=row, person=keeper)
    check_own_words(suggestion=row, person=keeper, shows="A blue kite.")
    assert draft_of(page_of(case)).author_picture_alt == "A blue kite."


def test_files_put_on_the_draft_behind_their_readers_are_not_covered(case):
    draft = draft_of(page_of(case))
    draft.author_picture_alt = ""
    assert not is_covered(page_of(case), draft)
    draft = draft_of(page_of(case))
    draft.author_picture = Attachment.objects.create(
        case=case, kind=AttachedKind.PICTURE, waiting=False, **vars(make_cleaned(b"slipped in"))
    )
    assert not is_covered(page_of(case), draft)


def test_what_cannot_be_used_comes_back_with_the_reason(client, case, keeper):
    row = another(case, AttachedKind.PICTURE)
    check_own_words(suggestion=row, person=keeper, reason="A school badge is on it.")
    assert on_page(case, AttachedKind.PICTURE) == b"a picture"
    enter(client, case)
    assert "A school badge is on it." in client.get(reverse("stories:suggestions")).text
    assert "A school badge is on it." in client.get(reverse("stories:change_picture")).text
    with pytest.raises(Refused):
        say_yes(case)
    put_back(case=case, kind=AttachedKind.PICTURE)
    say_yes(case)


def test_a_champion_may_say_no_as_well_and_then_that_file_is_never_covered(case, keeper):
    row = another(case, AttachedKind.PICTURE)
    check_own_words(suggestion=row, person=keeper)
    confirm_own_words(suggestion=row, person=make_person(Role.CHAMPION), reason="A face.")
    assert not is_covered(page_of(case), draft_of(page_of(case)))
    leave_out(case=case, kind=AttachedKind.PICTURE)
    say_yes(case)


def test_a_published_story_gets_a_first_picture_and_another_recording():
    case = publish(beside=[AttachedKind.SOUND])
    begin_change(case=case, stays_up=True)
    for kind in KINDS:
        read_by_two(another(case, kind))
    assert StoryPage.objects.get().author_picture is None
    say_yes(case)
    assert {on_page(case, kind) for kind in KINDS} == {b"another"}


def test_old_bytes_go_when_the_page_is_out_and_their_digest_stays(case):
    leave_out(case=case, kind=AttachedKind.SOUND)
    read_by_two(another(case, AttachedKind.PICTURE))
    assert kept_bytes(case) == {b"a picture", b"another", b"a recording"}
    publish_it(case)
    assert kept_bytes(case) == {b"another"}
    gone = Attachment.objects.get(case=case, kind=AttachedKind.SOUND)
    assert (bytes(gone.content), gone.size, len(gone.sha256)) == (b"", 0, 64)
    assert is_covered(page_of(case), draft_of(page_of(case)))


def test_bytes_of_a_try_go_with_the_next_one(case):
    another(case, AttachedKind.PICTURE, b"first try")
    another(case, AttachedKind.PICTURE, b"second try")
    assert kept_bytes(case) == {b"a picture", b"second try", b"a recording"}


def test_what_the_live_page_shows_stays_in_a_new_round_and_what_was_tried_goes_with_it():
    case = publish(beside=KINDS)
    begin_change(case=case, stays_up=True)
    leave_out(case=case, kind=AttachedKind.SOUND)
    another(case, AttachedKind.PICTURE)
    assert kept_bytes(case) == {b"a picture", b"another", b"a recording"}
    keep_as_it_was(case=case)
    assert kept_bytes(case) == {b"a picture", b"a recording"}


def test_nobody_but_their_author_and_only_at_their_step(case):
    elsewhere = [make_submission().case, make_story_being_read(beside=KINDS).case]
    for other in elsewhere:
        with pytest.raises(Late):
            leave_out(case=other, kind=AttachedKind.PICTURE)
    with pytest.raises(Late):
        put_back(case=case, kind=AttachedKind.PICTURE)
    freeze(case)
    with pytest.raises(Frozen):
        swap(case=case, kind=AttachedKind.PICTURE, cleaned=make_cleaned(b"x"))


def test_the_new_file_is_seen_by_safeguarding_then_one_champion_and_nobody_else(client, case, keeper):
    row = another(case, AttachedKind.PICTURE)
    champion = make_person(Role.CHAMPION)
    address, later = (reverse(f"stories:{name}", args=[row.pk]) for name in ("intake_words_file", "changed_file"))
    client.force_login(champion)
    assert {client.get(here).status_code for here in (address, later)} == {403}
    client.force_login(keeper)
    assert client.get(later).status_code == 403
    assert client.get(address).content == b"another"
    page = client.get(reverse("stories:intake_words", args=[row.pk]))
    assert f'src="{address}"' in page.text
    assert "A blue kite." in page.text
    assert row.own_words.partition("\n")[0] not in page.text
    check_own_words(suggestion=row, person=keeper)
    assert client.get(address).status_code == 403
    client.force_login(champion)
    assert f'src="{later}"' in client.get(reverse("review:confirm", args=[row.pk])).text
    assert client.get(later).content == b"another"
    assert AccessLog.objects.filter(case=case, person=champion, what="own words").count() == 2
    with pytest.raises(PermissionDenied):
        confirm_own_words(suggestion=row, person=make_person(Role.EDITOR))


def test_safeguarding_writes_what_a_new_picture_shows_on_the_same_page(client, case, keeper):
    row = another(case, AttachedKind.PICTURE, text="")
    client.force_login(keeper)
    address = reverse("stories:intake_words", args=[row.pk])
    data = {"fit": "fine", "seen": client.get(address).context["seen"]}
    assert "Write what it shows" in text_of(client.post(address, data))
    client.post(address, data | {"shows": "A blue kite."})
    assert draft_of(page_of(case)).author_picture_alt == "A blue kite."
