"""The law and the local practice, as data and small functions. Knows no HTTP and no database."""
