"""If it is urgent: the numbers, the signs, and the card for the wallet."""
