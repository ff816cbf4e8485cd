"""Small things that models say of themselves, and a picture's digest of its file."""

import pytest
from wagtail.images.tests.utils import get_test_image_file

from home.models import ContentNote, HelpLine, Picture

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [(12, 18, "ages 12 to 18"), (None, 18, "under 19"), (16, None, "16 and over"), (None, None, "any age")],
)
def test_a_help_line_says_for_whom_it_is(first, last, said):
    assert HelpLine(ages_from=first, ages_to=last).ages == said


def test_a_content_note_goes_by_its_text():
    assert str(ContentNote(key="anxiety", text="this story mentions anxiety")) == "this story mentions anxiety"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Wagtail leaves its rendition open
def test_a_picture_is_digested_whenever_its_file_is_written_and_only_then():
    picture = Picture.objects.create(title="Harbour", file=get_test_image_file())
    first = picture.sha256
    picture.title, picture.sha256 = "Quay", "as it was"
    picture.save(update_fields=["title"])
    picture.refresh_from_db()
    assert (picture.title, picture.sha256) == ("Quay", first)
    picture.file = get_test_image_file(filename="other.png", colour="black")
    picture.save(update_fields=["file"])
    picture.refresh_from_db()
    assert (len(picture.sha256), picture.sha256 == first) == (64, False)
