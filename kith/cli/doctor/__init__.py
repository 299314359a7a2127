"""What `kith doctor` and `kith check --deploy` look at, one subject a file."""
