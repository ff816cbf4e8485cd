"""The golden thread: the public account of how a page was made, from what really happened to it."""

from uuid import UUID

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .enums import MADE_BY_READERS, YES, Answer
from .models import Seal, Suggestion, Vote


def thread_of(case: UUID, *, details: bool = False, yes_at=None, digest: str = "") -> list[tuple[str, str, bool]]:
    """Return the steps of a page's making as (title, text, is it the seal).

    It tells little unless the author ticked `details`, and never what was removed or who read. `yes_at` is for an
    author who has not said yes: it shows the page as it will be if they do so then. `digest` is that of the yes a
    page went up with: a later one may wait for its day.
    """
    readers = Vote.objects.filter(reading__case=case, verdict__in=YES).count()
    seals = Seal.objects.filter(case=case, digest=digest) if digest else Seal.objects.filter(case=case)
    seal = seals.order_by("at").last()
    yes_at = yes_at or (seal and seal.at)
    steps = [(_("Written by its author"), _("In their own words."), False)]
    if readers:
        title = ngettext("Read by one trained champion", "Read by %(n)s trained champions", readers) % {
            "n": apnumber(readers)
        }
        steps.append((title, _("Volunteers with lived experience of their own."), False))
    steps.append(
        (_("The author decided every change"), _decisions(case) if details else _("Others may only suggest."), False)
    )
    if yes_at:
        month = date_format(yes_at, "F Y")
        title = _("Unchanged since the author’s yes in %(month)s") % {"month": month}
        steps.append((title, _("They can take this page down at any time."), True))
    return steps


def _decisions(case: UUID) -> str:
    answered = Suggestion.objects.filter(case=case, turned_down=False, kind__in=MADE_BY_READERS).exclude(answer="")
    used = answered.filter(answer=Answer.USE).count()
    text = ngettext(
        "One suggestion was made; the author used %(used)s of them.",
        "%(all)s suggestions were made; the author used %(used)s of them.",
        len(answered),
    )
    return text % {"all": len(answered), "used": used}
