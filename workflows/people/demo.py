"""The demonstration's people, one for every role and five champions. All invented."""

import datetime

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.utils import timezone

from .enums import Role, Training
from .models import Champion, Qualification, User

PEOPLE = (
    ("ruth", "Ruth", "Galbraith", Role.SAFEGUARDING),
    ("hamish", "Hamish", "Orr", Role.EDITOR),
    ("morag", "Morag", "Tennant", Role.CHAMPION),
    ("tomasz", "Tomasz", "Wilk", Role.CHAMPION),
    ("isla", "Isla", "Rennie", Role.CHAMPION),
    ("sanjay", "Sanjay", "Dutta", Role.CHAMPION),
    ("effie", "Effie", "Munro", Role.CHAMPION),
    ("aileen", "Aileen", "Caddell", Role.TRANSLATOR),
    ("dod", "Dod", "Sillars", Role.DELIVERY),
    ("marion", "Marion", "Keay", Role.ADMINISTRATOR),
)
READS_UNDER_18 = (Role.SAFEGUARDING, Role.EDITOR, Role.CHAMPION)


def seed_people(password: str) -> dict[str, User]:
    """Make whoever is missing, all with one password. Returns everyone by the first part of their address."""
    until = timezone.localdate() + datetime.timedelta(days=365)
    hashed = make_password(password)  # once: hashing is slow by design, and the password is the same
    people = {}
    for login, first, last, role in PEOPLE:
        email = f"{login}@goldenthread.example"
        person = User.objects.filter(email=email).first()
        if person is None:
            person = User.objects.create(email=email, password=hashed, first_name=first, last_name=last)
            person.groups.add(Group.objects.get(name=role.value))
            if role in READS_UNDER_18:
                Qualification.objects.create(person=person, kind=Training.PVG, valid_until=until)
            if role == Role.CHAMPION:
                Champion.objects.create(person=person, weekly_limit=20, learning=False)
                Qualification.objects.create(person=person, kind=Training.CHAMPION, valid_until=until)
        people[login] = person
    return people
