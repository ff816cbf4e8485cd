"""Writes a session from few words: what differs is given, what every session needs comes from `shared`."""

from .shared import DISCLOSURE, OPT_OUT, RULES, TEACHER_SUPPORT, letter, lines, paragraphs, step

CLOSE = (
    "Go round: each person says one thing they take with them, or “pass”. Then everyone stands and looks out of the "
    "window for ten breaths. End by saying: “If something from today stays with you, talk to me, or to one of the "
    "lines on the board. They are free.”"
)
DISTANCE = (
    "Everything is about made-up people. Ask “What might they think?” and never “Who has felt like this?”. If "
    "somebody starts to tell their own story, thank them, say you would like to hear it afterwards, and go back to "
    "the card."
)


def session(number: int, slug: str, title: str, summary: str, codes: str, steps: list[tuple], **more) -> dict:
    """Return the fields of a session. `steps` are those of `shared.step`; `more` replaces any field."""
    about = more.pop("about", summary)
    at_home = more.pop("at_home", "At home you could ask: “What did you talk about?” Listen, and let it be.")
    fields = {
        "title": title,
        "slug": slug,
        "number": number,
        "summary": summary,
        "codes": codes,
        "setting": "classroom",
        "read_first": paragraphs(
            f"{summary} You don’t have to be an expert: the cards and questions carry the lesson.",
            "If your class has not agreed its own rules yet, read out the ground rules below first.",
        ),
        "minutes_to_prepare": 10,
        "short_route": "Keep what has minutes in the short route, and the closing. Leave the rest out.",
        "cover_note": "You need no knowledge of the subject. Read the steps once. If talk turns to real people, "
        "say: “Back to the card, please.”",
        "aims": lines(*more.pop("aims")),
        "no_screen": "Write the points for the board up by hand, or read them out.",
        "to_print": lines("The cards, one set for each group of four", "One pupil sheet each"),
        "to_prepare": lines(
            "Agree with a colleague where a pupil can go who needs a break",
            "Fill in the names under “If a pupil tells you something”",
        ),
        "activities": [step(*one[:4], **one[4]) for one in steps],
        "ground_rules": RULES,
        "distancing": DISTANCE,
        "opt_out": OPT_OUT,
        "closing": CLOSE,
        "disclosure": DISCLOSURE,
        "letter": letter(about, at_home),
        "teacher_support": TEACHER_SUPPORT,
    }
    return fields | more


def says(teacher: str, *board: str, **more) -> dict:
    """Return what the teacher does and what stands on the board."""
    return {"teacher": teacher, "board": lines(*board)} | more


def ending(minutes: int = 5, short: int = 3) -> tuple:
    """Return the last step of a lesson."""
    return (
        "talk",
        "Closing",
        minutes,
        short,
        says("Do the closing below. Leave the help lines up.", "One thing I take with me"),
    )
