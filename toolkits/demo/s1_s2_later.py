"""The later sessions for S1–S2, on Third level. All people in them are made up."""

from .short import ending, says, session

LATER = [
    session(
        5,
        "left-out-let-in",
        "Left out, let in",
        "Being left out hurts. The class practises small ways to let somebody in.",
        "HWB 3-08a",
        [
            (
                "film",
                "The bench",
                15,
                8,
                says(
                    "Read the scene aloud. Stop before the end. Ask: who could do something small?",
                    "Who could do something small?",
                    scene="Three pupils sit on a bench. A fourth comes. Nobody moves a bag. The fourth "
                    "looks at a phone that is switched off. One of the three looks up, then down. The bell rings.",
                ),
            ),
            (
                "write",
                "Small ways in",
                15,
                9,
                says(
                    "In groups, find six things that take less than ten seconds. Act one.",
                    "Ten seconds to let somebody in",
                ),
            ),
            (
                "talk",
                "What stops us?",
                15,
                5,
                says(
                    "Collect what makes it hard. For each, one thing that makes it easier.",
                    "What makes it hard?",
                    "What makes it easier?",
                ),
            ),
            ending(),
        ],
        aims=["I can notice when somebody is left out.", "I know three small ways to let somebody in."],
    ),
    session(
        6,
        "who-could-i-tell",
        "Who could I tell?",
        "Everyone makes a private map of people and places that could help.",
        "HWB 3-03a",
        [
            (
                "talk",
                "Who could Kit tell?",
                12,
                7,
                says(
                    "Kit has not slept well for two weeks. Collect everybody Kit could tell, at "
                    "home, at school, elsewhere.",
                    "Who could Kit tell?",
                ),
            ),
            (
                "write",
                "My own map",
                18,
                10,
                says(
                    "Each pupil fills in the sheet for themselves. Nobody shows it, nobody collects "
                    "it. Empty places are fine.",
                    "My map is mine. Nobody collects it.",
                ),
            ),
            (
                "cards",
                "First words",
                15,
                5,
                says(
                    "Pairs try first sentences from the cards and make their own.",
                    "How could Kit begin?",
                    cards=["“Have you got ten minutes?”", "“I don’t know how to say it.”", "“Can you just listen?”"],
                ),
            ),
            ending(),
        ],
        aims=["I know people and places that could help.", "I know a first sentence."],
    ),
    session(
        7,
        "our-class-promise",
        "Our class promise",
        "The class looks back and promises three things to each other.",
        "HWB 3-09a",
        [
            (
                "move",
                "Four corners",
                12,
                6,
                says(
                    "Each corner is one earlier session. Go where you learned most. Say one thing you remember.",
                    "Where did you learn most?",
                ),
            ),
            (
                "write",
                "Three promises",
                20,
                11,
                says(
                    "Groups suggest promises that one can see somebody keep. The class chooses three by dots.",
                    "A promise one can see",
                ),
            ),
            (
                "talk",
                "Who will notice?",
                13,
                5,
                says("For each promise: who looks whether we keep it, and when?", "Who looks, and when?"),
            ),
            ending(),
        ],
        aims=["I remember what helped me learn.", "I have made a promise with my class."],
        setting="space",
    ),
]
