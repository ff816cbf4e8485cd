"""What people were asked by stays as it was: wordings and the policy, by every way there is to write over a row."""

import pytest
from django.db import transaction
from django.utils import timezone

from workflows.privacy.models import ConsentWording, WordingStands
from workflows.review.models import Policy
from workflows.review.policy import PolicyStands

pytestmark = pytest.mark.django_db
KINDS = [(ConsentWording, WordingStands, "text"), (Policy, PolicyStands, "readers")]


def ways(row, name):
    """Return every way to write another text over a row, and to delete it."""
    rows, one = type(row).objects, type(row).objects.filter(pk=row.pk)
    yield row.save
    yield lambda: row.save(update_fields=[name])
    yield lambda: one.update(**{name: "Other."})
    yield lambda: rows.bulk_update([row], [name])
    yield lambda: rows.bulk_create([row], update_conflicts=True, unique_fields=["id"], update_fields=[name])
    yield lambda: rows.update_or_create(pk=row.pk, defaults={name: "Other."})
    yield row.delete
    yield one.delete


@pytest.mark.parametrize(("model", "stands", "name"), KINDS)
def test_what_was_approved_stays_by_every_way(model, stands, name):
    before = getattr(model.objects.approved().first(), name)
    row = model.objects.approved().first()
    setattr(row, name, "Other.")
    for way in ways(row, name):
        with pytest.raises(stands), transaction.atomic():
            way()
    assert getattr(model.objects.get(pk=row.pk), name) == before


@pytest.mark.parametrize(("model", "stands", "name"), KINDS)
def test_a_draft_is_free_and_takes_the_next_number_of_its_series(model, stands, name):
    newest = model.objects.approved().filter(language="en").first()
    draft = model.objects.get(pk=newest.pk)
    draft.pk, draft.version, draft.approved_at, draft._state.adding = None, None, None, True
    draft.take_number()
    assert draft.version == newest.version + 1
    draft.save()
    draft.take_number()
    assert draft.version == newest.version + 1
    setattr(draft, name, "Other.")
    draft.save()
    model.objects.filter(pk=draft.pk).update(**{name: "Another."})
    draft.approved_at = timezone.now()
    draft.save()
    with pytest.raises(stands):
        draft.save()
