"""A page whose words belong to its author: it goes live only as its author has sealed it."""

from uuid import UUID

from django.apps import apps
from django.db import models, transaction
from wagtail.models import Page

from workflows.people.models import AgeMark
from workflows.privacy.enums import Use
from workflows.privacy.models import Consent
from workflows.safeguarding.frozen import frozen_cases, is_frozen

from .digest import SCHEME, WORDS_SCHEME, digest_of
from .errors import Frozen, NotOnStories, NotSealed
from .models import Seal

BOOKKEEPING = {"live", "alias_of", "alias_of_id", "locale", "locale_id", "translation_key", "go_live_at", "expire_at"}


class IntactIterable(models.query.ModelIterable):
    """Leaves out rows whose columns no longer say what was sealed: changed behind the model's back."""

    def __iter__(self):
        for page in super().__iter__():
            if page.digest(page.seal_scheme) == page.sealed_with:
                yield page


class SealableQuerySet(models.QuerySet):
    def public(self):
        """Return what the world may read: live, sealed as it stands, agreed to, not frozen. Every list begins here."""
        seals = Seal.objects.filter(
            case=models.OuterRef("translation_key"),
            locale=models.OuterRef("locale"),
            digest=models.OuterRef("sealed_with"),
        )
        found = self.annotate(seal_scheme=models.Subquery(seals.values("scheme")[:1]))
        found = found.filter(live=True, seal_scheme__isnull=False, translation_key__in=agreed_cases())
        found = found.exclude(translation_key__in=frozen_cases())
        found = found.select_related("locale", *self.model.sealed_relations)
        found._iterable_class = IntactIterable
        return found

    def specific(self, defer=False):
        """Return the rows as they are: they are specific already, and another way of reading would skip the check."""
        intact = issubclass(self._iterable_class, IntactIterable)
        return self._clone() if intact else super().specific(defer)


def agreed_cases():
    """Return the keys of the cases whose author's yes to publishing stands, for a subquery."""
    return Consent.objects.standing().filter(use=Use.PUBLISH).values("case")


