"""One typed line of a prescription becomes fields; what is uncertain is asked, nothing is saved unasked."""
