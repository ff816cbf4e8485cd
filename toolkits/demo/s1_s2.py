"""The seven sessions for S1–S2, on Third level. All people in them are made up."""

from .s1_s2_later import LATER
from .short import ending, says, session

SESSIONS = [
    session(
        1,
        "ground-rules-and-good-listeners",
        "Ground rules and good listeners",
        "The class agrees how to talk, and finds out what a good listener does.",
        "HWB 3-05a",
        [
            (
                "talk",
                "What listeners do",
                10,
                6,
                says(
                    "In pairs, one tells of a film for a minute. The other looks away at first, then "
                    "listens. Swap. Ask what was different.",
                    "What does a good listener do?",
                    "What did it change?",
                ),
            ),
            (
                "cards",
                "Listening or not?",
                15,
                8,
                says(
                    "Groups of four read three cards: who listens, who doesn’t, how can you tell? "
                    "Each group reports one.",
                    "Who listens here?",
                    "How can you tell?",
                    cards=[
                        "Lena says: “I’m new and lunch is the worst.” Ari says: “Lunch is great!”",
                        "Sam tells about a bad mark. Jo nods, waits, and asks: “And then?”",
                        "Noor talks while Kit types. Kit says: “Go on, I’m listening.”",
                    ],
                ),
            ),
            (
                "write",
                "Our rules",
                20,
                8,
                says(
                    "The class makes five rules out of what it found. Add two that are not up for a "
                    "vote: anyone may pass, and a teacher tells someone when a person may not be safe.",
                    "Our rules",
                ),
            ),
            ending(),
        ],
        aims=["I can show that I listen.", "I have helped to write our rules.", "I know I can pass."],
    ),
    session(
        2,
        "everyone-has-mental-health",
        "Everyone has mental health",
        "Mental health is like physical health: everyone has it, and it changes.",
        "HWB 3-06a",
        [
            (
                "question",
                "True for everyone?",
                10,
                6,
                says(
                    "Take five answers. Don’t judge them yet.",
                    question="Who has mental health?",
                    listen_for="“Only ill people” means we mix up health and illness.\nSomebody says "
                    "“everyone”: ask how they know.",
                ),
            ),
            (
                "move",
                "Up and down",
                15,
                None,
                says(
                    "Read Robin’s week. Stand tall when it goes up for Robin, sit when it goes down. Pupils may point.",
                    "Monday: a good joke",
                    "Tuesday: a quarrel",
                    "Wednesday: fell asleep late",
                ),
            ),
            (
                "write",
                "What helps Robin",
                20,
                16,
                says(
                    "Each pupil draws a line of Robin’s week and writes one thing that helps at the "
                    "lowest point. Collect kinds: people, body, calm, doing.",
                    "What could help Robin on the worst day?",
                ),
            ),
            ending(),
        ],
        aims=["I can say what mental health is.", "I know it changes for everyone.", "I can name things that help."],
        setting="space",
    ),
    session(
        3,
        "feelings-have-many-names",
        "Feelings have many names",
        "More words for feelings make it easier to ask for what one needs.",
        "HWB 3-01a, HWB 3-02a",
        [
            (
                "write",
                "Word harvest",
                10,
                6,
                says(
                    "In two minutes each pair writes words for “fine” and “not fine”. Put them up from weak to strong.",
                    "Words for “fine”",
                    "Words for “not fine”",
                ),
            ),
            (
                "cards",
                "Which word fits?",
                20,
                11,
                says(
                    "Each group chooses two words for the person on the card and says where in the "
                    "body they might notice it.",
                    "Which two words fit?",
                    "Where might they notice it?",
                    cards=[
                        "Ari waits for a message all evening.",
                        "Noor’s team wins without Noor.",
                        "Kit has to read out loud in ten minutes.",
                        "Lena’s gran laughs for the first time in weeks.",
                    ],
                ),
            ),
            (
                "talk",
                "What might they need?",
                15,
                5,
                says(
                    "For each card: what might help for ten minutes? Write a class list.",
                    "What might help for ten minutes?",
                ),
            ),
            ending(),
        ],
        aims=["I know more words for feelings.", "I can link a feeling to what somebody may need."],
    ),
    session(
        4,
        "where-do-ideas-come-from",
        "Where do ideas about mental health come from?",
        "Films, news and jokes shape what we think. The class looks for where an idea began.",
        "HWB 3-10a",
        [
            (
                "slide",
                "One headline, two ways",
                10,
                5,
                says(
                    "Read both. Which makes you think worse of the person? Which words do that?",
                    "“Madman shouts in shop”",
                    "“Man in distress helped by shop staff”",
                ),
            ),
            (
                "cards",
                "Where is it from?",
                20,
                12,
                says(
                    "Groups sort ideas: film, news, family, joke, own experience of nobody. Each "
                    "picks one and finds what is wrong with it.",
                    "Where might this idea come from?",
                    "What is wrong with it?",
                    cards=[
                        "“You can see it in their eyes.”",
                        "“It only happens to adults.”",
                        "“They just want attention.”",
                        "“Real friends don’t need to ask.”",
                    ],
                ),
            ),
            (
                "write",
                "Change one word",
                15,
                5,
                says("Each pair rewrites one headline or line so that it is true and kind.", "Make it true and kind"),
            ),
            ending(),
        ],
        aims=["I can ask where an idea comes from.", "I can change words so that they are true and kind."],
    ),
    *LATER,
]
