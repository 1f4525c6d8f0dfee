"""What stages are made of: which cue stands beside a name, what stands over the cue, what is listed with the name."""
