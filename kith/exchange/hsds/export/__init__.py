"""The directory as files: JSON, NDJSON, or a tabular package, with the licences of its sources."""
