"""The API's JSON as strict pydantic models: unknown fields and wrong types are refused, never coerced."""
