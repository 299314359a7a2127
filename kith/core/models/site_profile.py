"""The one row that says whose site this is."""

from uuid import UUID

from django.db import models

SITE_ID = UUID(int=1)


class SiteProfile(models.Model):
    """The site's name, host, lines, law and clock, and what visitors see of it. There is at most one row."""

    id = models.UUIDField(primary_key=True, editable=False)
    name = models.CharField(max_length=120)
    host_organization_id = models.UUIDField(null=True)
    duty_user_id = models.UUIDField(null=True)
    country = models.CharField(max_length=2)
    emergency_number = models.CharField(max_length=30)
    talk_line = models.CharField(max_length=60)
    talk_line_words = models.CharField(max_length=300)
    text_line = models.CharField(max_length=60, default="")
    text_line_words = models.CharField(max_length=300, default="")
    safety_line = models.CharField(max_length=60, default="")
    safety_line_words = models.CharField(max_length=300, default="")
    jurisdiction = models.CharField(max_length=40)
    timezone = models.CharField(max_length=60)
    is_demo = models.BooleanField()
    public_name = models.CharField(max_length=60, default="")
    is_discreet = models.BooleanField(default=False)
    left_out_pages = models.JSONField(default=list)

    class Meta:
        db_table = "core_site_profile"
        constraints = [models.CheckConstraint(condition=models.Q(id=SITE_ID), name="core_one_site")]

    def __str__(self) -> str:
        return self.name
