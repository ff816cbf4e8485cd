"""Makes the files of a demonstration lesson from its own words: slides, cards, sheets, a teacher's page."""

from django.core.files.base import ContentFile
from django.utils.html import format_html, format_html_join
from wagtail.documents.models import Document

from ..enums import ResourceKind
from ..models import Resource, SessionPage
from ..pdf import can_make_pdf, make_pdf
from .office import docx, pptx
from .polish import SHEETS

FOOT = "Made-up example for demonstration. CC BY-NC 4.0."


def seed_files(session: SessionPage) -> None:
    """Give a lesson its files, where it has none."""
    if session.resources.exists():
        return
    start = f"{session.get_parent().slug}-{session.number}"
    made = [
        *(("slides", f"{start}-slides.pptx", _slides(session), {"pages": len(session.activities) + 1}),),
        *(("teacher", f"{start}-teacher-page.docx", _teacher_page(session), {"pages": 3, "low_ink": True}),),
        *(("pupil", f"{start}-pupil-sheet.docx", _pupil_sheet(session), {"pages": 1, "low_ink": True}),),
        *(("closing", f"{start}-closing-card.docx", _closing(session), {"pages": 1, "low_ink": True}),),
    ]
    if cards := [card for block in session.activities for card in block.value.get("cards") or ()]:
        made.append(("cards", f"{start}-cards.docx", _cards(session, cards), {"pages": 2, "low_ink": True}))
    if sheet := SHEETS.get((session.get_parent().slug, session.number)):
        polish = docx(sheet[0], [("Title", sheet[0]), *(("Normal", text) for text in sheet[1:])], "pl")
        made.append(("pupil", f"{start}-arkusz.docx", polish, {"pages": 1, "low_ink": True, "language": "pl"}))
    for order, (kind, name, data, facts) in enumerate(made):
        _add(session, ResourceKind(kind), _document(name, data), order, facts)
    _add(session, ResourceKind.TOLD, _told_card(session), len(made), {"pages": 1, "low_ink": True})


def _add(session, kind, document, order, facts) -> None:
    Resource.objects.create(session=session, document=document, kind=kind, sort_order=order, **facts)


def _document(name: str, data: bytes) -> Document:
    return Document.objects.create(title=name, file=ContentFile(data, name=name))


def _slides(session) -> bytes:
    slides = [(session.title, [session.summary])]
    slides += [(block.value["title"], block.value["board"].splitlines()) for block in session.activities]
    return pptx(session.title, slides)


def _lines(heading: str, text: str) -> list[tuple[str, str]]:
    return [("Heading1", heading), *(("Normal", line) for line in text.splitlines() if line.strip())]


def _teacher_page(session) -> bytes:
    page = [("Title", session.title), ("Normal", session.summary), *_lines("Read this first", session.read_first)]
    page += [*_lines("Aims", session.aims), *_lines("Prepare", session.to_prepare), *_lines("Print", session.to_print)]
    for block in session.activities:
        page += _lines(f"{block.value['title']} ({block.value['minutes']} min)", block.value["teacher"])
    page += [*_lines("Ground rules", session.ground_rules), *_lines("Closing", session.closing)]
    return docx(session.title, [*page, ("Normal", FOOT)])


def _pupil_sheet(session) -> bytes:
    page = [("Title", session.title)]
    for block in session.activities:
        if block.value["board"]:
            page += [*_lines(block.value["title"], block.value["board"]), ("Normal", "\n" * 4)]
    return docx(session.title, [*page, ("Normal", "You can leave any part empty. Nobody collects this sheet.")])


def _closing(session) -> bytes:
    return docx(session.title, [("Title", "To end with"), ("Card", session.closing), ("Normal", FOOT)])


def _cards(session, cards) -> bytes:
    return docx(session.title, [("Title", f"{session.title}: cards"), *(("Card", card) for card in cards)])


def _told_card(session) -> Document:
    """Return the one card that all lessons share: a PDF, or a DOCX where no PDF can be made."""
    title = "If a pupil tells you something"
    name = "if-a-pupil-tells-you-something." + ("pdf" if can_make_pdf() else "docx")
    found = Document.objects.filter(title=name).first()
    if found:
        return found
    steps = session.disclosure.splitlines()
    if not can_make_pdf():
        return _document(name, docx(title, [("Title", title), *(("Normal", step) for step in steps)]))
    listed = format_html_join("", "<li>{}</li>", ((step,) for step in steps))
    page = '<html lang="en"><head><title>{0}</title></head><body><h1>{0}</h1><ol>{1}</ol><p>{2}</p></body></html>'
    return _document(name, make_pdf(format_html(page, title, listed, FOOT), {}))
