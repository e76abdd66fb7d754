"""Numbers with their base and their source: readability of texts."""
