"""What the licensing office does with requests: opens sessions, takes filings, decides. Knows no HTTP."""
