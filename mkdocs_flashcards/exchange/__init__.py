"""Other programs' formats in and out: models and texts, no site."""
