"""What has to be there before anybody is asked for a story: each point with what is missing, and where to mend it."""

import datetime
from collections.abc import Callable
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from home.models import HelpLine
from workflows.people.enums import Role
from workflows.people.factors import has_second_step
from workflows.people.models import User
from workflows.privacy.apart import keys_lie_apart
from workflows.privacy.enums import AT_SENDING
from workflows.privacy.models import Backup, ConsentWording, DataProtection
from workflows.safeguarding.duty import gap_ahead
from workflows.safeguarding.models import Rota, Shift

from .sharing import Sharing

LEAST_KEEPERS = 2
TRIED_WITHIN = 183  # days


class Check(NamedTuple):
    """One point: its name, whether it is there, what to do, and where."""

    name: str
    ok: bool
    text: str
    url: str = ""


def checks() -> list[Check]:
    """Return every point, in the order in which a charity would set them right."""
    facts = DataProtection.load()
    return [point(facts) for point in POINTS]


def is_ready() -> bool:
    """Tell whether nothing is missing."""
    return all(check.ok for check in checks())


def _rota(facts) -> Check:
    rota = Rota.load()
    ok = rota.kept and gap_ahead(rota) is None
    text = _("Keep a rota, and name somebody for the coming %(days)d days.") % {"days": rota.looks_ahead_days}
    return Check(_("Rota"), ok, text, reverse(Shift.snippet_viewset.get_url_name("list")))


def _keepers(facts) -> Check:
    ready = sum(has_second_step(person) for person in User.objects.in_role(Role.SAFEGUARDING))
    text = _("At least two people of safeguarding sign in with more than a password. Ready: %(number)d.")
    url = reverse("wagtailusers_users:index")
    return Check(_("Two safeguarding people"), ready >= LEAST_KEEPERS, text % {"number": ready}, url)


def _wordings(facts) -> Check:
    ready = ConsentWording.objects.languages(AT_SENDING)
    lacking = [get_language_info(code)["name_local"] for code, _name in settings.LANGUAGES if code not in ready]
    text = _("Approve both wordings that are asked before sending, in each open language.")
    if lacking:
        text = f"{text} {_('Not yet:')} {', '.join(lacking)}"
    return Check(_("Consent wording"), not lacking, text, reverse(ConsentWording.snippet_viewset.get_url_name("list")))


def _help_lines(facts) -> Check:
    ok = HelpLine.objects.filter(shown_in_bar=True).exists() and not HelpLine.objects.overdue().exists()
    text = _("Call or text each help line, and write down when you did and when you will again.")
    return Check(_("Help lines"), ok, text, reverse(HelpLine.snippet_viewset.get_url_name("list")))


def _assessment(facts) -> Check:
    text = _("Write down the reference of your data protection impact assessment, and when you look at it again.")
    return Check(_("Impact assessment"), facts.is_assessed(), text, setting_url("privacy", "dataprotection"))


def _scope(facts) -> Check:
    text = _("Write down whether the Online Safety Act covers you, how children reach you, and when you look again.")
    return Check(_("Online Safety Act"), facts.is_scoped(), text, setting_url("privacy", "dataprotection"))


def _complaints(facts) -> Check:
    text = _("Give an address for complaints about data.")
    return Check(_("Complaints"), bool(facts.complaint_address), text, setting_url("privacy", "dataprotection"))


def _promises(facts) -> Check:
    sharing = Sharing.load()
    ok = bool(sharing.pk and sharing.contact_name and sharing.contact_number)
    text = _("Set when people read, by when they answer, and a person to talk to with a number.")
    return Check(_("Promises"), ok, text, setting_url("stories", "sharing"))


def _keys(facts) -> Check:
    text = _("Put the key ring in a folder of its own: KEYRING_PATH. Who has the database must not have the keys.")
    return Check(_("Keys apart from the database"), keys_lie_apart(), text)


def _backup(facts) -> Check:
    since = timezone.now() - datetime.timedelta(days=TRIED_WITHIN)
    text = _("Make a backup and try on another machine whether a site can be made of it. Again each half year.")
    return Check(_("Backup tried"), Backup.objects.filter(tried_at__gte=since).exists(), text)


POINTS: tuple[Callable[[DataProtection], Check], ...] = (
    *(_keepers, _rota, _wordings, _help_lines, _promises),
    *(_assessment, _scope, _complaints, _keys, _backup),
)


def setting_url(app: str, model: str) -> str:
    """Return where a setting is edited."""
    return reverse("wagtailsettings:edit", args=[app, model])
