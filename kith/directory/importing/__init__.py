"""How an import writes: shared by the import's actions."""
