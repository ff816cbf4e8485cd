"""Whether somebody signs in with more than a password."""

from django.apps import apps


def has_second_factor(person) -> bool:
    """Tell whether a person has a second factor. Where none can be had, nobody has one."""
    if not apps.is_installed("allauth.mfa"):
        return False
    return apps.get_model("mfa", "Authenticator").objects.filter(user=person).exclude(type="recovery_codes").exists()
