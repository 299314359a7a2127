"""Rows that were here before say what they hang on, and are published under their own id."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F
from django.db.models.functions import Coalesce

DETAILS = ("Schedule", "Phone", "Language", "Contact", "Url", "ServiceArea", "Attribute", "ServiceCapacity")


def fill(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    for name in (*DETAILS, "Address", "ServiceAtLocation"):
        apps.get_model("directory", name).objects.update(hsds_id=F("id"))
    owner = Coalesce(F("service_id"), F("organization_id"), F("location_id"))
    for name in DETAILS:
        apps.get_model("directory", name).objects.update(root_id=owner, under_id=F("location_id"))
    apps.get_model("directory", "Attribute").objects.update(owner_id=owner, shown_as=F("label"))


class Migration(migrations.Migration):
    dependencies = [("directory", "0003_every_hsds_object")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
