"""Reference server of the central licensing API: it owns the rules, the licences and the filings."""
