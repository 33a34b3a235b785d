"""Demonstration data: made-up holders, licences and filings, placed around the day of seeding."""
