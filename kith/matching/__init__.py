"""The engine behind every search and every match: Python and NumPy only, nothing of Kith.

It is told of services as documents, builds an immutable generation of arrays from them, and answers two
questions, *search* and *match*, with the same filters. It knows only what anybody may know, keeps no
question, and only proposes: who may see what is decided again where the rows are read.
"""
