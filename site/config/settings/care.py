"""How we care for those who read: when they hear from us, and how long they wait for an answer."""

LETTERS_AT_HOUR = 8  # local time; the summary of what waits goes out once from this hour on
ANSWER_VOLUNTEERS_IN_DAYS = 2  # a private line or a wish to be called is answered by then
KEEP_LINES_FOR_DAYS = 365  # messages of a private line on which nothing waits
KEEP_THE_DEPARTED_FOR_DAYS = 30  # what is private of a volunteer whose account was switched off
