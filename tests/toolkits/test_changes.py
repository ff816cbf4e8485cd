"""What a new release says of itself: what changed, and the number it is offered."""

from toolkits.rules import next_number
from toolkits.snapshot import changes_since, read

from .conftest import a_session
from .test_releases import release_of


def test_changes_are_told_by_session(pack, session, part):
    release = release_of(pack)
    session.aims = "New aims."
    session.save()
    part.add_child(instance=a_session(2))
    gone = {"title": "Old one", "digest": "0"}
    release.contents["gone"] = gone
    assert changes_since(read(pack.pk).contents(), release) == [
        *(("A pack", "the same"), ("Session 1", "changed"), ("Session 2", "new"), ("Old one", "taken out")),
    ]
    assert changes_since(read(pack.pk).contents(), None)[0] == ("A pack", "new")


def test_number_offered_is_one_step_on():
    assert [next_number(found) for found in ([], [(2, 1), (2, 10)], [(1, 0, 3)])] == ["1.0", "2.11", "1.0.4"]
