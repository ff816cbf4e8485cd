"""The moderation policy of a fresh site, version 1 in English. Later versions are added, never put in its place."""

POLICY = {
    "readers": (
        "Could anything here harm somebody who reads it?",
        [
            "It says how somebody hurt themselves, tried to end their life, or starved.",
            "It names a place where somebody was hurt or died.",
            "It has numbers: a weight, a size, calories, how many tablets.",
            "It makes harm look like a way out, or like something to admire.",
            "It gives one simple reason for a death.",
            "It uses words that hurt people who are ill.",
        ],
    ),
    "writer": (
        "Could anything here harm the writer, or somebody else?",
        [
            "A family member, a friend or a teacher can be recognised, and was not asked.",
            "The school, club, workplace or town can be recognised.",
            "It says that somebody did wrong who could be named. That may be unfair, or against the law.",
            "It has a name, an address, a number or an account.",
            "The writer may be in danger now, or regret this later.",
        ],
    ),
    "true": (
        "Is it still the writer’s own story?",
        [
            "It does not sound like one person telling it.",
            "It tells somebody else’s story.",
            "What is on the page goes beyond what the writer said yes to.",
            "It sells something, or asks for money or votes.",
        ],
    ),
    "place": (
        "Will those who read it here be left with what they need?",
        [
            "There is no hope or help in it, and none beside it.",
            "A content note is missing, or one is too many.",
            "A topic is missing, or one is wrong.",
            "It is not right for a reader of thirteen.",
        ],
    ),
}
