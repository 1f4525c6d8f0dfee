"""The annual release: every form of an edition in one folder, the same bytes from the same register."""
