"""How schools take part: news by email, visits, what pupils and teachers say, and what comes of it."""
