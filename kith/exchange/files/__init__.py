"""Files of listings, whatever their format."""
