"""What an editor puts beside the words of a story: a picture with its alt text, content notes, a quotation."""

from home.frame import frame
from home.models import Picture
from home.subjects import note_key, topic_key
from workflows.review.enums import ADDED

PICTURE, NOTE, PULL = f"{ADDED}picture:", f"{ADDED}note:", f"{ADDED}pull"
SHOWN = 24  # signs of a picture's digest that name it here


class Additions:
    """A mixin for `StoryPage`: its additions by name, and how each is put on or taken out."""

    def additions(self) -> list[tuple[str, str]]:
        """Return what stands beside the words as (name, text). A picture's text is its alt text."""
        found = []
        if self.picture:
            found.append((PICTURE + self.picture.sha256[:SHOWN], self.picture_alt))
        found += [(NOTE + key, key) for key in self.notes]
        if self.pull:
            found.append((PULL, self.pull))
        return found

    def subject_keys(self) -> frozenset[str]:
        """Return the names of the topics and notes, as readers choose among them at their desk."""
        return frozenset([topic_key(tag) for tag in self.tags.all()] + [note_key(key) for key in self.notes])

    def put_addition(self, name: str, text: str) -> None:
        """Put an addition on with this text, or take it out with none. What can't stand any more stays out."""
        if name == PULL:
            self.pull = text if self.says(text) else ""
        elif name.startswith(NOTE):
            key = name.removeprefix(NOTE)
            self.notes = sorted({*self.notes, key}) if text else [note for note in self.notes if note != key]
        else:
            self._put_picture(name.removeprefix(PICTURE), text)

    def says(self, text: str) -> bool:
        """Tell whether a quotation stands in the story, to the letter."""
        return bool(text) and any(text in words for _key, words in self.paragraphs)

    def is_read_already(self, name: str, text: str) -> bool:
        """Tell whether an author's own text for an addition needs no reader: words of the story were read."""
        return name == PULL and self.says(text)

    def refuses_own(self, name: str, text: str) -> bool:
        """Tell whether an author's own text can't stand there: a quotation that is not in the story, or a note."""
        return name.startswith(NOTE) or (name == PULL and not self.says(text))

    def _put_picture(self, digest: str, alt: str):
        found = Picture.objects.filter(sha256__startswith=digest).first() if alt else None
        has_this = self.picture and self.picture.sha256.startswith(digest)
        if found or has_this:
            self.picture, self.picture_alt = found, alt if found else ""


def named(name: str, text: str) -> str:
    """Return what an author reads of an addition: a note in words, else its text."""
    if name.startswith(NOTE):
        note = frame().notes.get(name.removeprefix(NOTE))
        return note.text if note else text
    return text
