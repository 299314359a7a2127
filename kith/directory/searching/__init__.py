"""What the engine is told of services, and how that is kept."""
