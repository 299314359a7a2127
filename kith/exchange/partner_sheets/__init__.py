"""Spreadsheets of partners: a partner, a person there and an agreement a row; and all of it out again."""
