"""Treatment: events and flares."""
