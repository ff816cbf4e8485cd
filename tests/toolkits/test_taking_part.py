"""Schools take part: news after a yes, visits by a promised day, answers without a name. Requirements 30 and 33."""

import re
from datetime import timedelta

import pytest
from django.core import mail, signing
from django.db import IntegrityError
from django.utils import timezone

from home.models import ConcernWord, WhatChangedPage
from tests.factories import make_person
from toolkits.actions import recall_release
from toolkits.models import Evaluation, Preference, Proposal, SchoolNews, Visit
from toolkits.taking_part.enums import Decision, VisitState, Who
from toolkits.taking_part.evaluating import A_DAY, QUESTIONS, evaluate, results_of
from toolkits.taking_part.news import A_NETWORK_A_DAY, confirm_news, token_of
from toolkits.taking_part.proposing import decide, prefer, prefer_once, propose
from toolkits.taking_part.receivers import forget_what_is_over
from toolkits.taking_part.views import SALT
from workflows.people.enums import Role
from workflows.privacy.letters import deliver_due
from workflows.privacy.models import AccessLog, CaseKey, Letter
from workflows.review.errors import Late, Refused

from .conftest import release_of

NEWS, VISIT = "/en/schools/news/a-pack/", "/en/schools/visit/a-pack/"
ADDRESS = "teacher@school.example"


def subscribe(client, address=ADDRESS):
    return client.post(NEWS, {"address": address, "website": ""})


@pytest.fixture
def row(client, pack, session):
    subscribe(client)
    return SchoolNews.objects.get()


def link_of(letter) -> str:
    return re.search(r"https?://[^/]+(/\S+)", letter.body).group(1)


def test_nobody_is_written_to_before_they_confirm(client, pack, session, row):
    release_of(pack)
    deliver_due()
    assert [one.to for one in mail.outbox] == [[ADDRESS]]
    page = link_of(mail.outbox[0])
    client.get(page)  # a mail program that looks at links changes nothing
    row.refresh_from_db()
    assert row.confirmed_at is None
    assert row.network != ""
    assert client.post(page).status_code == 302
    row.refresh_from_db()
    assert row.confirmed_at is not None
    assert row.network == ""
    release_of(pack, "1.1")
    deliver_due()
    assert len(mail.outbox) == 2
    assert "First." in client.get(link_of(mail.outbox[1])).text


def test_one_press_deletes_address_letters_and_key(client, row):
    page = f"/en/schools/news/link/{token_of(row.case)}/"
    assert client.post(page, {"leave": "1"}).status_code == 200
    assert not SchoolNews.objects.exists()
    assert not Letter.objects.filter(case=row.case).exists()
    assert not CaseKey.objects.filter(case=row.case).exists()
    assert client.get(page).status_code == 410
    assert client.get("/en/schools/news/link/made-up/").status_code == 410


def test_the_same_address_twice_is_one_and_the_page_says_the_same(client, row):
    again = subscribe(client, ADDRESS.upper())
    assert "Look into your mailbox" in again.text
    assert SchoolNews.objects.count() == Letter.objects.filter(case=row.case).count() == 1


def test_the_address_is_nowhere_in_plain(row):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM toolkits_schoolnews")
        stored = [bytes(value) if isinstance(value, memoryview) else value for value in cursor.fetchone()]
    assert ADDRESS not in str(stored)
    assert row.address == ADDRESS


def test_a_network_that_asks_too_often_is_told_so(client, pack, session):
    for number in range(A_NETWORK_A_DAY):
        subscribe(client, f"a{number}@school.example")
    assert "Nothing was kept." in subscribe(client, "one-more@school.example").text
    assert SchoolNews.objects.count() == A_NETWORK_A_DAY


def test_machines_and_typing_mistakes_are_told(client, pack, session):
    client.post(NEWS, {"address": ADDRESS, "website": "x"})
    assert "address" in client.post(NEWS, {"address": "nonsense", "website": ""}).text
    assert not SchoolNews.objects.exists()


