"""What a summary letter says, as it is when the letter goes out."""

from django import template

from workflows.review.summaries import summary_of

register = template.Library()


@register.simple_tag
def summary_for(letter):
    """Return the numbers for the person a letter goes to."""
    return summary_of(letter.person, letter.created_at)
