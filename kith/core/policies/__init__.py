"""Where reads of the core's rows start."""
