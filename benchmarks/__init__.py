"""Each performance claim is a command here that prints a ratio against a yardstick measured in the same run."""
