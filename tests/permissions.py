"""The permission matrix: one row for every address, saying who may open it and what the others meet.

`tests/test_permissions.py` takes the addresses from the URLconf and tries every role on each, in every state of the
story it is about. An address without a row here fails.
"""

from dataclasses import dataclass, field

from workflows.people.enums import Role

VISITOR, AUTHOR, SUPERUSER = "visitor", "author", "superuser"
CHAMPION, SAFEGUARDING, EDITOR = Role.CHAMPION.value, Role.SAFEGUARDING.value, Role.EDITOR.value
TRANSLATOR, DELIVERY, ADMINISTRATOR = Role.TRANSLATOR.value, Role.DELIVERY.value, Role.ADMINISTRATOR.value
STAFF = (CHAMPION, SAFEGUARDING, EDITOR, TRANSLATOR, DELIVERY, ADMINISTRATOR, SUPERUSER)
EVERYONE = (VISITOR, AUTHOR, *STAFF)
IN_ADMIN = (SAFEGUARDING, EDITOR, TRANSLATOR, ADMINISTRATOR, SUPERUSER)

YES, SIGN_IN, NO, ABSENT, GONE, DOOR = "yes", "sign in", "no", "absent", "gone", "door"
MOVED = "moved on"  # a clear page, or a way on: it is paused, decided or no longer theirs
OWN, OTHER, FROZEN, TAKEN = "own", "other's", "frozen", "taken back"


@dataclass(frozen=True)
class Row:
    """Who an address is for, by what method, about which thing; what they meet in each state, and what others meet."""

    who: tuple[str, ...] = EVERYONE
    method: str = "get"
    about: str = ""  # what the address or the author's session names; "" for nothing
    states: dict[str, str] = field(default_factory=lambda: {"": YES})
    visitors: str = SIGN_IN  # what visitors and authors meet where they are not let in
    others: str = NO


def everyone(**other) -> Row:
    return Row(**other)


def champions(method="get", *, about="", **states) -> Row:
    return Row((CHAMPION,), method, about, _named(states))


def keepers(method="get", *, about="", **states) -> Row:
    return Row((SAFEGUARDING,), method, about, _named(states))


def author(method="get", **states) -> Row:
    """Where nobody's story is open: a page leads to the door, a form is refused with its text given back."""
    shut = DOOR if method == "get" else NO
    return Row((AUTHOR,), method, "session", _named({"taken": shut} | states), visitors=shut, others=shut)


def _named(states) -> dict[str, str]:
    names = {"own": OWN, "other": OTHER, "frozen": FROZEN, "taken": TAKEN}
    return {names[name]: outcome for name, outcome in states.items()} or {"": YES}


READING = {"about": "reading", "own": YES, "other": NO, "frozen": MOVED, "taken": MOVED}
CASE = {"about": "case", "own": YES, "other": ABSENT, "frozen": YES, "taken": ABSENT}
IN_ROOM = {"own": YES, "frozen": MOVED}
ALWAYS = {"own": YES, "frozen": YES}
DONE = {"own": MOVED, "frozen": MOVED}

READ = {OWN: YES, OTHER: ABSENT, FROZEN: YES, TAKEN: ABSENT}  # a story with its readers; another is past them

KINDS = ("picture", "sound")

IN_EDITOR = {OWN: YES, FROZEN: SIGN_IN}

