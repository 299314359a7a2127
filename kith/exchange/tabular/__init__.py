"""HSDS as tables: packages of CSV files."""
