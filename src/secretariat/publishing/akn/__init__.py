"""Documents as legal XML: Akoma Ntoso 3.0, named after the rules of the UN (AKN4UN)."""
