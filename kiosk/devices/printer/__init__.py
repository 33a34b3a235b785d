"""Printer: jobs that are followed to their end and never print late."""
