"""How people who work here sign in: by mail address, with a second step; nobody signs up. See docs/signing-in.md."""

from .places import env

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "people:start"

SECOND_STEP_REQUIRED = True  # without it nobody is signed in anywhere but where they set it up
FRESH_MINUTES = 10  # how old a proof may be where people, rights, exports and ways to reach an author are touched
RECOVERY_HOURS = env.int("RECOVERY_HOURS", default=24)  # between two people's yes and the end of somebody's lost steps
OUTSIDE_SECOND = env.str("OUTSIDE_SECOND", default="")  # a mail address: who confirms where only one administrator is
KNOWN_BROWSER_COOKIE = "known"

ACCOUNT_ADAPTER = "workflows.people.adapter.InvitedOnly"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {
    "login": "workflows.people.signin.SignInForm",
    "reset_password": "workflows.people.signin.NewPasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_RATE_LIMITS = False  # ours are in people/tries.py: in the database, and nobody locks out another
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None

MFA_ADAPTER = "workflows.people.factors.Factors"
MFA_FORMS = {
    "authenticate": "workflows.people.codes.CodeForm",
    "authenticate_webauthn": "workflows.people.passkeys.PasskeyForm",
    "login_webauthn": "workflows.people.passkeys.PasskeySignInForm",
    "add_webauthn": "workflows.people.passkeys.AddPasskeyForm",
    "activate_totp": "workflows.people.codes.FirstCodeForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RATE_LIMITS = False
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Golden Thread"
MFA_TOTP_TOLERANCE = 1  # a telephone's clock may be half a minute off
