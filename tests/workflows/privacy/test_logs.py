"""A failure leaves nobody's words behind: not in a log, not on the page, not in a mail to administrators.

Requirement 64.
"""

import logging

import pytest
from django.core import mail
from django.core.handlers.exception import response_for_exception
from django.test import RequestFactory

from stories.models import StoryPage
from tests.scan import find_in_logs, find_in_mail
from workflows.privacy.logs import QuietRecord, unless_page_is_gone, without_words

CANARY = "zqxcanary"


@pytest.fixture
def fail(client, db, settings):
    settings.ROOT_URLCONF = "tests.workflows.privacy.views_that_fail"
    settings.ADMINS = [("Admin", "admin@example.org")]
    client.raise_request_exception = False
    client.cookies["note"] = CANARY
    headers = {"user-agent": CANARY, "x-forwarded-for": CANARY}
    return lambda: client.post(f"/my-story/?q={CANARY}", {"words": CANARY}, headers=headers)


def test_a_failing_private_view_leaves_no_words(fail, caplog, mailoutbox):
    answer = fail()
    assert answer.status_code == 500
    assert CANARY not in answer.content.decode()
    assert len(mailoutbox) == 1
    assert "Internal Server Error: /my-story/" in mailoutbox[0].body
    assert find_in_mail(CANARY, mailoutbox) == find_in_mail("127.0.0.1", mailoutbox) == []
    assert find_in_logs(CANARY, caplog) == find_in_logs("127.0.0.1", caplog) == []


def test_the_log_still_says_what_failed_and_where(fail, caplog):
    fail()
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert record.getMessage() == "Internal Server Error: /my-story/"
    lines = [line.strip() for line in record.exc_text.splitlines()]
    assert lines[-1] == "KeyError"
    assert lines[-2].endswith("views_that_fail.py:9 in fail")
    assert "ValueError" in lines


def test_a_canary_in_a_log_or_a_mail_would_be_found(caplog, mailoutbox):
    logging.getLogger("workflows").error("it said %s", CANARY)
    mail.send_mail("Hello", CANARY, None, ["reader@example.org"])
    assert find_in_logs(CANARY, caplog) == ["formatted", "workflows"]
    assert find_in_mail(CANARY, mailoutbox) == ["Hello"]


def test_even_a_developers_error_page_hides_variables_and_form(settings):
    settings.DEBUG = True
    request = RequestFactory().post("/", {"words": CANARY})
    try:
        held = CANARY + "held"
        raise ValueError(len(held))
    except ValueError as error:
        page = response_for_exception(request, error).content.decode()
    assert "<td>held</td>" in page.replace("\n", "")
    assert f"{CANARY}held" not in page.replace("CANARY + &quot;held&quot;", "")


def test_an_exception_given_as_an_argument_is_named_by_its_class(caplog):
    logging.getLogger("workflows").error("%s went wrong in %s", ValueError(CANARY), "letters")
    logging.getLogger("workflows").error(ValueError(CANARY))
    logging.getLogger("workflows").error("%(what)s", {"what": "plain"})
    assert [record.getMessage() for record in caplog.records] == [
        "ValueError went wrong in letters",
        "ValueError",
        "plain",
    ]


def test_quiet_record_is_what_every_logger_makes():
    assert logging.getLogRecordFactory() is QuietRecord
    assert without_words(None) == ""


@pytest.mark.parametrize(
    ("path", "error", "kept"),
    [
        ("modelsearch.tasks.insert_or_update_object_task", StoryPage.DoesNotExist(), False),
        ("modelsearch.tasks.insert_or_update_object_task", ValueError(), True),
        ("toolkits.actions.build_release", StoryPage.DoesNotExist(), True),
    ],
)
def test_only_an_index_task_whose_page_is_gone_is_left_out_of_the_log(path, error, kept, caplog):
    try:
        raise error
    except type(error):
        logging.getLogger("django_tasks").exception("Task id=%s path=%s state=%s", 1, path, "FAILED")
    assert unless_page_is_gone(caplog.records[-1]) is kept
