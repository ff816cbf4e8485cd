"""The files of a lesson: what each is for, in which language, and what its bytes are."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.documents.models import Document
from wagtail.models import Orderable

from home.languages import WRITTEN, written_name

from ..enums import ResourceKind
from ..filetypes import FileType, is_whole, type_of

NOT_WHOLE = _(
    "“%(name)s” can’t be opened as what its name says. "
    "Save it again in the program you made it with, and upload it anew."
)


def refuse_broken(document: Document, field: str) -> None:
    """Raise ValidationError when a document is missing, or is not what its name says."""
    try:
        with document.file.open("rb") as file:
            whole = is_whole(document.filename, file)
    except (OSError, ValueError):
        whole = False
    if not whole:
        raise ValidationError({field: NOT_WHOLE % {"name": document.filename}})


class FileFacts(models.Model):
    """The digest and size of a document's bytes, taken whenever it is saved."""

    document = models.OneToOneField(Document, on_delete=models.CASCADE, related_name="facts")
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()


class Resource(Orderable):
    """One file of a lesson. Whatever a page says of it (format, size) comes from the file itself."""

    session = ParentalKey("toolkits.SessionPage", related_name="resources", on_delete=models.CASCADE)
    document = models.ForeignKey(
        Document,
        verbose_name=_("file"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("DOCX, PPTX, ODT or ODP can be changed by teachers; PDF is for printing."),
    )
    kind = models.CharField(_("what it is"), max_length=10, choices=ResourceKind.choices)
    language = models.CharField(_("language"), max_length=12, choices=WRITTEN, default="en")
    pages = models.PositiveSmallIntegerField(_("pages"), null=True, blank=True)
    low_ink = models.BooleanField(_("prints well in grey, with little ink"), default=False)

    panels = [
        FieldPanel("document"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("language")]),
        FieldRowPanel([FieldPanel("pages"), FieldPanel("low_ink")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("file")

    def clean(self):
        """Refuse a file that nobody could open."""
        super().clean()
        if self.document_id:
            refuse_broken(self.document, "document")

    @property
    def type(self) -> FileType:
        return type_of(self.document.filename)

    @property
    def language_name(self) -> str:
        return written_name(self.language)

    def entry(self) -> list:
        """Return what tells this file from another, for digests and comparisons."""
        facts = getattr(self.document, "facts", None)
        return [
            self.document.filename,
            facts.sha256 if facts else "",
            self.kind,
            self.language,
            self.pages,
            self.low_ink,
        ]
