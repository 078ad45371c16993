"""Controls that know no diary."""
