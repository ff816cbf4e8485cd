"""What a ZIP of a pack, a part or a session holds, and where each thing lies in it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from home.frame import frame

from .errors import CouldNotBuild
from .names import document_name, folded, picture_name, rendition_of, safe
from .snapshot import Snapshot

STYLES = Path(__file__).parent / "usb"
STATIC = {
    **{f"fonts/{name}": f"fonts/{name}" for name in ("atkinson-latin.woff2", "OFL.txt")},
    **{name: f"js/{name}" for name in ("board.js", "notes.js")},
}


@dataclass(frozen=True)
class Piece:
    """One file to be: its bytes, or the document that has them; and what an editor calls where it comes from."""

    owner: str
    data: bytes = b""
    document: object = None


@dataclass(frozen=True)
class Place:
    """Where the pages and files of one session lie, from the top of the ZIP."""

    lesson: str
    board: str
    notes: str
    pdf: str
    files: tuple[tuple, ...]  # (resource, name)


@dataclass
class Bundle:
    """The files of one ZIP by their names. No two may be one on a computer that tells no capital letters."""

    pieces: dict[str, Piece] = field(default_factory=dict)
    _seen: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, piece: Piece) -> None:
        """Put a file in. Raises CouldNotBuild when its name is another's already."""
        if known := self._seen.get(folded(name)):
            if known == name and self.pieces[name] == piece:
                return
            raise CouldNotBuild(
                _(
                    "“%(one)s” and “%(other)s” would both be written as “%(name)s”. Give one of them another "
                    "address or file name, then try once more."
                )
                % {"one": self.pieces[known].owner, "other": piece.owner, "name": name}
            )
        self._seen[folded(name)] = name
        self.pieces[name] = piece


def bundle_of(found: Snapshot, number: str, change_note: str, pdf_of: Callable) -> Bundle:
    """Return what the ZIP of a snapshot holds. `pdf_of(session)` gives a lesson's PDF, or b"" where none is made."""
    bundle = Bundle()
    places = {session.pk: _place(found, part, session, bool(pdf_of(session))) for part, session in _each(found)}
    context = {"pack": found.pack, "number": number, "change_note": change_note, "help_lines": frame().lines}
    context["box"] = frame().box
    listed = [(part, [(session, places[session.pk]) for session in sessions]) for part, sessions in found.parts]
    _add_common(bundle, found, context | {"parts": listed, "up": "", "with_pdf": any(map(pdf_of, found.sessions))})
    for part, session in _each(found):
        _add_session(bundle, session, places[session.pk], context | {"part": part, "up": "../"}, pdf_of(session))
    return bundle


def _each(found: Snapshot):
    return [(part, session) for part, sessions in found.parts for session in sessions]


def _place(found: Snapshot, part, session, with_pdf: bool) -> Place:
    start = f"{safe(part.slug)}/{safe(session.slug)}"
    files = tuple((one, f"{start}/{safe(one.document.filename)}") for one in found.files[session.pk])
    return Place(
        f"{start}.html", f"{start}-board.html", f"{start}-notes.html", f"{start}.pdf" if with_pdf else "", files
    )


def _add_common(bundle: Bundle, found: Snapshot, context: dict) -> None:
    owner = found.pack.title
    for name in ("index.html", "README.txt", "LICENCE.txt"):
        bundle.add(name, Piece(owner, render_to_string(f"toolkits/usb/{name}", context).encode()))
    bundle.add("style.css", Piece(owner, (STYLES / "pack.css").read_bytes()))
    for name, source in STATIC.items():
        bundle.add(name, Piece(owner, Path(finders.find(source)).read_bytes()))


def _add_session(bundle: Bundle, session, place: Place, context: dict, pdf: bytes) -> None:
    names = {one: getattr(place, one).rpartition("/")[2] for one in ("lesson", "board", "notes", "pdf")}
    here = context | {"session": session, "place": place, "names": names}
    for kind in ("lesson", "board", "notes"):
        page = render_to_string(f"toolkits/usb/{kind}.html", here)
        bundle.add(getattr(place, kind), Piece(session.title, page.encode()))
    if pdf:
        bundle.add(place.pdf, Piece(session.title, pdf))
    for one, name in place.files:
        bundle.add(name, Piece(session.title, document=one.document))
    for film in session.films:
        for document in film.documents():
            bundle.add(document_name(document), Piece(film.title, document=document))
    for picture, data in pictures_of(session):
        bundle.add(picture_name(picture), Piece(session.title, data))


def pictures_of(session) -> list[tuple]:
    """Return the pictures of a lesson with their bytes. Raises CouldNotBuild when one is not there."""
    found = []
    for picture in [block.value["picture"] for block in session.activities if block.value.get("picture")]:
        try:
            with rendition_of(picture).file.open("rb") as file:
                found.append((picture, file.read()))
        except (OSError, ValueError) as error:
            message = _("The picture “%(title)s” of “%(session)s” can’t be read. Upload it again, then try once more.")
            raise CouldNotBuild(message % {"title": picture.title, "session": session.title}) from error
    return found


def print_page(found: Snapshot, session, number: str) -> str:
    """Return the page a lesson's PDF is made of."""
    part = next(part for part, sessions in found.parts if session in sessions)
    context = {"pack": found.pack, "part": part, "session": session, "number": number, "up": "./", "box": frame().box}
    return render_to_string("toolkits/usb/print.html", context)
