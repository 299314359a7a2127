"""Which members these pages are for; row by row, the actions and queries decide."""

from kith.core.viewer import Role

READERS = (Role.NAVIGATOR, Role.CLINICIAN, Role.PARTNERSHIP_MANAGER, Role.COORDINATOR, Role.ADMIN)
KEEPERS = (Role.PARTNERSHIP_MANAGER, Role.COORDINATOR, Role.ADMIN)
WELCOMERS = (Role.PARTNERSHIP_MANAGER, Role.ADMIN)
ASKERS = (Role.NAVIGATOR, Role.CLINICIAN)
MAKERS = (Role.PARTNERSHIP_MANAGER,)
SHOW_OR_SEND = ["GET", "HEAD", "POST"]
