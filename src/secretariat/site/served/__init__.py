"""The pages served: addresses and their pages, safety, faults told in plain words."""
