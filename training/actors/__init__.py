"""Scripts that make the data files of the room `sayso.actors`."""
