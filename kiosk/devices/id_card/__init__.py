"""ID-card reader: what a card says, how the reader is spoken to, and a simulated reader on a real serial line."""
