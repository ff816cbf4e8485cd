"""A champion reads on a phone from the desk to the vote: without JavaScript, with it, and by the keyboard alone."""

import pytest
from django.test import Client
from django.urls import reverse

from workflows.review.enums import Question, ReadingState, Verdict
from workflows.review.models import Findings, HalfWritten, Suggestion, Vote

from .reader import begin, change_words, paragraph, url

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DARK_PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "color_scheme": "dark"}
WORDS = "The bus was late.\n\nHe committed suicide, they said.\n\nThen my freind asked twice."


@pytest.fixture
def champion():
    """A champion's reading, and the client that is signed in for it."""
    client = Client()
    return begin(client, words=WORDS), client


def come_in(page, live_server, client, path=""):
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    page.context.add_cookies([cookie])
    page.goto(live_server.url + (path or reverse("review:desk")))


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_load_state()


def answer_nothing(page):
    for label in Question.labels:
        page.get_by_role("group", name=str(label), exact=True).first.get_by_label("Nothing here").check()


def fits(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def small_targets(page) -> list[str]:
    """Return what can be pressed and is smaller than 24 by 24 pixels."""
    return page.evaluate(
        """[...document.querySelectorAll('main button, main summary, main a, main input, main select')]
        .filter(one => one.type !== 'hidden' && one.checkVisibility())
        .filter(one => { const box = one.getBoundingClientRect(); return box.width < 24 || box.height < 24 })
        .map(one => one.outerHTML)"""
    )


def test_from_the_desk_to_the_vote_on_a_phone_without_javascript(phone, live_server, axe, champion):
    _reading, client = champion
    come_in(phone, live_server, client)
    phone.get_by_role("link", name="Open").click()
    axe(phone)
    assert fits(phone)
    assert small_targets(phone) == []
    part = phone.get_by_label("Paragraph 2", exact=True)
    assert "kinder words are “died by suicide" in part.inner_text()
    part.locator("summary").click()
    part.get_by_label("New words").fill("He died by suicide, they said.")
    part.get_by_role("button", name="Keep for later").click()
    phone.get_by_text("Kept for later.").wait_for()
    phone.get_by_role("link", name="Open").click()
    part = phone.get_by_label("Paragraph 2", exact=True)
    assert part.get_by_label("New words").input_value() == "He died by suicide, they said."
    axe(phone)
    part.get_by_label("Why? Choose a reason,").select_option("This word hurts some people. There is a kinder one.")
    part.get_by_label("A suggestion").check()
    part.get_by_role("button", name="Send to the author").click()
    made = Suggestion.objects.get()
    assert phone.evaluate("document.activeElement.id") == f"suggestion-{made.pk}"
    phone.get_by_role("link", name="Put the spelling right in one go").click()
    axe(phone)
    assert fits(phone)
    phone.get_by_label("Paragraph 3").fill("Then my friend asked twice.")
    press(phone, "Send it to the author")
    assert Suggestion.objects.count() == 2
    answer_nothing(phone)
    phone.get_by_label("Fine, with my suggestions").check()
    press(phone, "Send my answer")
    phone.get_by_text("Thank you for reading.").wait_for()
    assert Vote.objects.get().verdict == Verdict.FINE_WITH_SUGGESTIONS


def test_what_is_typed_is_kept_by_itself_and_survives_a_lost_connection(new_context, live_server, axe, champion):
    reading, client = champion
    page = new_context(**DARK_PHONE).new_page()
    come_in(page, live_server, client, url("reading", reading))
    axe(page)
    group = page.get_by_role("group", name="True to the writer", exact=True).first
    assert not group.get_by_label("In one line (optional)").is_visible()
    group.get_by_label("Something here").check()
    page.context.set_offline(offline=True)
    group.get_by_label("In one line (optional)").fill("Two voices in it.")
    page.get_by_text("Not kept yet. We try again").first.wait_for()
    page.context.set_offline(offline=False)
    page.get_by_text("Kept. Only you can see it.").first.wait_for()
    axe(page)
    assert HalfWritten.objects.get().typed["answers"]["true_line"] == "Two voices in it."
    page.reload()
    assert group.get_by_label("In one line (optional)").input_value() == "Two voices in it."
    answer_nothing(page)
    group.get_by_label("Something here").check()
    page.get_by_label("Not ready: ask a third champion").check()
    press(page, "Send my answer")
    page.get_by_text("Thank you for reading.").wait_for()
    assert Findings.objects.get().found == {"true": {"points": [], "line": "Two voices in it."}}
    assert HalfWritten.objects.count() == 0


def test_by_the_keyboard_alone_focus_goes_to_what_was_wrong_and_then_to_what_was_saved(page, live_server, champion):
    reading, client = champion
    come_in(page, live_server, client, url("reading", reading))
    summary = page.get_by_label("Paragraph 1", exact=True).locator("summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+End")
    page.keyboard.type(" So.")
    for _field in range(4):  # the reason, its own words, what it is, the button
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("There is a problem").wait_for()
    assert page.evaluate("document.activeElement.className") == "problem"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # to the first mistake
    page.keyboard.type("I was not sure which bus.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Your suggestion is noted.").wait_for()
    made = Suggestion.objects.get()
    assert (made.after, made.kind) == ("The bus was late. So.", "suggestion")
    assert page.evaluate("document.activeElement.id") == f"suggestion-{made.pk}"


def test_a_text_that_changed_is_shown_and_one_press_reads_on(phone, live_server, axe, champion):
    reading, client = champion
    come_in(phone, live_server, client, url("reading", reading))
    answer_nothing(phone)
    phone.get_by_label("Fine as it is").check()
    change_words(reading, "He died by suicide, they said.")
    press(phone, "Send my answer")
    phone.get_by_role("heading", name="This has changed while you read").wait_for()
    axe(phone)
    assert fits(phone)
    phone.get_by_role("link", name="Read on").click()
    assert phone.get_by_label("Fine as it is").is_checked()
    press(phone, "Send my answer")
    phone.get_by_text("Thank you for reading.").wait_for()


def test_one_press_at_the_top_pauses_the_story(phone, live_server, axe, champion):
    reading, client = champion
    come_in(phone, live_server, client, url("reading", reading))
    phone.get_by_role("button", name="I’m worried").click()
    phone.get_by_text("Safeguarding will open this").wait_for()
    axe(phone)
    phone.goto(live_server.url + url("reading", reading))
    assert "This is paused" in phone.content()
    assert paragraph(reading)[1] not in phone.content()
    reading.refresh_from_db()
    assert reading.state == ReadingState.OPEN


def test_from_right_to_left_too(new_context, live_server, axe, champion):
    reading, client = champion
    page = new_context(viewport={"width": 390, "height": 844}).new_page()
    for name in ("reading", "spelling"):
        come_in(page, live_server, client, url(name, reading).replace("/en/", "/ar/"))
        assert page.locator("html").get_attribute("dir") == "rtl"
        axe(page)
        assert fits(page)
