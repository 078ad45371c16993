"""Labs: the table of results, the sheet, the trend of one test."""
