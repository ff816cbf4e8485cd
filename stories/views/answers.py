"""What somebody answered, as rows to check, each with the address where it can be changed."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.languages import written_name
from stories.adults import Adult, AgreeBy
from stories.attachments import Attachment
from stories.enums import Appear, Reach


@dataclass(frozen=True)
class Row:
    label: str
    value: str
    href: str


def rows_of(submission) -> list[Row]:
    """Return every answer in the order it was asked."""
    count = len(submission.words.split())
    length = ngettext("%(count)d word", "%(count)d words", count) % {"count": count}
    named = submission.byline if submission.appear == Appear.CHOSEN else submission.get_appear_display()
    rows = [
        Row(_("Your age"), submission.get_band_display(), reverse("stories:share_age")),
        Row(_("Title"), submission.headline, _change("words")),
        Row(_("Your story"), length, _change("words")),
        Row(_("You’re writing in"), written_name(submission.language), _change("words")),
        *_beside(submission),
        Row(_("How you appear"), named, _change("name")),
        Row(_("How we can reach you"), _reach(submission), _change("contact")),
    ]
    if submission.asks_adult:
        rows.append(Row(_("An adult who knows"), _adult(submission), _change("adult")))
    return [*rows, Row(_("What you agreed to"), _("Both boxes ticked"), _change("consent"))]


def _beside(submission) -> list[Row]:
    kinds = Attachment.objects.filter(case=submission.case)
    return [Row(kind.get_kind_display(), _("Added"), reverse(f"stories:share_{kind.kind}")) for kind in kinds]


def _change(step: str) -> str:
    return f"{reverse(f'stories:share_{step}')}?change"


def _reach(submission) -> str:
    contact = submission.contact
    said = {"yes": _("We can leave a message."), "no": _("Please leave no message.")}
    others = {
        "yes": _("Someone else may read or hear it."),
        "no": _("Nobody else reads or hears it."),
        "unsure": _("You’re not sure if someone else reads or hears it."),
    }
    lines = [
        submission.get_reach_display(),
        contact.get("value"),
        contact.get("times"),
        said.get(contact.get("message")),
        others.get(contact.get("others")),
    ]
    if submission.reach in (Reach.NONE, Reach.ADULT):
        lines = lines[:3]
    return "\n".join(line for line in lines if line)


def _adult(submission) -> str:
    adult = submission.contact.get("adult", {})
    asked = str(Adult(adult["asked"]).label)
    by = {AgreeBy.LINK: _("You get a link for them."), AgreeBy.CALL: _("We call or email them.")}
    lines = [asked, by.get(adult.get("by")), *(adult.get(name) for name in ("who", "how", "safe"))]
    return "\n".join(str(text) for text in lines if text)
