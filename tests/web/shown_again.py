"""A browser whose user has just typed their password once more."""

from time import time

from django.contrib.auth import SESSION_KEY
from django.test import Client

from kith.accounts.models import User
from tests.factories.accounts import PASSWORD

RECORDS = "account_authentication_methods"


def shown_again(client: Client) -> Client:
    """The same browser, with step-up done for the next five minutes."""
    user = User.objects.get(pk=client.session[SESSION_KEY])
    if not user.has_usable_password():
        user.set_password(PASSWORD)
        user.save()
        client.force_login(user)
    session = client.session
    session[RECORDS] = [{"method": "password", "at": time(), "reauthenticated": True}]
    session[f"{RECORDS}_user"] = str(user.pk)
    session.save()
    return client
