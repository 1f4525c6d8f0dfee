"""How names are found: known ones as literals, unknown ones grown around a head word, then one reading for each head."""
