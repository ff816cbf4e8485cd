"""Session 5 of S3–S4: When things change."""

from .shared import DISCLOSURE, OPT_OUT, RULES, TEACHER_SUPPORT, letter, lines, paragraphs, step

CARDS = [
    "Ash moves from Strathorra to a town where nobody knows him. Everyone is kind. He still eats lunch alone.",
    "Billie’s best friend has a new group. There was no row. They just don’t sit together any more.",
    "Kit’s gran has moved in. Kit shares a room now, and nobody says how long for.",
    "Noor did not get into the team after four years. People say: “It’s only sport.”",
    "Eilidh’s parents live in two houses since August. She has two toothbrushes and forgets her books.",
    "Jude got the main part in the show. Everybody says well done. Jude feels sick every morning.",
]

SESSION = {
    "title": "When things change",
    "slug": "when-things-change",
    "number": 5,
    "summary": "Change and loss, large and small: what people feel, what helps, and how long it may take.",
    "codes": "HWB 4-07a",
    "setting": "classroom",
    "read_first": paragraphs(
        "Change is not always loss, and good change can be hard too. That is why one card is about a success.",
        "Death is not on the cards. It may come up all the same. If it does: say the word plainly, say you are sorry, "
        "and go on to what helps. Don’t ask for more in front of the class.",
        "Ask guidance staff before the lesson whether somebody in your class has lost someone or has moved lately. "
        "Talk with that pupil beforehand and let them choose.",
    ),
    "minutes_to_prepare": 15,
    "short_route": "Use the river once together in place of alone, give each group one card, and close.",
    "cover_note": "Ask at the office for a note from guidance about this class. The river is a drawing, not a test; "
    "take none of them in. If a pupil gets upset, the grown-up at the agreed place knows.",
    "aims": lines(
        "I can name different feelings that a change can bring, also at the same time.",
        "I can name things that help, and know that they are not the same for everyone.",
        "I know who can help when a change is too much.",
    ),
    "no_screen": "Draw the river on the board or the floor with chalk.",
    "to_print": lines("The six cards, one for each group"),
    "to_prepare": lines("A word with guidance staff", "Paper and pens", "The class’s rules on the wall"),
    "activities": [
        step(
            "talk",
            "Small changes",
            7,
            4,
            teacher=paragraphs(
                "Rules, and how to sit out. Ask everyone to fold their arms, then to fold them the other way round. "
                "How does it feel? Nothing is wrong, and still it feels odd. Some get used to it fast, some don’t.",
                "That is all that change is at first: a thing that feels odd. Size comes later.",
            ),
            board=lines("Fold your arms.", "Now the other way round.", "How does it feel?"),
        ),
        step(
            "write",
            "A river for Ash",
            13,
            6,
            teacher=paragraphs(
                "Read the first card aloud. Each pupil draws a river: it is Ash’s year. Calm parts, rapids, a rock, a "
                "place where it splits. They write a feeling beside each bend, as many as they like.",
                "Neighbours compare. Where are two feelings at the same place? Point out: feelings don’t come in "
                "order, and they can come back.",
            ),
            board=lines(
                "Draw Ash’s year as a river.",
                "Where is it calm? Where is it fast?",
                "Write a feeling beside each bend.",
            ),
        ),
        step(
            "cards",
            "What helps?",
            15,
            8,
            teacher=paragraphs(
                "Each group takes a card. First: what might this person feel? At least three, and one may be good. "
                "Second: what may help in the first week, and what in the third month? Third: what do people say that "
                "does not help?",
                "Groups report in one minute. Make a list on the board in three columns: people, places, things to do.",
            ),
            board=lines(
                "What might they feel? At least three.",
                "What may help now? And in three months?",
                "What does not help?",
            ),
            cards=CARDS,
        ),
        step(
            "move",
            "Three stones",
            10,
            4,
            teacher=paragraphs(
                "A stone is what keeps you steady in a fast river. Each pupil walks along the list and chooses three "
                "that would be their stones, and writes them on a slip for themselves: one person, one place, one "
                "thing to do.",
                "Say: when the stones don’t hold any more, and it goes on for two weeks or longer, that is the time "
                "to fetch someone whose job it is.",
            ),
            board=lines("One person", "One place", "One thing to do"),
        ),
        step(
            "talk",
            "Closing",
            5,
            3,
            teacher="Do the closing below. Have a word, in passing, with anyone you were told about.",
            board=lines("When it goes on for two weeks or more:", "fetch someone whose job it is."),
        ),
    ],
    "ground_rules": RULES + "\nWe don’t compare whose change is worse.",
    "distancing": "The river is Ash’s, not the pupil’s. If someone draws their own all the same, let them, and don’t "
    "ask to see it. On the slip they choose stones for themselves: that is about what helps, not about what happened.",
    "opt_out": OPT_OUT
    + " A pupil with a fresh loss may spend this lesson somewhere else; arrange it so that nobody asks.",
    "closing": "Everyone puts both feet on the floor and one hand on their slip. Name in silence the person, the "
    "place, the thing. Then tidy up together, with music if you like: ordinary things done together are a stone as "
    "well.",
    "disclosure": DISCLOSURE,
    "letter": letter(
        "This lesson is about change, such as moving house or a friendship that ends, and about what helps. If your "
        "child has had a loss lately, please let us know, and we will plan the lesson with them.",
        "At home you could tell of a change in your own life that was hard at first, and what helped you.",
    ),
    "teacher_support": TEACHER_SUPPORT,
}
