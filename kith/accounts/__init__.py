"""Users, the organisations they act for, and in which roles."""
