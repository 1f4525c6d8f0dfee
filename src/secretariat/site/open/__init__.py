"""What the site gives to programs: exports, harvests, and the addresses by which both are found."""
