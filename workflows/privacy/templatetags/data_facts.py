"""What the privacy notice says of the data we hold."""

from django import template

from workflows.privacy.models import DataKind, DataProtection

register = template.Library()


@register.simple_tag(takes_context=True)
def data_facts(context):
    """Return the charity's facts and every kind of data, for a notice."""
    return {"facts": DataProtection.load(context.get("request")), "kinds": list(DataKind.objects.all())}
