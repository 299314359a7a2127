"""Spreadsheets: one service a row, with a file that says what the columns are."""
