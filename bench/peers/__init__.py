"""Other programs at the same task, to compare with."""
