"""What people were asked stays what they were asked: approved wordings are never changed, only followed by others.

Requirement 65.
"""

import pytest
from django.utils import timezone

from tests.factories import make_wording
from workflows.privacy.actions import approve_wording, give_consent
from workflows.privacy.enums import AT_SENDING, LATER, Use
from workflows.privacy.models import ConsentWording, WordingStands

pytestmark = pytest.mark.django_db


def draft(**fields):
    return ConsentWording.objects.create(use=Use.PACK, language="en", version=2, text="New words", **fields)


def test_every_use_has_an_approved_english_wording_that_says_what_ending_it_does():
    found = ConsentWording.objects.approved().filter(language="en", version=1).exclude(text="").exclude(ending="")
    assert set(found.values_list("use", flat=True)) == set(Use)


def test_a_draft_changes_until_it_is_approved_and_never_after():
    wording = draft()
    wording.text = "Better words"
    wording.save()
    approve_wording(wording=wording)
    wording.text = "Other words"
    for change in (wording.save, wording.delete, lambda: approve_wording(wording=wording)):
        with pytest.raises(WordingStands):
            change()
    assert ConsentWording.objects.get(pk=wording.pk).text == "Better words"


def test_an_approved_wording_cannot_be_unapproved_by_a_row_that_says_so():
    wording = make_wording(Use.PACK)
    wording.approved_at = None
    with pytest.raises(WordingStands):
        wording.save()


@pytest.mark.parametrize("change", [lambda rows: rows.update(text="Other"), lambda rows: rows.delete()])
def test_whole_querysets_spare_what_was_approved(change):
    wording = draft()
    with pytest.raises(WordingStands):
        change(ConsentWording.objects.filter(use=Use.PACK))
    change(ConsentWording.objects.filter(pk=wording.pk))
    assert not ConsentWording.objects.filter(pk=wording.pk, text="New words").exists()
    assert make_wording(Use.PACK).text.startswith("I agree that my story is used in packs")


def test_a_draft_can_be_deleted():
    draft().delete()
    assert ConsentWording.objects.filter(use=Use.PACK).count() == 1


def test_current_is_the_newest_approved_of_the_language_and_no_other():
    draft()
    assert ConsentWording.objects.current("en")[Use.PACK].version == 1
    newest = make_wording(Use.PACK, version=3)
    assert ConsentWording.objects.current("en")[Use.PACK] == newest
    assert list(ConsentWording.objects.current("en", AT_SENDING)) == list(AT_SENDING)
    assert ConsentWording.objects.current("gd") == {}


def test_a_language_counts_once_all_uses_are_approved_in_it():
    make_wording(Use.HEALTH, language="gd")
    assert ConsentWording.objects.languages(AT_SENDING) == {"en"}
    make_wording(Use.PUBLISH, language="gd")
    assert ConsentWording.objects.languages(AT_SENDING) == {"en", "gd"}
    assert ConsentWording.objects.languages(LATER) == {"en"}


@pytest.mark.parametrize("wording", [draft, lambda: make_wording(Use.PRESS)])
def test_nobody_agrees_to_a_draft_or_to_the_words_of_another_use(wording):
    with pytest.raises(ValueError, match="Nobody can agree"):
        give_consent(case="0" * 32, use=Use.PACK, wording=wording())


def test_a_draft_approved_elsewhere_meanwhile_is_not_changed_by_an_older_copy():
    wording = draft()
    copy = ConsentWording.objects.get(pk=wording.pk)
    approve_wording(wording=wording)
    copy.text = "Late words"
    with pytest.raises(WordingStands):
        copy.save()
    assert wording.approved_at <= timezone.now()
