"""The door for people: pages over HTTP."""
