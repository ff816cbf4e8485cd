"""Films for lessons: shown only after a press, with captions, a transcript, and a word on British Sign Language."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.documents.models import Document
from wagtail.models import Orderable

from home.languages import WRITTEN, written_name
from home.seen import SCHOOLS, seen

from ..filetypes import FILMS, FileType, type_of
from .files import refuse_broken


class Film(ClusterableModel):
    """One film. Nobody is left out: it needs captions, a transcript, and a BSL version or why there is none."""

    title = models.CharField(_("title"), max_length=120)
    document = models.ForeignKey(
        Document, verbose_name=_("film file"), on_delete=models.PROTECT, related_name="+", help_text=_("MP4 or WebM.")
    )
    language = models.CharField(_("language spoken"), max_length=12, choices=WRITTEN, default="en")
    seconds = models.PositiveSmallIntegerField(_("length in seconds"))
    transcript = models.TextField(_("transcript"), help_text=_("What is said and what is seen, in order."))
    bsl = models.ForeignKey(
        Document, verbose_name=_("BSL version"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    bsl_statement = models.CharField(
        _("why there is no BSL version"),
        max_length=200,
        blank=True,
        help_text=_("Shown where the BSL version would be."),
    )
    licence = models.TextField(
        _("its own licence"),
        help_text=_("People in a film can change their mind, so a pack’s licence never covers it."),
    )

    panels = seen(
        SCHOOLS,
        [
            FieldPanel("title"),
            MultiFieldPanel([FieldPanel("document"), FieldPanel("language"), FieldPanel("seconds")], _("Film")),
            InlinePanel("captions", label=_("Captions"), min_num=1),
            FieldPanel("transcript"),
            MultiFieldPanel([FieldPanel("bsl"), FieldPanel("bsl_statement")], _("British Sign Language")),
            FieldPanel("licence"),
        ],
    )

    class Meta:
        ordering = ["title"]
        verbose_name = _("film")

    def __str__(self):
        return self.title

    def clean(self):
        """Ask for the BSL version or for the reason why there is none, and for files that play."""
        super().clean()
        if not self.bsl_id and not self.bsl_statement.strip():
            raise ValidationError({"bsl_statement": _("Add the BSL version, or say why there is none.")})
        for name in ("document", "bsl"):
            if document := _held(self, name):
                _refuse_other(document, FILMS, name)

    @property
    def type(self) -> FileType:
        return type_of(self.document.filename)

    @property
    def length(self) -> str:
        """Return how long it is, in minutes and seconds."""
        return f"{self.seconds // 60}:{self.seconds % 60:02}"

    def documents(self) -> list[Document]:
        """Return every file it is made of."""
        return [self.document, *([self.bsl] if self.bsl_id else []), *(one.document for one in self.captions.all())]


class Captions(Orderable):
    """The captions of a film in one language."""

    film = ParentalKey(Film, related_name="captions", on_delete=models.CASCADE)
    document = models.ForeignKey(
        Document,
        verbose_name=_("WebVTT file"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("It ends in .vtt"),
    )
    language = models.CharField(_("language"), max_length=12, choices=WRITTEN, default="en")

    panels = [FieldPanel("document"), FieldPanel("language")]

    def clean(self):
        """Refuse anything but WebVTT."""
        super().clean()
        if self.document_id:
            _refuse_other(self.document, ("vtt",), "document")

    @property
    def language_name(self) -> str:
        return written_name(self.language)


def _held(row, name: str) -> Document | None:
    return getattr(row, name) if getattr(row, f"{name}_id") else None


def _refuse_other(document: Document, endings: tuple[str, ...], field: str) -> None:
    if document.file_extension.lower() not in endings:
        raise ValidationError({field: _("This has to be a file of this kind: %s.") % ", ".join(endings)})
    refuse_broken(document, field)
