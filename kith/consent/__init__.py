"""Law packs, the one decision, directives and grants; knows a person only by id."""
