"""What people read in place of codes: dates, names, and words made fit for one line."""
