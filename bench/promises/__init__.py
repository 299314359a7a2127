"""Many agreements, and questions about them; run inside a site."""
