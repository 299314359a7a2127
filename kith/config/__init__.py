"""One settings file, the urls, and the WSGI door."""