def test_what_nobody_confirms_is_forgotten_in_a_week(row):
    SchoolNews.objects.update(asked_at=timezone.now() - timedelta(days=6))
    forget_what_is_over(sender=None)
    assert SchoolNews.objects.exists()
    SchoolNews.objects.update(asked_at=timezone.now() - timedelta(days=8))
    forget_what_is_over(sender=None)
    assert not SchoolNews.objects.exists()


def test_a_release_called_back_is_told_too(pack, session, row, editor):
    confirm_news(row=row)
    Letter.objects.all().delete()
    recall_release(release=release_of(pack), reason="Wrong number.", person=editor)
    assert Letter.objects.filter(kind="pack_released").count() == 2


def ask(client, session, **changed):
    told = {"school": "Kilbrannoch High", "contact": "Ms Orr", "address": ADDRESS, "dates": "In May", "website": ""}
    return client.post(VISIT, told | {"sessions": [session.pk]} | changed)


def test_a_visit_is_kept_encrypted_with_a_day_and_both_hear(client, pack, session):
    team = make_person(Role.DELIVERY)
    assert "within 7 days" in ask(client, session).text
    visit = Visit.objects.get()
    assert (visit.school, visit.state, visit.reply_by) == (
        *("Kilbrannoch High", VisitState.ASKED),
        timezone.localdate() + timedelta(days=7),
    )
    assert list(visit.sessions.all()) == [session]
    letters = Letter.objects.filter(case=visit.case).order_by("kind")
    assert [(one.kind, one.person) for one in letters] == [("visit_asked", team), ("visit_received", None)]


def test_an_incomplete_wish_keeps_nothing_and_gives_it_back(client, pack, session):
    page = ask(client, session, sessions=[]).text
    assert "Kilbrannoch High" in page
    assert not Visit.objects.exists()


def test_the_team_moves_a_visit_on_and_opening_is_written_down(client, pack, session):
    ask(client, session)
    visit, person = Visit.objects.get(), make_person(Role.DELIVERY)
    client.force_login(person)
    assert "Kilbrannoch High" in client.get("/en/schools/visits/").text
    room = f"/en/schools/visits/{visit.case}/"
    assert ADDRESS in client.get(room).text
    assert AccessLog.objects.filter(case=visit.case, person=person).count() == 1
    refused = client.post(room, {"state": "talking", "reply_by": "", "agreed_for": "", "note": ""}).text
    assert "Say by when the school hears again." in refused
    assert "Say which day was agreed." in client.post(room, {"state": "agreed", "note": ""}).text
    client.post(room, {"state": "done", "note": "Went well."})
    visit.refresh_from_db()
    assert (visit.state, visit.note, visit.over_at is None) == ("done", "Went well.", False)
    Visit.objects.update(over_at=timezone.now() - timedelta(days=91))
    forget_what_is_over(sender=None)
    assert not Visit.objects.exists()


def test_a_late_answer_is_marked(client, pack, session):
    ask(client, session)
    client.force_login(make_person(Role.DELIVERY))
    assert ">Late<" not in client.get("/en/schools/visits/").text
    Visit.objects.update(reply_by=timezone.localdate() - timedelta(days=1))
    assert ">Late<" in client.get("/en/schools/visits/").text


def test_an_open_visit_has_a_date_in_the_database(client, pack, session):
    ask(client, session)
    with pytest.raises(IntegrityError):
        Visit.objects.update(reply_by=None)


def tell(client, session, who="pupil", **answers):
    return client.post(f"/en/schools/tell/{session.pk}/{who}/", {"change": "", "website": ""} | answers)


def test_an_answer_has_no_name_and_no_hour(client, session):
    assert tell(client, session, clear="5", change="More time.").status_code == 302
    row = Evaluation.objects.get()
    assert (row.scales, row.change, row.who, row.on_paper) == ({"clear": 5}, "More time.", "pupil", False)
    assert {field.name for field in Evaluation._meta.fields} == {
        *("id", "session", "who", "on", "on_paper", "scales", "change", "marked", "has_ranked"),
    }


