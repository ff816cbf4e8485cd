"""Who may read what: the mark for under-18 stories and the training of champions."""

from .enums import IN_ADMIN, Band, Hand, Role, Training

# In a small team roles may meet in one person. On one story these hands may not: what was done bars what comes after.
APART = {
    Hand.READS: frozenset({Hand.INTAKE, Hand.PREPARES, Hand.CHECKS}),
    Hand.CONFIRMS: frozenset({Hand.INTAKE, Hand.PREPARES, Hand.CHECKS}),
}
HANDS = {  # what each role may do with a story, as far as it matters here
    Role.SAFEGUARDING: frozenset({Hand.INTAKE, Hand.CHECKS}),
    Role.EDITOR: frozenset({Hand.PREPARES}),
    Role.CHAMPION: frozenset({Hand.READS, Hand.CONFIRMS}),
}


def is_qualified(person, kind: Training) -> bool:
    """Tell whether a person holds a qualification that has not run out. A page that asks often prefetches them."""
    return any(mark.kind == kind and mark.is_current for mark in person.qualifications.all())


def can_read_age(person, age_mark) -> bool:
    """Tell whether a person may read words of an author of this age. Without a mark on the case, nobody may.

    Under 18 needs a current PVG mark, editors and superusers included (design rule 9).
    """
    if age_mark is None or not person.is_active:
        return False
    return age_mark.band == Band.ADULT or is_qualified(person, Training.PVG)


def can_read_as_champion(person, age_mark) -> bool:
    """Tell whether a trained champion may be given a case to read."""
    return person.has_role(Role.CHAMPION) and is_qualified(person, Training.CHAMPION) and can_read_age(person, age_mark)


def is_learning(person) -> bool:
    """Tell whether a champion reads beside others, without counting, until staff say so. Nobody begins otherwise."""
    profile = getattr(person, "champion", None)
    return profile is None or profile.learning


def can_end_learning(person, champion) -> bool:
    """Tell whether somebody may say that a champion counts from now on: safeguarding, and never about themselves."""
    return person.has_role(Role.SAFEGUARDING) and champion.person_id != person.pk


def can_see_unsent_letters(person) -> bool:
    """Tell whether a person may see which letters were given up: safeguarding and administrators."""
    return person.has_role(Role.SAFEGUARDING) or person.has_role(Role.ADMINISTRATOR)


def can_answer_line(person, line) -> bool:
    """Tell whether somebody may read and answer a volunteer's private line: the delivery team, never one's own."""
    return person.has_role(Role.DELIVERY) and line.person_id != person.pk


def can_see_reads(person) -> bool:
    """Tell whether a person may see who opened which unpublished words: safeguarding and administrators."""
    return person.has_role(Role.SAFEGUARDING) or person.has_role(Role.ADMINISTRATOR)


def can_enter_admin(person) -> bool:
    """Tell whether somebody may enter the Wagtail admin, without asking for each of their permissions."""
    return person.is_superuser or any(person.has_role(role) for role in IN_ADMIN)


def bars(done: Hand, coming: Hand) -> bool:
    """Tell whether somebody who did the one with a story keeps their hands off the other."""
    return done in APART.get(coming, frozenset())


def meetings(roles) -> list[tuple[Hand, Hand]]:
    """Return what these roles, meeting in one person, may not meet in on one story: (done, then not this)."""
    hands = [hand for role in roles for hand in sorted(HANDS.get(role, ()))]
    return [(done, coming) for coming in APART for done in hands if coming in hands and bars(done, coming)]


PEOPLE_AND_RIGHTS = (  # addresses at which people, roles and qualifications are changed, and their passkeys and codes
    "wagtailusers_users:add",
    "wagtailusers_users:edit",
    "wagtailusers_users:delete",
    "wagtailusers_users:copy",
    "wagtailusers_groups:add",
    "wagtailusers_groups:edit",
    "wagtailusers_groups:delete",
    "wagtailsnippets_people_",
    "wagtailsnippets_privacy_consentwording:",
    "account_change_password",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_add_webauthn",
    "mfa_edit_webauthn",
    "mfa_remove_webauthn",
    "mfa_generate_recovery_codes",
    "mfa_view_recovery_codes",
)
LISTS = (":list", ":list_results", ":usage", ":history", ":history_results", ":inspect")  # looking weighs little


def weighs_much(address: str, named, asked) -> bool:
    """Tell whether an address of others (Wagtail's, allauth's) asks again who it is; ours say so with `fresh`.

    `named` is what the address names, `asked` what stands behind its question mark: an export is a list with a format
    there.
    """
    if asked.get("export") or (address == "wagtail_bulk_action" and named["app_label"] == "people"):
        return True
    return address.startswith(PEOPLE_AND_RIGHTS) and not address.endswith(LISTS)


def can_recover(person, by) -> bool:
    """Tell whether somebody may say that another lost every way to sign in: administrators, not for themselves."""
    return by.has_role(Role.ADMINISTRATOR) and by.pk != person.pk


def can_give_roles(by, person) -> bool:
    """Tell whether somebody may give another roles: administrators, not to themselves."""
    return by.has_role(Role.ADMINISTRATOR) and by.pk != person.pk
