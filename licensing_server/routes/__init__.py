"""HTTP: each file holds one resource's operations and says nothing about the law."""
