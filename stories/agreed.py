"""What an author has agreed to and may still agree to, use by use, as their room shows it."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language

from workflows.privacy.enums import Use
from workflows.privacy.models import Consent, ConsentWording

from .sharing import Sharing


@dataclass(frozen=True)
class Asked:
    """One use: what was agreed to if a yes stands, what is asked today, in the language now spoken, if it is."""

    use: Use
    consent: Consent | None
    current: ConsentWording | None

    @property
    def name(self) -> str:
        return capfirst(self.use.label)

    @property
    def wording(self) -> ConsentWording | None:
        """Return the words to show: those agreed to while the yes stands, else those of today."""
        return self.consent.wording if self.consent else self.current

    @property
    def is_new(self) -> bool:
        """Tell whether these words are others than those agreed to, so that a new yes is to something new."""
        return bool(self.consent and self.current and self.current != self.consent.wording)


def asked_of(case: UUID) -> list[Asked]:
    """Return every use, those asked before sending first."""
    standing = Consent.objects.standing().filter(case=case).select_related("wording")
    consents = {consent.use: consent for consent in standing}
    current = ConsentWording.objects.current(get_language())
    return [Asked(use, consents.get(use), current.get(use)) for use in Use]


def is_ending(consent: Consent | None) -> bool:
    """Tell whether a yes ends soon, so that its author is asked whether it shall go on."""
    if consent is None or consent.ends_on is None:
        return False
    return consent.ends_on - timezone.localdate() <= datetime.timedelta(days=Sharing.load().consent_reminder_days)
