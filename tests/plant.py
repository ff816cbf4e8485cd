"""A case whose canary lies in every table that can hold a word about it: what an erasure has to empty."""

import uuid

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.backends.db import SessionStore
from django.db.models.signals import pre_save
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.admin.models import FormState
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Comment, CommentReply, Locale, PageLogEntry, TaskState, WorkflowState
from wagtail.search.backends import get_search_backend
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    String,
    StringSegment,
    StringTranslation,
    Template,
    TemplateSegment,
    TranslationSource,
)

from stories.actions import accept
from stories.claims import make_claim
from stories.lost import ClaimState
from stories.models import AdultLink, Complaint, Message, StoryPage, Submission
from tests.factories import make_attachment, make_person, make_submission
from workflows.people.enums import Role
from workflows.privacy.actions import write_letter
from workflows.review.findings import note_findings
from workflows.review.guards import refuse_translating
from workflows.review.models import DaysToAvoid, HalfWritten, Plea, PleaReader, Policy, Reading, Seal, Suggestion, Vote
from workflows.safeguarding.models import Concern, ConcernEntry, PageReport


def plant(canary: str) -> uuid.UUID:
    """Take a story through review with the canary in all of it, then lay it in every table beside. Returns the case."""
    keeper = make_person(Role.SAFEGUARDING)
    for _i in range(2):
        make_person(Role.CHAMPION)
    case = make_submission(words=f"{canary} one.\n\nTwo {canary}.", headline=canary).case
    make_attachment(case, content=canary.encode(), text=canary)
    page = accept(case=case, person=keeper)
    _private_rows(case, keeper, canary)
    _review_rows(page, keeper, canary)
    page_rows(page, keeper, canary)
    translation_rows(page, canary)
    session_and_task(case, canary)
    return case


def _private_rows(case, keeper, canary):
    submission = Submission.objects.get(case=case)
    submission.headline = submission.words = submission.byline = submission.code = canary
    submission.agreement = submission.reason = canary
    submission.contact = {"value": f"{canary}@example.org"}
    submission.marked = {"words": [canary]}
    submission.save()
    Message.objects.create(submission=submission, by_author=True, text=canary)
    AdultLink.objects.create(submission=submission, token_hash=canary)  # really a keyed hash
    write_letter(case=case, address=f"{canary}@example.org", kind="story_received", language="en")
    claim = make_claim(remembered=canary, contact={"value": canary})
    claim.story, claim.proof, claim.state = case, canary, ClaimState.HIDDEN
    claim.save()
    Complaint.objects.create(case=case, text=canary, address=canary, outcome=canary, language="en")
    now = timezone.now()
    Concern.objects.create(
        case=case, raised_by="staff", text=canary, outcome=canary, raised_at=now, closed_at=now, closed_by=keeper
    )
    ConcernEntry.objects.create(case=case, person=keeper, answers={"nature": canary})
    PageReport.objects.create(case=case, page=f"/{canary}", wrong="other", text=canary, address=canary, outcome=canary)


def _review_rows(page, keeper, canary):
    Suggestion.objects.create(
        case=page.case, paragraph="headline", before=canary, after=canary, reason=canary, own_words=canary
    )
    DaysToAvoid.objects.create(case=page.case, days={"first": canary, "last": canary})
    reading = Reading.objects.filter(case=page.case).first()
    vote = Vote.objects.create(reading=reading, digest=page.words_digest())
    note_findings(vote=vote, policy=Policy.objects.current(), found={"true": {"line": canary}})
    HalfWritten.objects.create(reading=reading, case=page.case, typed={"headline": {"reason": canary}})
    plea = Plea.objects.create(
        case=page.case,
        round=WorkflowState.objects.get(object_id=str(page.pk)),
        paragraph=canary,
        due_on=timezone.localdate(),
    )
    PleaReader.objects.create(case=page.case, plea=plea, reader=reading.champion, line=canary)
    Seal.objects.create(case=page.case, locale=page.locale, digest=page.digest())
    TaskState.objects.filter(workflow_state__object_id=str(page.pk)).update(comment=canary)


def page_rows(page, keeper, canary):
    types = ContentType.objects.get_for_model(StoryPage)
    PageLogEntry.objects.create(
        page=page,
        content_type=types,
        label=canary,
        action="wagtail.edit",
        data={"title": canary},
        timestamp=timezone.now(),
        user=keeper,
    )
    comment = Comment.objects.create(page=page, user=keeper, text=canary, contentpath="body")
    CommentReply.objects.create(comment=comment, user=keeper, text=canary)
    FormState.objects.create(
        data=f"headline={canary}",
        user=keeper,
        content_type=types,
        object_id=str(page.pk),
        last_updated_at=timezone.now(),
    )
    Redirect.objects.create(old_path=f"/{canary}", redirect_page=page)
    get_search_backend().add(page)  # as an earlier version left it: drafts are not indexed


def translation_rows(page, canary):
    gaelic, _made = Locale.objects.get_or_create(language_code="gd")
    page.copy_for_translation(gaelic, copy_parents=True)
    pre_save.disconnect(refuse_translating, sender=TranslationSource)  # rows of before stories were kept out
    source, _made = TranslationSource.get_or_create_from_instance(page)
    pre_save.connect(refuse_translating, sender=TranslationSource)
    source.refresh_segments()
    segment = StringSegment.objects.filter(source=source).first()
    StringSegment.objects.filter(source=source).update(attrs=f'{{"a": "{canary}"}}')
    context = segment.context
    StringTranslation.objects.create(translation_of=segment.string, locale=gaelic, context=context, data=canary)
    SegmentOverride.objects.create(locale=gaelic, context=context, data_json=f'"{canary}"')
    OverridableSegment.objects.create(source=source, context=context, data_json=f'"{canary}"', order=0)
    template = Template.objects.create(
        uuid=uuid.uuid4(), template=f"<b>{canary}</b>", template_format="html", string_count=1
    )
    TemplateSegment.objects.create(source=source, context=context, template=template, order=0)


def session_and_task(case, canary):
    session = SessionStore()
    session["case"], session["words"] = str(case), canary
    session.save()
    DBTaskResult.objects.create(
        task_path="x.y",
        args_kwargs={"args": [], "kwargs": {}},
        backend_name="default",
        traceback=f"Error: {canary}",
        run_after=timezone.now(),
    )


def orphan_string(canary: str) -> String:
    """Make a string no source uses: what wagtail-localize leaves of an older version of a page."""
    locale = Locale.get_default()
    return String.objects.create(locale=locale, data=canary, data_hash=String._get_data_hash(canary))


def cases_in(case: uuid.UUID) -> dict[str, int]:
    """Return how many rows of each model with a `case` column name the case."""
    models = [model for model in apps.get_models() if any(field.name == "case" for field in model._meta.fields)]
    counts = {model._meta.label: model._base_manager.filter(case=case).count() for model in models}
    return {label: count for label, count in counts.items() if count}
