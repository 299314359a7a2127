"""The interface of HSDS 3.1: what other programs read of the directory, as anybody may see it."""
