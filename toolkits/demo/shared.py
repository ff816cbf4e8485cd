"""What the eight demonstration sessions share: what to do when a pupil tells you something, and your own support."""


def lines(*items: str) -> str:
    """Return a list as an editor types it: one thing on each line."""
    return "\n".join(items)


def paragraphs(*items: str) -> str:
    """Return paragraphs with an empty line between them."""
    return "\n\n".join(items)


def step(kind: str, title: str, minutes: int, short: int | None, *, teacher: str, board: str = "", **more) -> tuple:
    """Return one activity as the session’s stream takes it."""
    value = {"title": title, "minutes": minutes, "short_minutes": short, "teacher": teacher, "board": board}
    return (kind, value | more)


DISCLOSURE = lines(
    "Stop what you are doing. Listen. Let them use their own words and don’t fill the silence.",
    "Say: “Thank you for telling me. I believe you. It’s not your fault.”",
    "Don’t promise to keep a secret. Say: “I may need to tell someone whose job is to help. I’ll tell you first.”",
    "Don’t question them. You need to know one thing only: are they safe now?",
    "If somebody is in danger now, call 999 and stay with them.",
    "Go to your child protection coordinator the same day, before you go home. If it is about them, go to the head "
    "teacher.",
    "Write down what was said in the pupil’s own words, with the date and time. Give it to the coordinator; keep no "
    "copy.",
    "Look after yourself afterwards. Tell a colleague you had a hard conversation, without saying whose.",
)

TEACHER_SUPPORT = paragraphs(
    "You may have your own history with what comes up today. You are allowed to find it hard. If this is a bad week, "
    "swap lessons with a colleague; nobody needs the reason.",
    "Before the lesson, agree with one colleague that you will talk for five minutes afterwards. After it, have "
    "something to eat or drink before your next class.",
    "The help lines on this page are for you as well. Your council’s employee counselling is free and private.",
)

OPT_OUT = paragraphs(
    "Say at the start: “You can sit out any part of this. You don’t have to say why. Put your pen across your page, "
    "and I won’t call on you. If you want to go out for a moment, take the card by the door and go to the place we "
    "agreed.”",
    "Agree that place and a grown-up there before the lesson. Check on anyone who has gone, quietly, after five "
    "minutes.",
)

RULES = lines(
    "We listen until the other person has finished.",
    "We talk about ideas and made-up people, not about ourselves or anyone we know.",
    "Anyone can say “pass”.",
    "We don’t laugh at what somebody says, and we don’t pass it on outside.",
    "A teacher can’t keep a secret when someone may not be safe.",
)


def letter(about: str, at_home: str) -> str:
    """Return a letter to families, with blanks for the school to fill in."""
    return paragraphs(
        "Dear families,",
        f"In the week of ____________ our class has a lesson on mental health. {about}",
        "Nobody will be asked to talk about themselves or their family. Pupils may sit out any part without giving a "
        "reason. If there is something we should know before the lesson, please tell ____________ at ____________.",
        at_home,
        "If you are worried about your child, you can talk to us, or to your usual doctor. Childline (under 19) and "
        "Samaritans (any age) answer day and night and are free.",
        "With kind wishes, ____________",
    )
