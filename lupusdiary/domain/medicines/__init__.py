"""What is prescribed, planned and taken: plain values and rules. No dose is checked, proposed or judged."""
