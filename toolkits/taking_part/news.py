"""Of the actions layer: news of a pack by email, only after a yes; one press ends it for good."""

import datetime
import uuid

from django.core import signing
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from workflows.privacy.actions import erase, write_letter
from workflows.privacy.casekeys import mint_key
from workflows.privacy.enums import LetterKind
from workflows.privacy.keyring import load_ring
from workflows.review.errors import Refused

from .models import SchoolNews

DAYS_TO_CONFIRM = datetime.timedelta(days=7)
A_NETWORK_A_DAY = 10
SALT = "toolkits.news"


class TooManyToday(Refused):
    message = _("Many people have asked from where you are today. Nothing was kept. Please try again tomorrow.")


def ask_for_news(*, pack, address: str, language: str, network: str) -> None:
    """Keep an address, encrypted under a key of its own, and write to it once, asking whether it is right.

    Somebody who asked already gets no second letter, and the page says the same, so that nobody learns who is in.
    Raises TooManyToday.
    """
    known_by = load_ring().fingerprint(f"news of {pack.pk}", address.strip().casefold())
    lately = SchoolNews.objects.filter(network=network, asked_at__gte=timezone.now() - datetime.timedelta(days=1))
    if lately.count() >= A_NETWORK_A_DAY:
        raise TooManyToday
    case = uuid.uuid4()
    try:
        with transaction.atomic():
            mint_key(case)
            SchoolNews.objects.create(
                case=case, pack=pack, address=address.strip(), known_by=known_by, language=language, network=network
            )
            write_letter(case=case, address=address.strip(), kind=LetterKind.NEWS_ASKED, language=language)
    except IntegrityError:
        return


def token_of(case: uuid.UUID) -> str:
    """Return what stands in a letter’s link: the row’s key, signed. It tells no address."""
    return signing.dumps(case.hex, salt=SALT)


def behind(token: str) -> SchoolNews | None:
    """Return the row a link means, or None for one that is over or was never ours."""
    try:
        case = uuid.UUID(signing.loads(token, salt=SALT))
    except (signing.BadSignature, ValueError):
        return None
    return SchoolNews.objects.filter(case=case).select_related("pack__locale").first()


def link_in_letter(case: uuid.UUID) -> str:
    """Return the path for a letter as it goes out; nothing when somebody has left meanwhile."""
    there = SchoolNews.objects.filter(case=case).exists()
    return reverse("schools:news_link", args=[token_of(case)]) if there else ""


def confirm_news(*, row: SchoolNews) -> None:
    """Note that the address is theirs; forget where they asked from."""
    SchoolNews.objects.filter(pk=row.pk, confirmed_at=None).update(confirmed_at=timezone.now(), network="")


def leave_news(*, row: SchoolNews) -> None:
    """Forget an address for good: its row, its letters and its key."""
    erase(case=row.case)


def tell_of_release(release) -> int:
    """Write to everybody who wants news of a pack. Returns to how many."""
    rows = SchoolNews.objects.filter(pack=release.pack_id, confirmed_at__isnull=False)
    for row in rows:
        write_letter(case=row.case, address=row.address, kind=LetterKind.PACK_RELEASED, language=row.language)
    return len(rows)


def forget_unconfirmed() -> None:
    """Forget addresses that nobody confirmed in a week."""
    for row in SchoolNews.objects.filter(confirmed_at=None, asked_at__lt=timezone.now() - DAYS_TO_CONFIRM):
        erase(case=row.case)
