"""Who opened which unpublished words: logged at every door, shown by role, noticed when it is too much.

Requirements 36 and 63.
"""

import pytest
from django.contrib.auth.models import Group

from stories.reads import SHOWN
from tests.factories import make_person, make_story_with_author, make_submission
from tests.stories.admin_rows import ROWS, WORDS
from workflows.people.enums import Role
from workflows.people.trawling import many_reads, warn_of_many_reads
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import AccessLog, DataProtection, Letter
from workflows.review.cases import page_of

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/reads/"


def read(person, number=1, what="submission"):
    for _number in range(number):
        AccessLog.objects.create(case=make_submission().case, person=person, what=what)


def test_every_address_of_the_admin_that_shows_words_is_in_the_log():
    assert {name for name, rows in ROWS.items() if any(row.what == WORDS for row in rows)} <= set(SHOWN)


def test_an_editor_who_opens_a_story_is_logged_once_for_each_way_of_reading(client):
    editor, page = make_person(Role.EDITOR), page_of(make_story_with_author(until="prepare"))
    client.force_login(editor)
    for way in ("edit/", "edit/", "view_draft/", "revisions/compare/earliest...latest/"):
        assert client.get(f"/admin/pages/{page.pk}/{way}").status_code == 200
    logged = AccessLog.objects.filter(case=page.case, person=editor).values_list("what", flat=True)
    assert sorted(logged) == ["comparison", "draft", "editing"]


def test_whoever_is_refused_is_not_in_the_log(client):
    page = page_of(make_story_with_author(until="prepare"))
    before = AccessLog.objects.count()
    client.force_login(make_person(Role.TRANSLATOR))
    assert client.get(f"/admin/pages/{page.pk}/edit/").status_code == 302
    assert AccessLog.objects.count() == before


@pytest.mark.parametrize("role", [Role.SAFEGUARDING, Role.ADMINISTRATOR])
def test_the_report_says_who_in_which_role_what_and_when(client, role):
    champion = make_person(Role.CHAMPION, name="=cmd")
    read(champion, what="reading"), read(make_person(Role.EDITOR, name="Hamish"), what="editing")
    client.force_login(make_person(role))
    page = client.get(REPORT).text
    assert "=cmd" in page
    assert "Champions" in page
    some = client.get(f"{REPORT}results/", {"role": Group.objects.get(name=Role.EDITOR.value).pk}).text
    rows = some.split("<tbody")[-1].split("</tbody")[0]
    assert ("Hamish" in rows, "=cmd" in rows) == (True, False)
    sheet = b"".join(client.get(REPORT, {"export": "csv"}).streaming_content).decode()
    assert "reading" in sheet
    assert "\n=cmd" not in sheet
    assert ",=cmd" not in sheet


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.SAFEGUARDING, Role.ADMINISTRATOR)])
def test_the_report_is_not_for_others(client, role):
    read(make_person(Role.CHAMPION, name="Morag"))
    client.force_login(make_person(role, is_superuser=role == Role.EDITOR))
    answer = client.get(REPORT)
    assert answer.status_code in {302, 403}
    assert "Morag" not in answer.text


def test_more_stories_in_a_day_than_the_charitys_number_are_noticed_once():
    DataProtection.objects.update(reads_a_day=3)
    busy, calm, administrator = make_person(Role.EDITOR), make_person(Role.CHAMPION), make_person(Role.ADMINISTRATOR)
    read(busy, 3), read(calm, 1)
    AccessLog.objects.create(case=AccessLog.objects.first().case, person=busy, what="preview")
    assert (many_reads(), warn_of_many_reads()) == ([], False)
    read(busy, 1)
    assert many_reads() == [busy.pk]
    assert (warn_of_many_reads(), warn_of_many_reads()) == (True, False)
    letter = Letter.objects.get(kind=LetterKind.MANY_READS)
    assert (letter.person, letter.case) == (administrator, None)


def test_an_administrator_who_reads_too_much_is_not_the_one_who_hears_of_it():
    DataProtection.objects.update(reads_a_day=1)
    meant, other = make_person(Role.ADMINISTRATOR), make_person(Role.ADMINISTRATOR)
    read(meant, 2)
    assert warn_of_many_reads()
    assert [letter.person for letter in Letter.objects.filter(kind=LetterKind.MANY_READS)] == [other]


@pytest.mark.parametrize("number", [1, 3])
def test_the_report_costs_the_same_for_one_row_and_three(client, number, django_assert_max_num_queries):
    read(make_person(Role.CHAMPION), number)
    client.force_login(make_person(Role.SAFEGUARDING))
    client.get(REPORT)
    with django_assert_max_num_queries(20) as asked:
        client.get(REPORT)
    assert len(asked) <= 20