def test_no_question_asks_what_somebody_lived_through():
    words = " ".join(str(label) for questions in QUESTIONS.values() for label in questions.values()).lower()
    assert not re.search(r"feel|felt|experience|your life|mental|family|happened", words)


def test_an_empty_answer_is_not_sent(client, session):
    assert "answer at least one" in tell(client, session).text
    assert not Evaluation.objects.exists()


@pytest.mark.parametrize("address", ["nobody/", "pupil/x/"])
def test_unknown_askers_are_not_found(client, session, address):
    assert client.get(f"/en/schools/tell/{session.pk}/{address}").status_code == 404


def test_the_sheet_of_paper_asks_the_same(client, session):
    page = client.get(f"/en/schools/tell/{session.pk}/teacher/paper/").text
    for label in QUESTIONS[Who.TEACHER].values():
        assert str(label) in page


def test_words_of_danger_show_help_first_and_stand_first_for_staff(client, session, editor):
    ConcernWord.objects.get_or_create(language="en", phrase="hurt myself")
    tell(client, session, change="Fine.")
    answer = tell(client, session, change="I hurt myself")
    assert "If something is hard just now" in client.get(answer.headers["Location"]).text
    client.force_login(editor)
    page = client.get("/en/schools/said/").text
    assert page.index("I hurt myself") < page.index("Fine.")


def test_more_than_any_school_is_stopped(client, session):
    Evaluation.objects.bulk_create([Evaluation(session=session, who="pupil") for _i in range(A_DAY)])
    assert "we stopped to check" in tell(client, session, clear="5").text
    assert Evaluation.objects.count() == A_DAY


def test_numbers_under_five_are_hidden(session):
    for _number in range(4):
        evaluate(session=session, who=Who.PUPIL, scales={"clear": 5}, change="")
    assert [(one["number"], one["means"]) for one in results_of([session])] == [("< 5", [])]
    evaluate(session=session, who=Who.PUPIL, scales={"clear": 3, "safe": 1}, change="")
    (one,) = results_of([session])
    assert (one["number"], [mean["mean"] for mean in one["means"]]) == ("5–9", [4.6, None, None, None])


def test_staff_enter_sheets_from_paper(client, session):
    client.force_login(make_person(Role.DELIVERY))
    answer = client.post(f"/en/schools/said/{session.pk}/pupil/", {"clear": "4", "change": "", "website": ""})
    assert answer.status_code == 302
    assert Evaluation.objects.get().on_paper is True


@pytest.fixture
def proposals(pack, session):
    return [
        propose(pack=pack, session=session, said=said, people=people)
        for said, people in (("A", 12), ("B", 3), ("C", 7))
    ]


def test_proposals_are_ranked_by_those_who_took_part_and_by_champions(client, session, proposals):
    first, second, third = proposals
    champion = make_person(Role.CHAMPION)
    prefer(proposals=[second, third], champion=champion)
    prefer(proposals=[second], champion=champion)
    token = tell(client, session, clear="5").headers["Location"]
    assert client.post(token, {"proposals": second.pk}).status_code == 302
    client.post(token, {"proposals": third.pk})
    ranked = [(one.said, one.wanted, one.by_champions) for one in Proposal.objects.ranked()]
    assert ranked == [("B", 2, 1), ("A", 0, 0), ("C", 0, 0)]
    with pytest.raises(Late):
        prefer_once(evaluation=Evaluation.objects.get(), proposal=first)


def test_a_champion_ranks_at_the_desk(client, proposals):
    client.force_login(make_person(Role.CHAMPION))
    client.post("/en/schools/said/rank/", {"proposals": [proposals[0].pk, proposals[2].pk]})
    assert Preference.objects.count() == 2
    assert client.get("/en/schools/said/rank/").text.count("checked") == 2


