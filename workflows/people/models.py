"""People: everyone who signs in, the champions among them, and what each is qualified for."""

from typing import ClassVar
from uuid import UUID

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from workflows.privacy.lasting import Lasting, LastingQuerySet

from .enums import Band, Role, Training


class UserManager(BaseUserManager["User"]):
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


class User(AbstractUser):
    """Someone who works here: they sign in with their mail address and have no user name."""

    username = None
    email = models.EmailField(_("email address"), unique=True)
    language = models.CharField(_("language of letters"), max_length=12, default="en")

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = UserManager()

    def __str__(self):
        return self.get_full_name() or self.email

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
    weekly_limit = models.PositiveSmallIntegerField(
        _("stories a week, at most"),
        default=3,
        validators=[MinValueValidator(1)],
        help_text=_("Champions set this for themselves at their desk."),
    )

    class Meta:
        verbose_name = _("champion")

    def __str__(self):
        return str(self.person)


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
