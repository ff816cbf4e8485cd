"""A pack with one session, complete and live, and the people who may or may not touch it."""

from io import BytesIO
from zipfile import ZipFile, ZipInfo

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents.models import Document

from toolkits.actions import build_release
from toolkits.models import PackPage, PackRelease, PacksIndexPage, PartPage, SessionPage
from workflows.people.enums import Role
from workflows.people.models import User

ACTIVITY = {"title": "A step", "minutes": 25, "teacher": "Say it.\n\nAsk it.", "board": "See\nthis"}
ACTIVITIES = [("talk", ACTIVITY | {"short_minutes": 25}), ("cards", ACTIVITY | {"cards": ["One card", "Another"]})]


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Keep files of a test apart."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def pack(db):
    index = PacksIndexPage.objects.get()
    made = PackPage(
        title="A pack", slug="a-pack", summary="In short.", audience="Teachers", ages="13", minutes="50",
        needs="Paper", before_start="Read.", guide=[("section", {"heading": "First", "text": "Breathe."})],
        how_made="By hand.", licence="Share it.",
    )  # fmt: skip
    return index.add_child(instance=made)


@pytest.fixture
def part(pack):
    return pack.add_child(instance=PartPage(title="S3", slug="s3", ages="13", introduction="Begin here."))


def a_session(number=1, **fields):
    """Return a session that may go live, unsaved."""
    texts = {
        name: f"About {name}."
        for name in (
            *("summary", "read_first", "short_route", "cover_note", "aims", "no_screen", "to_print", "to_prepare"),
            *("ground_rules", "distancing", "opt_out", "closing", "disclosure", "letter", "teacher_support"),
        )
    }
    rest = {
        "title": f"Session {number}", "slug": f"session-{number}", "number": number, "level": "fourth",
        "stage": "S3", "codes": "HWB 4-05a", "activities": ACTIVITIES,
    }  # fmt: skip
    return SessionPage(**{**texts, **rest, **fields})


@pytest.fixture
def session(part):
    return part.add_child(instance=a_session())


@pytest.fixture
def person_in(db):
    """Return a maker of somebody in a role."""

    def make(role: Role) -> User:
        person = User.objects.create_user(f"{role.name.lower()}@example.org")
        person.groups.add(Group.objects.get(name=role))
        return person

    return make


@pytest.fixture
def editor(person_in):
    return person_in(Role.EDITOR)


@pytest.fixture
def admin_user(db):
    """Return a superuser."""
    return User.objects.create_superuser("root@example.org")


@pytest.fixture(autouse=True)
def with_pdf(request, settings):
    """Make PDFs where a test is about them."""
    settings.MAKE_PDFS = "pdf" in request.keywords


def a_document(name="cards.docx", content: bytes | None = None) -> Document:
    """Return a document with its facts; a DOCX that opens unless told otherwise."""
    return Document.objects.create(title=name, file=ContentFile(content or an_office_file(), name=name))


def an_office_file() -> bytes:
    """Return the least that counts as a DOCX or PPTX."""
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr(ZipInfo("[Content_Types].xml"), "<Types/>")
    return target.getvalue()


def release_of(pack, number="1.0", note="First.") -> PackRelease:
    """Return a release asked for and built."""
    release = PackRelease.objects.create(pack=pack, number=number, change_note=note, asked_at=timezone.now())
    build_release.call(release.pk)
    release.refresh_from_db()
    return release


def contents(release, **of) -> dict[str, bytes]:
    """Return what the ZIP of a release holds; with `holds` and `key`, another of its ZIPs."""
    path = release.files.get(**of).path if of else release.path
    with ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}