class Sealable(models.Model):
    """A mixin for page models. Its subclass names the words and the other sealed columns, and how they are read.

    `sealed_with` is the digest under which the live row stands; it is written here alone.
    """

    sealed_with = models.CharField(max_length=64, blank=True, editable=False)

    word_fields: tuple[str, ...] = ()
    sealed_fields: tuple[str, ...] = ()
    sealed_relations: tuple[str, ...] = ()  # the foreign keys among them
    attached_fields: tuple[str, ...] = ()  # those among them that an author put beside the words, sealed since scheme 2

    notes: tuple[str, ...] | list[str] = ()  # keys of content notes, where a page has them

    class Meta:
        abstract = True

    @property
    def case(self) -> UUID:
        """Return the key that ties everything about this page together."""
        return self.translation_key

    def sealed_value(self, name: str):
        """Return a sealed column as plain text, lists and maps: what a visitor would see of it."""
        return getattr(self, name)

    def subject_keys(self) -> frozenset[str]:
        """Return the names of what the page is about, for readers who would rather not read of it."""
        return frozenset()

    def words_digest(self) -> str:
        """Return the digest of what the author gave, words and what is attached to them: what readers vote on."""
        return self._digest((*self.word_fields, *filter(self.sealed_value, self.attached_fields)), WORDS_SCHEME)

    def digest(self, scheme: int = SCHEME) -> str:
        """Return the digest of everything the page will show: what the author says yes to."""
        return self._digest(self.sealed_names(scheme), scheme)

    def sealed_names(self, scheme: int) -> tuple[str, ...]:
        """Return the columns a scheme covers.

        Scheme 1 is older than what is attached: it covers a page with nothing attached, and no other.
        """
        names = (*self.word_fields, *self.sealed_fields)
        if scheme > 1:
            return names
        return tuple(name for name in names if name not in self.attached_fields or self.sealed_value(name))

    def _digest(self, names, scheme: int) -> str:
        values = {name: self.sealed_value(name) for name in names}
        return digest_of({"locale": self.locale.language_code, **values}, scheme)

    def attached_texts(self) -> dict[str, str]:
        """Return what its author attached, by name, as text that tells one file from another; empty for none."""
        return {}

    def is_told(self, name: str, text: str) -> bool:
        """Tell whether what is attached is said in words too, so that nobody is left out."""
        return True

    def matching_seal(self) -> Seal | None:
        """Return the author's latest yes if it was to exactly this, or None. An earlier yes counts no more."""
        seal = Seal.objects.filter(case=self.case, locale=self.locale_id).order_by("at", "pk").last()
        return seal if seal and self.digest(seal.scheme) == seal.digest else None

    def stands_under(self, digest: str) -> bool:
        """Tell whether the author once said yes to this, with this digest."""
        seal = Seal.objects.filter(case=self.case, locale=self.locale_id, digest=digest).first()
        return bool(seal) and self.digest(seal.scheme) == digest

    def is_public(self) -> bool:
        """Tell whether this very row may be served: live, under the seal it went up with, agreed to, not frozen."""
        stored = type(self).objects.public().filter(pk=self.pk).first()
        return stored is not None and self.digest(stored.seal_scheme) == stored.sealed_with

    def save(self, *args, **kwargs):
        """Save the page; `guards` checks it on the way, under a lock on its row that lasts until it is written."""
        names = kwargs.get("update_fields")
        if names is not None and self.is_gated(names):
            kwargs["update_fields"] = {*names, "sealed_with"}
        with transaction.atomic():
            super().save(*args, **kwargs)

    def save_revision(self, user=None, approved_go_live_at=None, **kwargs):
        """Save a draft. Stories have no timer of their own: Wagtail would publish by it without asking anyone."""
        if self.go_live_at or self.expire_at or approved_go_live_at:
            raise NotOnStories
        return super().save_revision(user=user, **kwargs)

    def copy_for_translation(self, locale, copy_parents=False, alias=False, exclude_fields=None):
        """Make a draft in another language, which needs a yes of its own. Synced trees of aliases pass stories by."""
        return None if alias else super().copy_for_translation(locale, copy_parents, alias, exclude_fields)

    @classmethod
    def is_gated(cls, names) -> bool:
        """Tell whether writing these columns can change what the world reads."""
        return bool(_both_names(cls, names) & {*cls.word_fields, *cls.sealed_fields, *BOOKKEEPING})

    @classmethod
    def refuse_unsealed(cls, written: Page, update_fields=None) -> None:
        """Refuse a write that would put unsealed words up. Raises NotSealed, Frozen or NotOnStories.

        `written` may be a base-class page: what it carries is laid over the stored row, under a row lock, and the
        result is digested as it will be stored. Words that are up stay up under the yes they went up with; others
        need the author's latest yes.
        """
        names = _both_names(type(written), update_fields)
        if not cls.is_gated(names):
            return
        stored = cls._base_manager.select_for_update().filter(pk=written.pk).first()
        case, is_up_with = (stored.case, stored.live and stored.sealed_with) if stored else (None, "")
        whole = isinstance(written, cls)
        result = written if whole and update_fields is None else _laid_over(stored, written, names)
        if result.alias_of_id or result.go_live_at or result.expire_at:
            raise NotOnStories
        if result.case != case and (stored or AgeMark.of(result.case) is None):
            raise NotOnStories  # a copy or a page made by hand: no case of its own stands behind it
        if not result.live or (is_up_with and result.stands_under(is_up_with)):
            return
        if is_frozen(result.case):
            raise Frozen
        seal = result.matching_seal()
        if not (whole and seal and agreed_cases().filter(case=result.case).exists()):
            raise NotSealed
        written.sealed_with = seal.digest


def sealable_models() -> list[type[Sealable]]:
    """Return the page models whose words belong to their authors."""
    return [model for model in apps.get_models() if issubclass(model, Sealable)]


def _both_names(model, names=None) -> set[str]:
    """Return the columns a save will write, by both their names."""
    fields = model._meta.concrete_fields if names is None else map(model._meta.get_field, names)
    return {name for field in fields for name in (field.name, getattr(field, "attname", field.name))}


def _laid_over(stored, written, names):
    """Return the stored row as it will be once the named columns are written."""
    for field in written._meta.concrete_fields:
        if field.name in names and not field.primary_key and not field.name.endswith("_ptr"):
            setattr(stored, field.attname, getattr(written, field.attname))
    return stored
