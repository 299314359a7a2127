"""The steps a record may take in the partnerships room."""
