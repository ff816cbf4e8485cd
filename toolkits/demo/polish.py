"""Pupil sheets in Polish for the first lessons of S3–S4, by part and number: a title, then one line after another."""

SHEETS = {
    ("s3-s4", 1): (
        "Umawiamy się, jak rozmawiamy",
        "Kto w filmie, książce albo grze dobrze słucha? Co robi ta osoba?",
        "Co na karcie utrudniało rozmowę?",
        "Co ktoś mógł powiedzieć albo zrobić?",
        "Zasada naszej klasy, która mi się podoba:",
        "Możesz zostawić puste miejsca. Nikt nie zbiera tych kartek.",
    ),
    ("s3-s4", 2): (
        "Fakt, mit, stereotyp",
        "To zdanie jest faktem, mitem czy stereotypem? Skąd to wiem?",
        "Gdzie można to sprawdzić?",
        "Możesz zostawić puste miejsca. Nikt nie zbiera tych kartek.",
    ),
    ("s3-s4", 3): (
        "Słowa na papierze, słowa w telefonie",
        "Które słowo mogło zaboleć? Dlaczego?",
        "Jak powiedzieć to inaczej?",
        "Co mogę zrobić, kiedy takie słowo pojawia się na czacie?",
        "Możesz zostawić puste miejsca. Nikt nie zbiera tych kartek.",
    ),
}
