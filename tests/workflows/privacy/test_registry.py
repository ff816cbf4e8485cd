"""Every column that can hold a person's words is registered, and erasing a case empties them all. Requirement 60."""

import uuid

import pytest
from django.apps import apps
from django.db import connection, models

from stories.actions import take_back
from stories.models import Gone
from tests.plant import cases_in, orphan_string, plant
from tests.scan import find_in_database
from workflows.privacy import registry
from workflows.privacy.actions import erase
from workflows.privacy.casekeys import case_key
from workflows.privacy.keyring import CannotOpen
from workflows.privacy.models import Consent, Erasure
from workflows.review.models import Reading

FTS = "wagtailsearch.SQLiteFTSIndexEntry"  # a table that only SQLite has
ONE, OTHER = "zqxcanaryone", "vjkcanarytwo"
NOT_IN_PLAIN = {
    "stories.Submission",
    "stories.Message",
    "stories.Claim",
    "stories.Complaint",
    "stories.Attachment",
    "safeguarding.Concern",
    "safeguarding.ConcernEntry",
    "review.Suggestion",
    "review.DaysToAvoid",
    "review.Findings",
    "review.HalfWritten",
    "privacy.Letter",
    "people.AgeMark",
    "people.SubjectsToAvoid",
    "toolkits.SchoolNews",
    "toolkits.Visit",
    "review.Placement",
    "review.PleaReader",
    "people.LineMessage",
    "people.CallWish",
    "people.TimeGiven",
    "review.Vote",
    "review.Seal",
    "wagtail_localize.TranslationContext",
}


def test_every_text_column_is_registered_or_wordless_for_a_reason():
    unknown = [f"{model}.{column}" for model, column in registry.text_columns() if not registry.is_known(model, column)]
    assert unknown == []


def test_a_new_column_would_be_noticed(monkeypatch):
    monkeypatch.setattr(registry, "_stores", {})
    monkeypatch.setattr(registry, "_wordless", {"privacy.Letter.language": "why"})
    assert registry.is_known("privacy.Letter", "language")
    assert not registry.is_known("privacy.Letter", "failure")
    registry.register("privacy.Letter", "failure", print)
    assert registry.is_known("privacy.Letter", "failure")
    assert not registry.is_known("privacy.Letter", "address")
    registry.wordless("why", "home.*")
    assert registry.is_known("home.Anything", "text")
    assert not registry.is_known("stories.StoryPage", "body")


def test_every_encrypted_column_counts_as_text():
    listed = set(registry.text_columns())
    encrypted = {
        (model._meta.label, field.name)
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if hasattr(field, "opened")
    }
    assert ("stories.StoryPage", "body") in listed
    assert len(encrypted) > 10
    assert encrypted <= listed


def test_what_is_registered_exists():
    for store in registry.stores():
        if store.model == FTS and connection.vendor != "sqlite":
            continue
        names = {
            field.name for field in apps.get_model(store.model)._meta.get_fields() if isinstance(field, models.Field)
        }
        assert store.columns == registry.WHOLE_ROW or store.columns <= names


def _tables_of(labels):
    return {apps.get_model(label)._meta.db_table for label in labels}


@pytest.fixture
def two_cases(db):
    cases = plant(ONE), plant(OTHER)
    orphan_string(f"{ONE} of an older version")
    return cases


def test_the_canary_really_lies_in_every_registered_table(two_cases):
    labels = {store.model for store in registry.stores()} - NOT_IN_PLAIN
    if connection.vendor != "sqlite":
        labels.discard(FTS)
    tables = {place.split(".")[0] for place in find_in_database(ONE)}
    assert _tables_of(labels) - {"wagtailsearch_indexentry_fts"} <= tables
    encrypted = {
        "stories.Submission",
        "stories.Attachment",
        "safeguarding.Concern",
        "review.Suggestion",
        "review.Findings",
        "review.HalfWritten",
        "privacy.Letter",
        "review.Seal",
    }
    assert encrypted | {"people.AgeMark"} <= set(cases_in(two_cases[0]))


def test_erasing_a_case_takes_its_canary_from_everywhere_and_leaves_the_other(two_cases):
    one, other = two_cases
    before = find_in_database(OTHER)
    rows = cases_in(other)
    erase(case=one)
    assert find_in_database(ONE) == []
    assert cases_in(one).keys() == {"privacy.AccessLog", "privacy.Consent", "privacy.Erasure", "review.Reading"}
    assert set(before) - set(find_in_database(OTHER)) == {"django_tasks_database_dbtaskresult.traceback"}
    assert cases_in(other) == rows
    with pytest.raises(CannotOpen):
        case_key(one)
    assert len(case_key(other)) == 32


def test_consent_log_stays_ended_and_readings_stay_closed(two_cases):
    one, _other = two_cases
    erase(case=one)
    assert not Consent.objects.standing().filter(case=one).exists()
    assert Consent.objects.filter(case=one).count() == 2
    assert not Reading.objects.held().filter(case=one).exists()
    assert Erasure.objects.filter(case=one).count() == 1


def test_erasing_twice_and_erasing_what_never_was_are_harmless(two_cases):
    one, _other = two_cases
    erase(case=one)
    erase(case=one)
    nobody = uuid.uuid4()
    erase(case=nobody)
    assert cases_in(nobody) == {"privacy.Erasure": 1}


def test_taking_back_leaves_nothing_but_the_address(two_cases):
    one, _other = two_cases
    take_back(case=one)
    assert find_in_database(ONE) == []
    assert Gone.objects.count() == 0  # it was never public
