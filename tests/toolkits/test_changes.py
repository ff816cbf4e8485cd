"""What a new release says of itself: what changed, and the number it is offered."""

from toolkits.differences import changes_since
from toolkits.models import Resource
from toolkits.rules import next_number
from toolkits.snapshot import read

from .conftest import a_document, a_session, release_of


def told(pack, release):
    return [(one.title, one.what, one.files) for one in changes_since(read(pack.pk).contents(), release)]


def test_changes_are_told_by_session(pack, session, part):
    release = release_of(pack)
    session.aims = "New aims."
    session.save()
    part.add_child(instance=a_session(2))
    gone = {"title": "Old one", "digest": "0"}
    release.contents["gone"] = gone
    assert told(pack, release) == [
        *(("A pack", "the same", ()), ("Session 1", "changed", ()), ("Session 2", "new", ())),
        ("Old one", "taken out", ()),
    ]
    assert told(pack, None)[0] == ("A pack", "new", ())


def test_changes_are_told_by_file(pack, session):
    kept, going = a_document("kept.docx"), a_document("going.docx")
    for document in (kept, going):
        Resource.objects.create(session=session, document=document, kind="cards")
    release = release_of(pack)
    Resource.objects.get(document=going).delete()
    Resource.objects.filter(document=kept).update(low_ink=True)
    Resource.objects.create(session=session, document=a_document("new.docx"), kind="pupil")
    assert told(pack, release)[1] == (
        *("Session 1", "the same"),
        (("kept.docx", "changed"), ("new.docx", "new"), ("going.docx", "taken out")),
    )


def test_number_offered_is_one_step_on():
    assert [next_number(found) for found in ([], [(2, 1), (2, 10)], [(1, 0, 3)])] == ["1.0", "2.11", "1.0.4"]
