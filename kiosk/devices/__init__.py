"""The terminal's devices: one folder each, with its protocol, its real driver and a simulator that ships."""
