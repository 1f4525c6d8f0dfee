"""What people decided: appended, dated, signed, reversible, and never overwritten by a program."""
