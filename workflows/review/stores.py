"""What a review holds of a case, and where Wagtail, its search and wagtail-localize keep the words of its pages."""

from uuid import UUID

from workflows.privacy.registry import register, wordless

from .assignment import end_readings
from .enums import Outcome
from .forgetting import forget_pages
from .models import DaysToAvoid, Findings, HalfWritten, Placement, Plea, PleaReader, Reading, Seal, Suggestion, Vote


def forget_review(case: UUID) -> None:
    """Delete all that was said or decided of a case; readings end and stay without a word: fairness counts them."""
    Suggestion.objects.filter(case=case).delete()
    DaysToAvoid.objects.filter(case=case).delete()
    Placement.objects.filter(case=case).delete()
    PleaReader.objects.filter(case=case).delete()
    Plea.objects.filter(case=case).delete()
    Findings.objects.filter(case=case).delete()
    HalfWritten.objects.filter(case=case).delete()
    Vote.objects.filter(reading__case=case).delete()
    Seal.objects.filter(case=case).delete()
    end_readings(case)
    Reading.objects.filter(case=case, outcome=Outcome.PUBLISHED).update(outcome="", outcome_at=None)


for _name in (
    "Suggestion",
    "DaysToAvoid",
    "Placement",
    "Plea",
    "PleaReader",
    "Findings",
    "HalfWritten",
    "Vote",
    "Seal",
):
    register(f"review.{_name}", "*", forget_review)
for _name in (
    "wagtailcore.Page wagtailcore.Revision wagtailcore.TaskState wagtailcore.PageLogEntry wagtailcore.Comment "
    "wagtailcore.CommentReply wagtailadmin.FormState wagtailredirects.Redirect wagtailsearch.IndexEntry "
    "wagtailsearch.SQLiteFTSIndexEntry wagtail_localize.TranslationSource wagtail_localize.TranslationContext "
    "wagtail_localize.String wagtail_localize.StringTranslation wagtail_localize.Template "
    "wagtail_localize.SegmentOverride wagtail_localize.StringSegment wagtail_localize.OverridableSegment"
).split():
    register(_name, "*", forget_pages)

wordless("what the whole site shares, written by staff", "home.*", "taggit.Tag", "wagtailcore.Site")
wordless("what is published of how stories are read", "review.Policy")
wordless("names of the site's own structure", "wagtailcore.Locale", "wagtailcore.Workflow", "wagtailcore.Task")
wordless(
    "numbers and names of columns, no contents",
    "wagtailcore.WorkflowState",
    "wagtailcore.ReferenceIndex",
    "wagtailadmin.EditingSession",
)
wordless("what staff did to things that are not pages: their names, no story's", "wagtailcore.ModelLogEntry")
wordless("files and folders of staff; authors upload none", "wagtailcore.UploadedFile", "wagtailcore.Collection")
wordless("files of staff; ours replace Wagtail's own pictures", "wagtaildocs.*", "wagtailimages.*")
wordless("passwords of private sections, keys of programs", "wagtailcore.CollectionViewRestriction")
wordless("passwords of private sections, keys of programs", "wagtailcore.PageViewRestriction", "wagtailcore.APIToken")
wordless("settings of people who work here", "wagtailusers.UserProfile")
wordless("embedding is off: no page asks a third party", "wagtailembeds.Embed")
