"""What every room stands on: who is looking, what happened, when, and how it is kept."""
