"""The self-service terminal. ``python -m kiosk`` is its command line; ``app.py`` wires its parts."""
