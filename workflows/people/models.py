"""People: everyone who signs in, the champions among them, and what each is qualified for."""

import uuid
from typing import ClassVar
from uuid import UUID

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from workflows.privacy.encrypted import EncryptedJSONField
from workflows.privacy.lasting import Lasting, LastingQuerySet
from workflows.privacy.private import Private

from .enums import Band, Cadence, Role, ShownAs, Training
from .hours import TimeGiven
from .lines import CallWish, LineMessage, PrivateLine
from .recovery import Recovery, SignInEvent
from .tries import SignInTry

__all__ = [
    "AgeMark",
    "CallWish",
    "Champion",
    "LineMessage",
    "PrivateLine",
    "Qualification",
    "Recovery",
    "SignInEvent",
    "SignInTry",
    "SubjectsToAvoid",
    "TimeGiven",
    "User",
    "UserManager",
]


class UserQuerySet(models.QuerySet):
    def end_sessions(self) -> int:
        """End every session of these people: whoever sits at one signs in again. Returns how many people."""
        return super().update(sessions_ended=models.F("sessions_ended") + 1)

    def update(self, **kwargs):
        """Update rows; where that lets people in or out, or makes them superusers, their sessions end."""
        if not kwargs.keys().isdisjoint(ENDING):
            kwargs.setdefault("sessions_ended", models.F("sessions_ended") + 1)
        return super().update(**kwargs)


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        """Make somebody who signs in by mail address. Raises ValueError without one."""
        if not email:
            message = "Everyone signs in by a mail address."
            raise ValueError(message)
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields) -> "User":
        """Make a superuser. The twelve rules bind superusers as well."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def in_role(self, role: Role) -> models.QuerySet["User"]:
        """Return the active people of a role."""
        return self.filter(is_active=True, groups__name=role)


ENDING = ("is_active", "is_superuser")  # as roles do: a change of one of these ends every session


class User(AbstractUser):
    """Someone who works here: they sign in with their mail address and have no user name."""

    username = None
    email = models.EmailField(_("email address"), unique=True)
    language = models.CharField(_("language of letters"), max_length=12, default="en")

    sessions_ended = models.PositiveIntegerField(default=0, editable=False)  # how often: it is part of each session

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = UserManager()

    def __str__(self):
        return self.get_full_name() or self.email

    def save(self, *args, **kwargs):
        """Save; being let in or out, or becoming a superuser, ends every session."""
        names = kwargs.get("update_fields")
        if self.pk and (names is None or not set(names).isdisjoint(ENDING)):
            was = User.objects.filter(pk=self.pk).values(*ENDING).first()
            if was and any(was[name] != getattr(self, name) for name in ENDING):
                self.sessions_ended += 1
                kwargs |= {"update_fields": {*names, "sessions_ended"}} if names is not None else {}
        super().save(*args, **kwargs)

    def _get_session_auth_hash(self, secret=None) -> str:
        """Bind a session to the password, as Django does, and to how often sessions were ended."""
        said = f"{self.password}:{self.sessions_ended}"
        return salted_hmac("people.User.session", said, secret=secret, algorithm="sha256").hexdigest()

    def has_role(self, role: Role) -> bool:
        """Tell whether this person is in a role. A superuser is in none by that alone."""
        if not self.is_active:
            return False
        if not hasattr(self, "_roles"):
            self._roles = set(self.groups.values_list("name", flat=True))
        return role.value in self._roles


class Champion(models.Model):
    """A trained volunteer with lived experience: their own pace."""

    person = models.OneToOneField(User, on_delete=models.CASCADE, related_name="champion", verbose_name=_("person"))
    paused = models.BooleanField(
        _("taking a break"),
        default=False,
        help_text=_("No new stories are offered until this is unticked. No reason needed."),
    )
    paused_until = models.DateField(null=True, editable=False)  # the last day of a break that ends by itself
    weekly_limit = models.PositiveSmallIntegerField(
        _("stories a week, at most"),
        default=3,
        validators=[MinValueValidator(1)],
        help_text=_("Champions set this for themselves at their desk."),
    )
    learning = models.BooleanField(
        _("still learning"),
        default=True,
        help_text=_(
            "Reads and votes beside two others. It is kept, and counts once safeguarding says so under Readers."
        ),
    )
    languages = models.JSONField(default=list, blank=True, editable=False)  # codes, as chosen at the desk
    letters = models.CharField(max_length=10, choices=Cadence.choices, default=Cadence.DAILY, editable=False)
    told_on = models.DateField(null=True, editable=False)  # the last day on which it was asked what waits
    shown_as = models.CharField(
        _("name in the golden thread"), max_length=10, choices=ShownAs.choices, default=ShownAs.NOT, editable=False
    )
    made_up_name = models.CharField(max_length=30, blank=True, editable=False)
    shown_since = models.DateTimeField(null=True, editable=False)  # of the choice above, for the votes after it

    class Meta:
        verbose_name = _("champion")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(shown_as=ShownAs.MADE_UP) | ~models.Q(made_up_name=""),
                name="a_made_up_name_is_there",
            )
        ]

    def __str__(self):
        return str(self.person)

    def save(self, *args, **kwargs):
        """Save; a break that was ended has no last day, whoever ended it."""
        if not self.paused:
            self.paused_until = None
        super().save(*args, **kwargs)

    @property
    def shown_name(self) -> str:
        """Return the name the golden thread may say today, or nothing; who has left is named nowhere."""
        if not self.person.is_active:
            return ""
        if self.shown_as == ShownAs.FIRST_NAME:
            return self.person.first_name
        return self.made_up_name if self.shown_as == ShownAs.MADE_UP else ""


class SubjectsToAvoid(Private):
    """What a champion would rather not read about. Nobody but them sees it; it hangs on their private line."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.UUIDField(unique=True)
    person = models.OneToOneField(User, on_delete=models.CASCADE, related_name="subjects_to_avoid")
    subjects = EncryptedJSONField()  # {"keys": names of topics and content notes}


class Qualification(models.Model):
    """A training or PVG mark: that it was seen and until when, never what a certificate says."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="qualifications", verbose_name=_("person"))
    kind = models.CharField(_("what was seen"), max_length=20, choices=Training.choices)
    valid_until = models.DateField(
        _("last day"), help_text=_("From the day after, this person may not read what needs this mark.")
    )
    marked_by = models.ForeignKey(
        User, null=True, editable=False, on_delete=models.SET_NULL, related_name="+", verbose_name=_("seen by")
    )

    class Meta:
        verbose_name = _("qualification")
        constraints = [models.UniqueConstraint(fields=["person", "kind"], name="one_mark_per_kind")]

    def __str__(self):
        return self.get_kind_display()

    @property
    def is_current(self) -> bool:
        """Tell whether it has not run out; its last day still counts."""
        return self.valid_until >= timezone.localdate()


class AgeMark(Lasting):
    """The age band of a case's author: it decides who may read the case, whatever it has become."""

    lasting = ("band",)

    case = models.UUIDField(primary_key=True)
    band = models.CharField(max_length=10, choices=Band.choices)

    objects = LastingQuerySet.as_manager()

    @classmethod
    def of(cls, case: UUID) -> "AgeMark | None":
        """Return the mark of a case, or None: then nobody may read it."""
        return cls.objects.filter(case=case).first()
