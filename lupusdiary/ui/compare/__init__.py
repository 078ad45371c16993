"""Before and after: one event as day 0, other events of its kind over it, as a picture and a plain table."""
