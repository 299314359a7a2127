"""Gathers the facts, previews, delivers after asking again, keeps the ledger."""
