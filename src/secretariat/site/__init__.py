"""The reading room: the pages of a register, served or written as files."""
