"""Where licences, sessions and filings are kept: SQLAlchemy Core, one writer, readers that cannot write."""
