"""A simulated AWS on loopback: moto, the operations that moto lacks, and a check of every request."""
