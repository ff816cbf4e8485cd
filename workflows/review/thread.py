"""The golden thread: the public account of how a page was made, from what really happened to it."""

from uuid import UUID

from django.contrib.humanize.templatetags.humanize import apnumber
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workflows.privacy.enums import Use
from workflows.privacy.models import Consent

from .enums import MADE_BY_READERS, YES, Answer
from .models import Seal, Suggestion, Vote
from .named import readers_in_words


def tells_details(page) -> bool:
    """Tell whether a page says how many suggestions there were: by its author's sealed tick and a yes that stands."""
    agreed = Consent.objects.standing().filter(case=page.case, use=Use.DETAILS)
    return page.thread_details and agreed.exists()


def thread_of(page, *, details: bool = False, yes_at=None) -> list[tuple[str, str, bool]]:
    """Return the steps of a page's making as (title, text, is it the seal), each true of this very page today.

    It tells little unless the author ticked `details`, and never what was removed; a reader's name only as they agreed
    (`named.py`). `yes_at` is for an author about to say yes to a page that is out: it shows what the page will tell
    once they have.
    """
    seal = _seal_of(page)
    at = yes_at or (seal and seal.at)
    votes = Vote.objects.filter(reading__case=page.case, reading__beside=False, verdict__in=YES)
    votes = votes.select_related("reading__champion__champion")
    readers = len(votes)
    steps = [(_("Written by its author"), _("In their own words."), False)]
    if readers:
        title = ngettext("Read by one trained champion", "Read by %(n)s trained champions", readers) % {
            "n": apnumber(readers)
        }
        steps.append((title, _who_read(votes, until=at), False))
    return [*steps, _changes(page.case, details=details, has_yes=at is not None), _yes(at)]


def _who_read(votes, *, until) -> str:
    """Say who the readers are. Where nobody else was free, the page says that one of them works here."""
    if any(vote.reading.appointed for vote in votes):
        return _("One of them works here: no other trained reader was free.")
    return readers_in_words(votes, until=until)


def _changes(case: UUID, *, details: bool, has_yes: bool) -> tuple[str, str, bool]:
    """Return who decides: an author who said yes has decided all; before, something may still wait for them."""
    asked = Suggestion.objects.real().filter(case=case, turned_down=False)
    if not has_yes and asked.filter(Q(answer="") | Q(answer=Answer.OWN, confirmed_at=None)).exists():
        return _("The author decides every change"), _("Some suggestions still wait."), False
    return _("The author decided every change"), _decisions(case) if details else _("Others may only suggest."), False


def _seal_of(page) -> Seal | None:
    """Return the latest yes to exactly this page, whatever its author said yes to before or since."""
    seals = Seal.objects.filter(case=page.case, locale=page.locale_id).order_by("-at", "-pk")
    return next((seal for seal in seals if seal.digest == page.digest(seal.scheme)), None)


def _yes(at) -> tuple[str, str, bool]:
    """Return since when the page stands as its author said yes to it, or that it waits for their yes."""
    if at is None:
        return _("Waits for its author’s yes"), _("Nobody else can put it up."), False
    month = date_format(timezone.localdate(at), "F Y")
    title = _("Unchanged since the author’s yes in %(month)s") % {"month": month}
    return title, _("They can take this page down at any time."), True


def _decisions(case: UUID) -> str:
    answered = Suggestion.objects.filter(case=case, turned_down=False, kind__in=MADE_BY_READERS).exclude(answer="")
    if not answered:
        return _("Nobody suggested a change.")
    used = answered.filter(answer=Answer.USE).count()
    text = ngettext(
        "One suggestion was made; the author used %(used)s of them.",
        "%(all)s suggestions were made; the author used %(used)s of them.",
        len(answered),
    )
    return text % {"all": len(answered), "used": used}
