"""The strict layer: one function a rule. Each looks at one object and yields what it finds."""