ROWS: dict[str, Row] = {
    # the public face
    "home:leave": everyone(states={"": MOVED}),
    "home:live": everyone(),
    "home:ready": everyone(),
    "home:robots": everyone(),
    "home:security": everyone(),
    "sitemap": everyone(),
    "search": everyone(),
    "feed": everyone(),
    "topic_feed": everyone(about="topic"),
    "toolkits:download": everyone(about="pack"),
    "toolkits:download_version": everyone(about="release"),
    "toolkits:file": everyone(about="lesson file"),
    "wagtail_serve": Row(about="story", states={OWN: YES, OTHER: ABSENT, FROZEN: GONE, TAKEN: GONE}),
    # the demonstration
    "demo:demo": everyone(),
    "demo:enter": everyone(method="post", about="login", states={"": MOVED}),
    "demo:again": everyone(method="post", states={"": MOVED}),
    # sharing and coming back
    **{
        f"stories:{name}": everyone()
        for name in ("share", "share_what_happens", "share_not_today", "share_not_yet", "share_saved", "share_age")
    },
    "stories:adult_link": Row(about="adult", states={OWN: YES, FROZEN: YES, TAKEN: MOVED}),
    "stories:adult_answer": everyone(method="post", states={"": MOVED}),
    "stories:adult_thanks": everyone(),
    "stories:adult_ended": everyone(),
    "stories:new_adult_link": author("post", **DONE),
    "stories:door": everyone(),
    "stories:complain": everyone(),
    "stories:complaint_received": everyone(),
    "stories:complaints": Row((ADMINISTRATOR,)),
    "stories:complaint": Row((ADMINISTRATOR,), about="complaint", states={OWN: YES, OTHER: ABSENT}),
    "stories:report": everyone(),
    "stories:report_received": everyone(),
    "stories:reports": keepers(),
    "stories:page_report": keepers(about="report", own=YES, other=ABSENT),
    "stories:new_stories": Row((SAFEGUARDING, EDITOR, ADMINISTRATOR)),
    "stories:opening": Row((ADMINISTRATOR, SAFEGUARDING)),
    "stories:taken_back": everyone(),
    "stories:lost": everyone(),
    "stories:lost_sent": everyone(),
    **{
        f"stories:share_{name}": author(**DONE)
        for name in (
            "words",
            "name",
            "contact",
            "adult",
            "consent",
            "check",
            "code",
            "help",
            "reach",
            "picture",
            "sound",
        )
    },
    "stories:share_sent": author(**ALWAYS),
    # what an author put beside the words, as it is seen and heard
    "stories:attached": Row(about="attached", states={OWN: YES, OTHER: ABSENT, FROZEN: GONE, TAKEN: GONE}),
    **{
        f"stories:own_{kind}": Row(
            (AUTHOR,), "get", "session", {OWN: YES, FROZEN: ABSENT, TAKEN: ABSENT}, ABSENT, ABSENT
        )
        for kind in KINDS
    },
    **{f"stories:reading_{kind}": champions(**READING) for kind in KINDS},
    **{f"stories:intake_{kind}": keepers(**CASE) for kind in KINDS},
    **{f"stories:intake_{kind}_words": keepers("post", **CASE) for kind in KINDS},
    **{f"story_{kind}": Row((EDITOR,), "get", "page", IN_EDITOR, others=SIGN_IN) for kind in KINDS},
    # my story
    "stories:my_story": author(**ALWAYS),
    "stories:everything": author(**IN_ROOM),
    "stories:everything_file": author(**IN_ROOM),
    "stories:talk": author(**ALWAYS),
    "stories:call": author("post", **ALWAYS),
    "stories:change": author(**IN_ROOM),
    **{f"stories:change_{kind}": author(**IN_ROOM) for kind in KINDS},
    "stories:keep_old": author("post", **DONE),
    "stories:more_time": author("post", **DONE),
    "stories:days": author(**IN_ROOM),
    "stories:free_days": author("post", **DONE),
    "stories:not_me": author("post", own=MOVED, frozen=MOVED),
    "stories:settled": author("post", **DONE),
    "stories:worry": author(**ALWAYS),
    "stories:take_back": author(**ALWAYS),
    "stories:message": author("post", **IN_ROOM),
    "stories:suggestions": author(**IN_ROOM),
    "stories:keep_part": author("post", **DONE),
    "stories:the_page": author(**IN_ROOM),
    "stories:topic_out": author("post", **DONE),
    "stories:note_out": author("post", **DONE),
    "stories:thread_details": author("post", **DONE),
    "stories:soon": author("post", **DONE),
    "stories:uses": author(**IN_ROOM),
    "stories:longer": author("post", own=MOVED, frozen=MOVED),
    "stories:tell": author(**DONE),
    "stories:receipt": author(**ALWAYS),
    "stories:second_thoughts": author(**DONE),
    # the desk
    "people:start": Row((*IN_ADMIN, CHAMPION, DELIVERY), states={"": MOVED}, others=YES),
    **{f"care:{name}": champions() for name in ("care", "line", "choices", "hours", "hours_file")},
    **{f"care:{name}": champions("post") for name in ("call", "rest", "letters", "name")},
    "care:end_call": Row((CHAMPION,), "post", states={"": MOVED}),
    "care:correct": champions(about="time", own=YES, other=NO),
    "care:remove": champions("post", about="time", own=MOVED, other=NO),
    "review:history": champions(),
    "care:team": Row((DELIVERY,)),
    "care:unname": Row((DELIVERY,), "post", "volunteer", {OWN: MOVED, OTHER: ABSENT}),
    "care:answer": Row((DELIVERY,), about="line", states={OWN: YES, OTHER: NO}),
    "care:called": Row((DELIVERY,), "post", "line", {OWN: MOVED, OTHER: NO}),
    "people:sign_out_everywhere": Row(STAFF, "post", states={"": SIGN_IN}),
    "people:recoveries": Row((ADMINISTRATOR,)),
    "people:small_team": Row((ADMINISTRATOR,)),
    "people:confirm_recovery": Row((ADMINISTRATOR,), "post", "recovery", {OWN: MOVED, OTHER: NO}),
    "people:stop_recovery": Row((ADMINISTRATOR,), "post", "recovery", {OWN: MOVED, OTHER: MOVED}),
    "people:second": everyone(about="second"),  # a made-up link opens nothing, and says so
    "review:desk": champions(),
    "review:break": Row((CHAMPION,), "post", states={"": MOVED}),
    "review:pace": champions("post"),
    "review:wishes": champions(),
    "review:readers": Row((SAFEGUARDING, EDITOR)),
    "review:one_story": Row((SAFEGUARDING, EDITOR), "get", "read", READ),
    "review:place": Row((SAFEGUARDING,), "post", "read", READ),
    "review:learned": Row((SAFEGUARDING,), "post", "learner", {OWN: MOVED}),
    "review:worry": champions(),
    "review:worried": champions(),
    "review:pause_page": Row((CHAMPION, SAFEGUARDING, EDITOR, TRANSLATOR, DELIVERY, ADMINISTRATOR)),
    "review:reading": champions(**READING),
    "review:suggest": champions("post", **READING | {"own": MOVED}),
    "review:vote": champions("post", **READING),
    "review:spelling": champions(**READING),
    "review:keep": champions("post", **READING | {"own": MOVED}),
    "review:thanks": champions(**READING | {"own": MOVED}),
    "review:hand_back": champions("post", **READING | {"own": MOVED}),
    "review:step_away": champions("post", **READING | {"own": MOVED}),
    "review:remove": champions("post", about="suggestion", own=MOVED, other=NO, frozen=MOVED, taken=ABSENT),
    "review:worry_change": champions("post", about="change", own=MOVED, other=NO, frozen=MOVED, taken=ABSENT),
    "review:stay": champions(about="part", own=YES, other=NO, frozen=MOVED, taken=ABSENT),
    "review:worry_part": champions("post", about="part", own=MOVED, other=NO, frozen=MOVED, taken=ABSENT),
    "review:talks": keepers(),
    "review:talk": keepers(about="talk", own=YES, frozen=MOVED, taken=ABSENT),
    "review:confirm": champions(about="change", own=YES, other=NO, frozen=MOVED, taken=ABSENT),
    # intake
    "stories:intake": keepers(),
    "stories:intake_bring": keepers(),
    "stories:intake_ten_words": keepers(about="brought", own=YES, other=NO, frozen=YES, taken=ABSENT),
    "stories:intake_claim": keepers(about="claim", own=YES),
    **{f"stories:intake_claim_{name}": keepers("post", about="claim", own=YES) for name in ("hide", "prove")},
    "stories:intake_claim_give": keepers("post", about="claim", own=MOVED),
    "stories:intake_claim_end": keepers("post", about="claim", own=MOVED),
    "stories:intake_words": keepers(about="words", own=YES, frozen=MOVED, taken=ABSENT),
    "stories:intake_words_file": keepers(about="new file", own=YES, frozen=MOVED, taken=ABSENT),
    "stories:changed_file": champions(about="changed file", own=YES, frozen=MOVED, taken=ABSENT),
    "stories:intake_story": keepers(**CASE),
    **{
        f"stories:intake_{name}": keepers("post", **CASE)
        for name in ("agreement", "adult_mail", "ask", "decline", "contact")
    },
    "stories:intake_accept": keepers("post", **CASE | {"own": MOVED, "frozen": MOVED}),
    "stories:intake_adult_link": keepers("post", **CASE | {"own": MOVED, "frozen": MOVED}),
    "safeguarding:worry": keepers("post", **CASE | {"own": MOVED, "frozen": MOVED}),
    "safeguarding:write": keepers("post", **CASE),
    "safeguarding:concern": keepers(**CASE),
    # a story in the Wagtail admin
    "story_suggest": Row((EDITOR, SAFEGUARDING), "get", "prepared", IN_EDITOR, others=SIGN_IN),
    "wagtailadmin_pages:edit": Row((EDITOR,), "get", "page", IN_EDITOR, others=SIGN_IN),
}

# Third parties' addresses, by the beginning of their path: who is let past the door at all.
DOORS: dict[str, tuple[str, ...]] = {
    "admin/": IN_ADMIN,
    "accounts/": EVERYONE,  # signing in and out; there is no signing up
    "documents/": EVERYONE,  # files of public collections
    "en/_util/": EVERYONE,  # Wagtail's own password form for private pages; none is private here
}
# What Wagtail's admin shows without asking who comes: its scripts' words, its icons, and the doors themselves.
OPEN_IN_ADMIN = {"wagtailadmin_javascript_catalog", "wagtailadmin_sprite", "wagtailadmin_login", "wagtailadmin_logout"}
