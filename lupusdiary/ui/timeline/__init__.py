"""Timeline: symptoms, laboratory, events and visits on one axis."""
