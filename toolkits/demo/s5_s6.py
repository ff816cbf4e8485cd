"""The six sessions for S5–S6, senior phase. All people in them are made up."""

from .short import ending, says, session

SESSIONS = [
    session(
        1,
        "facilitator-basics",
        "Facilitator basics for peer leaders",
        "How to lead a group safely: what is yours to do, and what is not.",
        "HWB 4-03a",
        [
            (
                "talk",
                "Good leaders we know",
                10,
                6,
                says(
                    "Think of somebody in a film or sport who leads well. What do they do with their "
                    "voice, their time, their eyes?",
                    "What do good leaders do?",
                ),
            ),
            (
                "cards",
                "What would you do?",
                20,
                11,
                says(
                    "In threes, one leads, one answers, one watches. Swap for each card.",
                    "What would you say first?",
                    cards=[
                        "Somebody laughs at an answer.",
                        "One person talks all the time.",
                        "Someone says: “That happened to me.”",
                        "Nobody says anything.",
                    ],
                ),
            ),
            (
                "write",
                "Mine and not mine",
                15,
                5,
                says(
                    "Two lists: what a peer leader does, and what they hand to an adult at once.",
                    "Mine to do",
                    "To hand on at once",
                ),
            ),
            ending(),
        ],
        aims=["I can open and close a session.", "I know what I hand to an adult at once."],
    ),
    session(
        2,
        "stigma-in-systems",
        "Stigma in systems: work, health, media",
        "Stigma is also in rules and forms. The group finds it and asks who could change it.",
        "HWB 4-06a",
        [
            (
                "question",
                "Rule or person?",
                10,
                6,
                says(
                    "Collect examples from news or films, not from lives.",
                    question="When is a rule unfair, though everybody is polite?",
                    listen_for="Forms, waiting times, job adverts.\n“That is just how it is”: ask who decided it.",
                ),
            ),
            (
                "cards",
                "Find the rule",
                20,
                11,
                says(
                    "Each group finds the rule behind the card, whom it hits, and who could change it.",
                    "Which rule is behind it?",
                    "Who could change it?",
                    cards=[
                        "A form asks: “Any mental illness? If yes, explain.”",
                        "Only those with perfect attendance may go on the trip.",
                        "A paper shows a dark corridor with every article on mental health.",
                    ],
                ),
            ),
            (
                "write",
                "One letter",
                15,
                5,
                says(
                    "Write three polite sentences to whoever could change it.",
                    "What we saw",
                    "What it does",
                    "What we ask",
                ),
            ),
            ending(),
        ],
        aims=["I can find stigma in a rule.", "I can ask for a change politely."],
    ),
    session(
        3,
        "human-rights-and-panel",
        "Human rights and PANEL",
        "Five questions that show whether a decision respects people’s rights.",
        "HWB 4-09a",
        [
            (
                "slide",
                "Five letters",
                10,
                7,
                says(
                    "Go through the letters with one example each.",
                    "Participation: who was asked?",
                    "Accountability: who answers for it?",
                    "Non-discrimination: who is left out?",
                    "Empowerment: who knows their rights?",
                    "Legality: what does the law say?",
                ),
            ),
            (
                "cards",
                "Test a decision",
                20,
                10,
                says(
                    "Each group tests one decision with the five questions.",
                    "Which letter is missing?",
                    cards=[
                        "The school closes the quiet room. A note on the door says so.",
                        "A youth club asks its members to choose the opening hours.",
                        "A bus company changes the route past the clinic.",
                    ],
                ),
            ),
            (
                "write",
                "Make it better",
                15,
                5,
                says("Rewrite the decision so that all five are there.", "The same decision, with all five letters"),
            ),
            ending(),
        ],
        aims=["I know what PANEL stands for.", "I can test a decision with it."],
    ),
    session(
        4,
        "supporting-a-friend",
        "Supporting a friend, keeping yourself well",
        "How to be there for somebody without carrying everything alone.",
        "HWB 4-08a",
        [
            (
                "talk",
                "There, not in charge",
                10,
                6,
                says(
                    "Sort on the wall: what a friend can do, what is for somebody else.",
                    "A friend can …",
                    "That is for somebody else",
                ),
            ),
            (
                "film",
                "Two in the night",
                15,
                9,
                says(
                    "Read aloud in two voices. Stop where Mira could hand on.",
                    "Where could Mira hand on?",
                    scene="Mira’s phone lights up at one in the morning. “You awake?” writes Jon. It is "
                    "the fifth night. Mira writes: “Always.” Next day she falls asleep in maths. Jon "
                    "writes: “Only you get me.”",
                ),
            ),
            (
                "write",
                "What Mira can say",
                20,
                7,
                says("Pairs write three messages: kind, honest, with a next step.", "Kind, honest, with a next step"),
            ),
            ending(),
        ],
        aims=["I know what a friend can and can’t do.", "I can say a limit kindly."],
    ),
    session(
        5,
        "telling-your-story-or-not",
        "Telling your story, or choosing not to",
        "Nobody owes anyone their story. What to ask oneself before telling it, and how to stop.",
        "HWB 4-06a",
        [
            (
                "question",
                "Whose is it?",
                10,
                6,
                says(
                    "Keep to made-up people.",
                    question="Who decides whether a story is told?",
                    listen_for="The person alone.\nOthers in the story have a say too.",
                ),
            ),
            (
                "cards",
                "Tell or wait?",
                20,
                11,
                says(
                    "Groups advise the person on the card: now, later, to whom, or not at all.",
                    "Now? Later? To whom? Not at all?",
                    cards=[
                        "Amal is asked to speak at assembly tomorrow.",
                        "Finn wants to post at midnight, after a bad day.",
                        "Isla’s story is also her brother’s.",
                    ],
                ),
            ),
            (
                "write",
                "Seven questions",
                15,
                5,
                says(
                    "The group writes seven questions to ask oneself before telling.", "Before I tell, I ask myself …"
                ),
            ),
            ending(),
        ],
        aims=["I know that nobody owes a story.", "I know what to ask before telling one."],
        about="In this lesson we talk about telling a story in public, and choosing not to. Nobody tells their own.",
    ),
    session(
        6,
        "plan-one-change",
        "Plan one change in our school",
        "The group chooses one change, finds who decides, and plans the first two weeks.",
        "HWB 4-09a",
        [
            (
                "move",
                "Big and small",
                12,
                7,
                says(
                    "Ideas go up on a wall: how much it would help, how hard it is. Choose one that "
                    "helps much and is not too hard.",
                    "Helps much",
                    "Not too hard",
                ),
            ),
            (
                "write",
                "Who decides?",
                18,
                10,
                says(
                    "Name who decides, who must be asked, who would be left out. Use PANEL.",
                    "Who decides?",
                    "Who must be asked?",
                    "Who would be left out?",
                ),
            ),
            (
                "write",
                "Two weeks",
                15,
                5,
                says("Write four steps with names and days. Put one day in to look back.", "Who does what by when?"),
            ),
            ending(),
        ],
        aims=["I can plan a change with others.", "I know who decides."],
        setting="space",
    ),
]
