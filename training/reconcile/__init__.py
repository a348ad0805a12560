"""How the likeness of stories and happenings was fitted."""
