"""Visit: the next appointment, its questions, and the page for the doctor."""
