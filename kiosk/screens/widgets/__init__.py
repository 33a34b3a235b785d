"""Shared controls. Each is a Block that paints itself with a theme; see block.py for how they stack and report."""
