"""Every answer is shut to other sites and kept nowhere where it is somebody's own. See tests/headers.py for the grade.

Every address, every role and every state is graded by tests/test_permissions.py; here are the doors of third parties'
addresses, and what is shut only behind HTTPS.
"""

import json

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from wagtail.admin.widgets import AdminPageChooser, BaseChooser

from config.settings.places import ROOT
from home.middleware import closed
from home.widgets import starter
from workflows.people.enums import Role

from .factories import make_person
from .headers import missing, score, weak
from .test_permissions import patterns, sample

pytestmark = pytest.mark.django_db


def test_every_door_of_the_admin_and_of_signing_in_is_graded_a_plus():
    client, found = Client(raise_request_exception=False), {}  # Wagtail has an address that fails on purpose
    client.force_login(make_person(is_superuser=True))
    for path, name in patterns():
        if path.startswith(("admin/", "accounts/", "documents/")) and name != "wagtailadmin_logout":
            response = client.get(sample(path))
            if weak(response):
                found[path] = weak(response)
    assert found == {}


def test_public_pages_score_more_than_the_grade_needs():
    answers = [Client().get(path) for path in ("/en/", "/en/stories/", "/en/search/", "/nowhere/", "/robots.txt")]
    assert {score(answer) for answer in answers} == {130}


@pytest.mark.parametrize(
    ("header", "worse"),
    [
        ("Content-Security-Policy", "script-src 'self' 'unsafe-inline'"),
        ("Content-Security-Policy", ""),
        ("Permissions-Policy", "camera=(self)"),
        ("Cross-Origin-Opener-Policy", "unsafe-none"),
    ],
)
def test_the_grade_notices_what_is_open(header, worse):
    answer = Client().get("/en/")
    assert weak(answer) == []
    answer[header] = worse
    assert weak(answer) != []
    assert header != "Content-Security-Policy" or score(answer) < 130


def test_a_private_answer_without_no_store_is_noticed():
    answer = Client().get("/accounts/login/")
    answer["Cache-Control"] = "max-age=60"
    assert missing(answer) == ["no-store"]


@pytest.mark.parametrize(
    ("method", "status", "vary", "kept"),
    [
        ("get", 200, "", ""),
        ("get", 200, "Cookie", "no-store"),
        ("post", 200, "", "no-store"),
        ("get", 404, "", "no-store"),
    ],
)
def test_what_is_somebodys_own_is_kept_nowhere(method, status, vary, kept):
    made = HttpResponse(status=status, headers={"Vary": vary} if vary else {})
    answer = closed(lambda request: made)(getattr(RequestFactory(), method)("/"))
    assert answer.get("Cache-Control", "") == kept


def test_an_answer_that_sets_a_cookie_is_kept_nowhere_whatever_it_says():
    made = HttpResponse(headers={"Cache-Control": "public, max-age=60"})
    made.set_cookie("known", "1")
    assert closed(lambda request: made)(RequestFactory().get("/"))["Cache-Control"] == "no-store"


def test_browsers_stay_with_https_for_two_years(settings):
    settings.SECURE_HSTS_SECONDS = 63_072_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    answer = Client().get("/en/", secure=True)
    assert answer["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains; preload"


def test_no_page_of_the_admin_holds_a_script_of_its_own():
    client = Client()
    client.force_login(make_person(is_superuser=True))
    adds = [path for path, name in patterns() if path.startswith("admin/") and path.endswith(("add/", "edit/"))]
    for address in map(sample, adds):
        text = client.get(address, follow=True).content.decode()
        inline = [part for part in text.split("<script")[1:] if " src=" not in part.partition(">")[0]]
        assert all('type="application/json"' in part.partition(">")[0] for part in inline), address
        assert " style=" not in text, address


def test_every_chooser_is_started_by_a_name_that_the_script_knows():
    script = (ROOT / "static" / "js" / "admin.js").read_text()
    html = AdminPageChooser().render("page", None, {"id": "id_page"})
    assert "<script" not in html
    assert "data-start='PageChooser' data-with='[&quot;id_page&quot;, {&quot;" in html
    assert all(f'"{one.js_constructor}"' in script for one in choosers(BaseChooser))
    with pytest.raises(TypeError):
        AdminPageChooser().render("page", None, {})


def choosers(of) -> list:
    return [of, *(found for one in of.__subclasses__() for found in choosers(one))]


def test_what_is_started_cannot_end_its_place_in_the_page():
    assert starter("Chooser", ["'><script>alert(1)</script>"]).count("<") == 2
    assert json.dumps([1]) in starter("Chooser", [1])


@pytest.mark.parametrize("number", [2**63 - 1, 2**63, 10**40])
def test_a_number_that_no_row_can_have_names_nothing(number):
    client = Client()
    client.force_login(make_person(Role.EDITOR))
    assert client.get(f"/admin/stories/{number}/sound/", follow=True).status_code == 404