def test_a_thank_you_of_another_day_ranks_nothing(client, session, proposals, time_machine):
    row = evaluate(session=session, who=Who.PUPIL, scales={"clear": 5}, change="")
    token = signing.dumps(row.pk, salt=SALT)
    time_machine.move_to(timezone.now() + timedelta(hours=2))
    assert client.get(f"/en/schools/thanks/{token}/").status_code == 410


@pytest.fixture
def page(pack):
    from home.models import HomePage

    home = HomePage.objects.get(locale=pack.locale_id)
    found = WhatChangedPage.objects.filter(locale=pack.locale_id).first()
    return found or home.add_child(instance=WhatChangedPage(title="What changed", slug="changed", locale=home.locale))


def test_what_changed_is_made_from_the_record(client, page, proposals):
    page.title = "A draft of somebody"
    page.save_revision()
    decide(proposal=proposals[0], changed=True, outcome="Shorter cards.", next_step="We ask again in May.")
    decide(proposal=proposals[1], changed=False, outcome="It is the law.", next_step="")
    told = [dict(block.value) for block in WhatChangedPage.objects.get(pk=page.pk).changes_in_order][-2:]
    entries = [
        (one["said"], one["by"], one["changed"], one["why_not"], one["next_step"])
        for one in (dict(block.value) for block in WhatChangedPage.objects.get(pk=page.pk).changes)
    ][:2]
    assert entries == [
        ("B (Session 1)", "Fewer than five people who took part", "", "It is the law.", ""),
        ("A (Session 1)", "12 people who took part", "Shorter cards.", "", "We ask again in May."),
    ]
    assert len(told) == 2
    stored = WhatChangedPage.objects.get(pk=page.pk)
    assert stored.title != "A draft of somebody"
    draft = stored.get_latest_revision_as_object()
    assert (draft.title, len(draft.changes)) == ("A draft of somebody", len(stored.changes))
    with pytest.raises(Late):
        decide(proposal=proposals[0], changed=True, outcome="Again.", next_step="")


def test_a_decision_without_words_or_page_is_refused(proposals, pack):
    with pytest.raises(Refused):
        decide(proposal=proposals[0], changed=True, outcome=" ", next_step="")
    WhatChangedPage.objects.update(live=False)
    with pytest.raises(Refused):
        decide(proposal=proposals[0], changed=True, outcome="x", next_step="")
    assert Proposal.objects.get(pk=proposals[0].pk).decision == Decision.OPEN


def test_an_editor_goes_from_a_sentence_to_the_page(client, page, pack, session, editor):
    client.force_login(editor)
    wrong = client.post("/en/schools/said/proposal/", {"pack": pack.pk, "said": "", "people": "0"})
    assert (wrong.status_code, Proposal.objects.count()) == (400, 0)
    client.post("/en/schools/said/proposal/", {"pack": pack.pk, "session": session.pk, "said": "D", "people": "6"})
    made = Proposal.objects.get()
    room = f"/en/schools/said/decision/{made.pk}/"
    assert "6 people said it." in client.get(room).text
    client.post(room, {"changed": "yes", "outcome": "Done.", "next_step": ""})
    assert "Done." in client.get(page.url).text
    assert "Done." in client.get("/en/schools/said/").text


def test_rooms_cost_the_same_for_one_and_three(client, pack, session, editor):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(editor)

    def cost():
        client.get("/en/schools/said/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/en/schools/said/")
        return len(asked)

    evaluate(session=session, who=Who.PUPIL, scales={"clear": 5}, change="x")
    propose(pack=pack, session=session, said="A", people=1)
    one = cost()
    for _number in range(2):
        evaluate(session=session, who=Who.TEACHER, scales={"again": 5}, change="y")
        propose(pack=pack, session=session, said="A", people=1)
    assert cost() == one
