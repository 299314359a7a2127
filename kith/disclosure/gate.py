"""Who asks where no recipient may: consents, exclusions and laws are read by Kith alone."""

from kith.core.viewer import Door, Viewer

# The decision is Kith's own. Only the answer leaves.
GATE = Viewer.system(Door.WORKER)
