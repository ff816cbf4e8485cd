"""The demonstration pack itself and its three parts."""

from .shared import lines, paragraphs

LABEL = "Made-up example for demonstration."

PACK = {
    "title": "What’s on your mind? (demonstration edition)",
    "slug": "whats-on-your-mind",
    "summary": "Lessons on mental health and stigma for secondary schools, ready to teach tomorrow morning. " + LABEL,
    "audience": "Teachers, youth workers and trained young facilitators, with classes or groups from S1 to S6",
    "ages": "11 to 18",
    "minutes": "50 minutes a session, or 25 by the short route",
    "needs": lines(
        "A room, paper and pens. No session needs a screen",
        "The printed lesson with its cards",
        "Ten to fifteen minutes to prepare",
        "A colleague who knows that you teach it today",
    ),
    "before_start": paragraphs(
        "Every session has ground rules, a way to sit out, a closing, and a page for when a pupil tells you "
        "something. Please don’t skip them: they are what makes the rest safe.",
        "Talk to your child protection coordinator before the first session. Ask whether someone in the class is "
        "having a hard time, and plan with that pupil.",
        "Begin with session 1 of your part. The others can be taught in any order.",
    ),
    "guide": [
        (
            "You don’t have to be an expert",
            (
                "You are there to make a good conversation possible. “I don’t know, let’s find out” is a fine answer. "
                "What matters is that nobody is put on the spot and that everyone knows where help is."
            ),
        ),
        (
            "Keep a distance",
            (
                "All people in the cards are made up, so that nobody has to talk about themselves. Ask what "
                "Robin or Sam "
                "might think. If a pupil starts to tell their own story, thank them, offer a talk afterwards, "
                "and go back "
                "to the card."
            ),
        ),
        (
            "Some want to talk, some want to think",
            (
                "In each session there is something for the whole class, something for small groups, and "
                "something to do "
                "alone. Let pupils choose where the lesson allows it. Silence is not a sign that nothing is happening."
            ),
        ),
        (
            "Words to use",
            (
                "Say “a person with”, not “a sufferer” or “a schizophrenic”. Say “died by suicide”, never “committed”. "
                "Never speak of ways in which people harm themselves, and give no numbers on weight or food."
            ),
        ),
        (
            "After the lesson",
            (
                "Stay in the room for ten minutes. Have a word with anyone who went quiet. Write down "
                "questions you could "
                "not answer and bring the answers next time. Then do something for yourself."
            ),
        ),
    ],
    "how_made": paragraphs(
        LABEL + " This pack was written to show how this site works. Its text is our own, and all people, places and "
        "schools in it are invented.",
        "It has not been tried in a classroom yet. A real pack would say here who took part: how many young people, "
        "at which steps, how they were thanked, and what they changed.",
    ),
    "licence_name": "CC BY-NC 4.0",
    "licence": paragraphs(
        "You may copy, print, share and change this pack for teaching and youth work, free of charge, as long as you "
        "say where it comes from and don’t sell it. The full terms are those of the Creative Commons licence "
        "Attribution-NonCommercial 4.0 International.",
    ),
}

PARTS = {
    "s1-s2": {
        "title": "S1–S2",
        "ages": "about 11 to 13",
        "introduction": "Seven first sessions, on Third level: good listeners, feelings and their names, where ideas "
        "about mental health come from, being left out and let in, whom I could tell, and a promise of the class.",
    },
    "s3-s4": {
        "title": "S3–S4",
        "ages": "about 13 to 15",
        "introduction": "Eight sessions, on Third and Fourth level. They go from agreeing how to talk to finding help "
        "that fits. Begin with the first; after that, choose what your class needs.",
    },
    "s5-s6": {
        "title": "S5–S6",
        "ages": "about 15 to 18",
        "introduction": "Six sessions for the senior phase, for young people who want to lead: first steps as a "
        "facilitator, stigma in work, health and media, human rights, supporting a friend, telling a story or choosing "
        "not to, one change in our school.",
    },
}

RELEASES = [
    ("2.0", "First edition with all three parts."),
    ("2.1", "Help lines checked; session 5 card reworded after pupil feedback; Polish pupil sheets added."),
]
