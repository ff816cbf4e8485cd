"""Champions as a test needs them, and what staff see of them."""

import datetime

from django.contrib.auth.models import Group
from django.utils import timezone

from home.subjects import note_key
from tests.factories import make_person
from workflows.people.enums import Role
from workflows.people.models import Champion, User


def yesterday() -> datetime.date:
    return timezone.localdate() - datetime.timedelta(days=1)


def own_profile(person: User, **fields) -> None:
    """Change a champion's own row."""
    Champion.objects.filter(person=person).update(**fields)


def add_role(person: User, role: Role) -> None:
    person.groups.add(Group.objects.get(name=role.value))


def note_of(page) -> str:
    """Return the name under which readers choose the page's first content note."""
    return note_key(page.notes[0])


def make_learner(**fields) -> User:
    """Make a champion who is still learning."""
    person = make_person(Role.CHAMPION, **fields)
    own_profile(person, learning=True)
    return User.objects.get(pk=person.pk)


def make_staff_reader(role: Role) -> User:
    """Make a member of staff who is a trained champion as well."""
    person = make_person(Role.CHAMPION)
    add_role(person, role)
    return person
