"""What an author put beside the words, from intake to the world: read, sealed, shown, swapped, taken back.

Requirement 9.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from stories.actions import accept, take_back
from stories.attachments import Attachment
from stories.enums import AttachedKind, State
from stories.models import StoryPage, Submission
from stories.sent import seen_of
from stories.telling import told_in_words, write_down
from tests.factories import (
    make_attachment,
    make_person,
    make_public_story,
    make_story_being_read,
    make_story_with_author,
    make_submission,
)
from tests.stories.room import enter, freeze, publish, say_yes
from tests.workflows.review.roads import is_listed, is_served
from tests.workflows.review.test_coverage import rewrite
from workflows.people.enums import Role
from workflows.privacy.models import AccessLog, CaseKey
from workflows.review.actions import seal
from workflows.review.cases import draft_of, page_of
from workflows.review.coverage import is_covered
from workflows.review.digest import digest_of
from workflows.review.errors import Late, Refused
from workflows.review.models import Reading, Seal

pytestmark = pytest.mark.django_db
PICTURE, SOUND = AttachedKind.PICTURE, AttachedKind.SOUND
SAID = "I was scared.\n\nThen she asked."


def address(page, attachment=None) -> str:
    return f"/en/stories/{page.slug}/{attachment or page.author_picture_id}/"


def texts(page) -> list[str]:
    return [text for _key, text in page.paragraphs]


def accepted(case) -> StoryPage:
    for _number in range(2):
        make_person(Role.CHAMPION)
    return accept(case=case, person=make_person(Role.SAFEGUARDING))


def test_accepting_brings_both_to_the_page_and_their_words_into_the_story():
    case = make_submission(words="My words.").case
    picture = make_attachment(case, PICTURE, text="A red kite.")
    sound = make_attachment(case, SOUND, text=SAID)
    page = accepted(case)
    assert texts(page) == ["My words.", "I was scared.", "Then she asked."]
    assert (page.author_picture, page.author_picture_alt, page.sound) == (picture, "A red kite.", sound)
    draft = draft_of(page)
    assert (draft.author_picture_id, draft.sound_id) == (picture.pk, sound.pk)
    assert [kept.text for kept in Attachment.objects.filter(case=case)] == ["", ""]


def test_story_told_by_a_picture_alone_has_its_description_as_its_words_and_says_it_once():
    case = make_submission(words="").case
    make_attachment(case, PICTURE, text="A red kite.\n\nIt fell.")
    page = accepted(case)
    assert (texts(page), page.author_picture_alt) == (["A red kite.", "It fell."], "")


def test_recording_that_says_the_typed_words_adds_none():
    case = make_submission(words="My words.").case
    make_attachment(case, SOUND, text="", in_words=True)
    assert texts(accepted(case)) == ["My words."]


@pytest.mark.parametrize("kind", AttachedKind)
def test_nothing_is_accepted_that_is_not_said_in_words_as_well(kind):
    case = make_submission().case
    make_attachment(case, kind, text=" ")
    with pytest.raises(Refused, match="First write down"):
        accepted(case)
    keeper = make_person(Role.SAFEGUARDING)
    write_down(case=case, person=keeper, kind=kind, text="Written by staff. ")
    kept = Attachment.objects.get(case=case)
    assert (kept.text, kept.text_by) == ("Written by staff.", keeper)
    write_down(case=case, person=keeper, kind=kind, text="Written better.")
    page = accepted(case)
    assert "Written better." in [*texts(page), page.author_picture_alt]


def test_staff_cannot_write_over_what_the_author_wrote_nor_write_nothing_nor_too_late():
    case, keeper = make_submission().case, make_person(Role.SAFEGUARDING)
    with pytest.raises(Late):
        write_down(case=case, person=keeper, kind=PICTURE, text="There is none.")
    make_attachment(case, PICTURE, text="The author's.")
    make_attachment(case, SOUND, text="")
    with pytest.raises(Late):
        write_down(case=case, person=keeper, kind=PICTURE, text="Other.")
    with pytest.raises(Refused, match="Write what it shows"):
        write_down(case=case, person=keeper, kind=SOUND, text=" ")
    write_down(case=case, person=keeper, kind=SOUND, text="", in_words=True)
    Submission.objects.filter(case=case).update(state=State.ACCEPTED)
    with pytest.raises(Late):
        write_down(case=case, person=keeper, kind=SOUND, text="Too late.")


def test_words_of_nothing_attached_are_the_paragraphs_alone():
    assert told_in_words(make_submission(words="One.\r\n\r\n \n\nTwo.")) == (["One.", "Two."], {})


def test_files_go_up_with_the_page_and_come_down_with_it(client):
    case = publish(beside=AttachedKind)
    page = StoryPage.objects.get(translation_key=case)
    article = client.get(page.get_url()).text
    assert f'src="{address(page)}" alt="A red kite." width="640" height="400"' in article
    assert f'<audio controls preload="none" src="{address(page, page.sound_id)}"' in article
    answer = client.get(address(page))
    assert (answer.status_code, answer.content, answer.headers["Content-Type"]) == (200, b"a picture", "image/webp")
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "Set-Cookie" not in answer.headers
    take_back(case=case)
    gone = client.get(address(page))
    assert (gone.status_code, gone.content) == (410, client.get(page.get_url()).content)
    assert not Attachment.objects.filter(case=case).exists()


def test_paused_page_shows_its_files_to_nobody(client):
    page = make_public_story(beside=[PICTURE])
    freeze(page.case)
    assert client.get(address(page)).status_code == 410
    enter(client, page.case)
    assert client.get(address(page)).status_code == 410
    assert client.get("/en/my-story/picture/").status_code == 404


def test_before_publication_only_its_author_sees_the_files_in_the_very_page(client):
    case = make_story_with_author(beside=AttachedKind)
    page = page_of(case)
    assert client.get(address(page)).status_code == 404
    enter(client, case)
    proof = client.get("/en/my-story/page/").text
    assert f'src="{address(page)}"' in proof
    answer = client.get(address(page))
    assert (answer.content, answer.headers["Cache-Control"]) == (b"a picture", "no-store")
    other = make_story_with_author(beside=[PICTURE])
    assert client.get(address(page_of(other))).status_code == 404


def test_a_file_the_live_page_does_not_carry_is_not_shown_by_its_address(client):
    page, other = make_public_story(beside=[PICTURE]), make_public_story(beside=[PICTURE])
    draft = make_attachment(page.case, SOUND)
    for pk in (other.author_picture_id, draft.pk):
        assert client.get(address(page, pk)).status_code == 404


def swap_content(attachment):
    attachment.content = b"another picture"
    attachment.save()


def swap_row(attachment):
    Attachment.objects.filter(pk=attachment.pk).update(sha256="0" * 64)


@pytest.mark.parametrize("swap", [swap_content, swap_row])
def test_swapping_the_file_takes_the_page_down(client, swap):
    page = make_public_story(beside=[PICTURE])
    assert is_served(page)
    swap(page.author_picture)
    assert (is_served(page), is_listed(page)) == (False, False)
    assert client.get(address(page)).status_code == 404


def test_swapping_the_bytes_below_the_model_shows_nothing(client, caplog):
    page, other = make_public_story(beside=[PICTURE]), make_public_story(beside=[PICTURE])
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM stories_attachment")
        stored = [row[0] for row in cursor.fetchall()]
        cursor.execute("UPDATE stories_attachment SET content = %s", [stored[0]])
    seen = [client.get(address(one)).status_code for one in (page, other)]
    assert sorted(seen) == [200, 404]
    CaseKey.objects.all().delete()
    assert client.get(address(page)).status_code == 404


def test_row_that_says_another_digest_than_its_file_is_an_alarm(client, caplog):
    case = make_story_with_author(beside=[PICTURE])
    swap_row(Attachment.objects.get(case=case))
    enter(client, case)
    assert client.get("/en/my-story/picture/").status_code == 404
    assert "is not the file it was" in caplog.text


def test_a_yes_of_before_there_were_files_still_holds_and_covers_none():
    """Scheme 1 knows nothing attached: a page with something attached is not what was sealed."""
    page = make_public_story()
    covered = "headline byline body language pull picture picture_alt notes thread_details".split()
    old = digest_of({"locale": "en", **{name: page.sealed_value(name) for name in covered}}, 1)
    assert old != page.digest(2)
    Seal._base_manager.filter(case=page.case).update(digest=old, scheme=1)
    StoryPage.objects.filter(pk=page.pk).update(sealed_with=old)
    assert (is_served(page), is_listed(page)) == (True, True)
    StoryPage.objects.filter(pk=page.pk).update(author_picture=make_attachment(page.case))
    assert (is_served(page), is_listed(page)) == (False, False)
    StoryPage.objects.filter(pk=page.pk).update(author_picture=None, author_picture_alt="x")
    assert is_served(page) is False


def test_digest_of_votes_is_as_it_was_where_nothing_is_attached():
    """Votes of before there were files go on counting."""
    page = make_public_story()
    assert page.words_digest() == page._digest(page.word_fields, 1)
    assert make_public_story(beside=[PICTURE]).words_digest() != page.words_digest()


TAMPERINGS = {
    "another picture": lambda draft: setattr(draft, "author_picture", make_attachment_of_nobody()),
    "a recording put in the picture's place": lambda draft: setattr(draft, "author_picture", draft.sound),
    "other words for the picture": lambda draft: setattr(draft, "author_picture_alt", "Something else."),
}


def make_attachment_of_nobody():
    return make_attachment(make_submission().case, content=b"another")


@pytest.mark.parametrize("change", TAMPERINGS.values(), ids=TAMPERINGS)
def test_files_changed_behind_their_author_get_no_yes(change):
    case = make_story_with_author(beside=AttachedKind)
    draft = rewrite(case, change)
    with pytest.raises(Refused, match="two champions"):
        seal(case=case, digest=draft.digest())


def test_files_left_out_are_covered():
    case = make_story_with_author(beside=AttachedKind)

    def leave_out(draft):
        draft.author_picture, draft.author_picture_alt, draft.sound = None, "", None

    assert is_covered(page_of(case), rewrite(case, leave_out))
    say_yes(case)


def test_champion_sees_and_hears_what_they_vote_on(client):
    page = make_story_being_read(beside=AttachedKind)
    reading = Reading.objects.filter(case=page.case).first()
    client.force_login(reading.champion)
    shown = client.get(f"/en/desk/readings/{reading.pk}/").text
    for kind, content in (("picture", b"a picture"), ("sound", b"a recording")):
        there = f"/en/desk/readings/{reading.pk}/{kind}/"
        assert f'src="{there}"' in shown
        answer = client.get(there)
        assert answer.content == content
        assert "no-store" in answer.headers["Cache-Control"]
    other = Reading.objects.filter(case=page.case).exclude(pk=reading.pk).get()
    assert client.get(f"/en/desk/readings/{other.pk}/picture/").status_code == 403


def test_editor_sees_them_from_prepare_on(client):
    page = page_of(make_story_with_author(until="prepare", beside=AttachedKind))
    client.force_login(make_person(Role.EDITOR))
    panel = client.get(f"/admin/pages/{page.pk}/edit/").text
    assert f'src="/admin/stories/{page.pk}/picture/"' in panel
    assert client.get(f"/admin/stories/{page.pk}/sound/").content == b"a recording"
    unmarked = make_person(Role.EDITOR, pvg=False)
    young = page_of(make_story_with_author(until="prepare", beside=[PICTURE], band="16-17"))
    client.force_login(unmarked)
    assert client.get(f"/admin/stories/{young.pk}/picture/").status_code == 302


def test_safeguarding_sees_them_and_says_them_in_words(client):
    case, keeper = make_submission().case, make_person(Role.SAFEGUARDING)
    make_attachment(case, PICTURE, text="")
    make_attachment(case, SOUND, text="")
    client.force_login(keeper)
    page = client.get(f"/en/desk/intake/{case}/").text
    assert f'src="/en/desk/intake/{case}/picture/"' in page
    assert client.get(f"/en/desk/intake/{case}/sound/").content == b"a recording"
    assert AccessLog.objects.filter(case=case, person=keeper, what="sound").count() == 1
    refused = client.post(f"/en/desk/intake/{case}/accept/", {"seen": seen_of(Submission.objects.get(case=case))})
    assert "First write down" in refused.text
    assert "Please write something" in client.post(f"/en/desk/intake/{case}/picture/words/").text
    assert "Write what it shows" in client.post(f"/en/desk/intake/{case}/sound/words/").text
    client.post(f"/en/desk/intake/{case}/picture/words/", {"text": "A red kite."})
    client.post(f"/en/desk/intake/{case}/sound/words/", {"text": "", "in_words": "on"})
    assert "Written down by staff" in client.get(f"/en/desk/intake/{case}/").text
    unmarked = make_person(Role.SAFEGUARDING, pvg=False)
    client.force_login(unmarked)
    assert client.get(f"/en/desk/intake/{case}/picture/").status_code == 403


def test_author_finds_them_among_everything_we_hold(client):
    case = make_story_with_author(beside=AttachedKind)
    Submission.objects.filter(case=case).update(code_hash="x" * 64)
    enter(client, case)
    page = client.get("/en/my-story/everything/").text
    assert 'src="/en/my-story/picture/"' in page
    assert 'src="/en/my-story/sound/"' in page
    assert "A red kite." in page
    assert "A copy we made, 9\xa0bytes." in page
    assert client.get("/en/my-story/sound/").content == b"a recording"


def test_lists_never_load_a_file(client):
    one = make_public_story(beside=[PICTURE])
    client.get("/en/stories/")
    with CaptureQueriesContext(connection) as alone:
        client.get("/en/stories/")
    for _number in range(2):
        make_public_story(beside=[PICTURE, SOUND])
    with CaptureQueriesContext(connection) as three:
        client.get("/en/stories/")
        client.get(one.get_url())
        client.get(one.get_url())
    assert not [query for query in three if '"content"' in query["sql"]]
    with CaptureQueriesContext(connection) as three:
        client.get("/en/stories/")
    assert len(three) == len(alone)


PARTS = {
    "bytes=0-1": (206, b"a ", "bytes 0-1/11"),
    "bytes=2-": (206, b"recording", "bytes 2-10/11"),
    "bytes=-4": (206, b"ding", "bytes 7-10/11"),
    "bytes=-99": (206, b"a recording", "bytes 0-10/11"),
    "bytes=4-99": (206, b"cording", "bytes 4-10/11"),
    "bytes=11-": (416, b"", "bytes */11"),
    "bytes=5-2": (416, b"", "bytes */11"),
    "bytes=-0": (416, b"", "bytes */11"),
    "bytes=-": (200, b"a recording", None),
    "bytes=0-1,4-5": (200, b"a recording", None),
    "lines=1-2": (200, b"a recording", None),
    "bytes=٣-": (200, b"a recording", None),
}


@pytest.mark.parametrize(("asked", "given"), PARTS.items(), ids=PARTS)
def test_player_gets_the_part_it_asks_for(client, asked, given):
    page = make_public_story(beside=[SOUND])
    answer = client.get(address(page, page.sound_id), headers={"Range": asked})
    assert (answer.status_code, answer.content, answer.headers.get("Content-Range")) == given
    assert answer.headers["Accept-Ranges"] == "bytes"


def test_row_written_again_keeps_its_digest_and_its_bytes():
    kept = make_attachment(make_submission().case)
    again = Attachment.objects.get(pk=kept.pk)
    again.seconds = 3
    again.save()
    again.text = "Other."
    again.save(update_fields=["text"])
    again.content = b"longer than before"
    again.save(update_fields=["content"])
    again.refresh_from_db()
    assert (again.content, again.size, again.text) == (b"longer than before", 18, "Other.")
    assert again.sha256 != kept.sha256
    assert again.at <= timezone.now()


def test_a_file_is_bytes_and_nothing_else():
    kept = make_attachment(make_submission().case)
    field = Attachment._meta.get_field("content")
    assert field.to_bytes(b"x") == field.from_bytes(b"x") == b"x"
    with pytest.raises(TypeError, match="not str"):
        field.to_bytes("text")
    assert Attachment().content == b""
    assert kept.content == b"a picture"
