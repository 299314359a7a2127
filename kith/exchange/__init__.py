"""The door for standards: mapping and files."""
