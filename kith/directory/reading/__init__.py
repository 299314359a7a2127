"""How rows become read models: shared by the queries of this room."""
