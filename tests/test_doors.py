"""There is one way to sign in."""


def test_wagtails_own_password_form_leads_to_the_one_sign_in(client, db):
    assert client.get("/admin/login/?next=/admin/").headers["Location"] == "/accounts/login/?next=/admin/"


def test_wagtails_own_password_reset_leads_to_the_one_reset(client, db):
    assert client.get("/admin/password_reset/").headers["Location"] == "/accounts/password/reset/"
