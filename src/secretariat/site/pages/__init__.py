"""One page a file: each takes the room and what the address asks, and gives what its template shows."""
