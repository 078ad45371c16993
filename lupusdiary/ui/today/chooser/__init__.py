"""More items: what Today asks, and the items of the person's own."""
