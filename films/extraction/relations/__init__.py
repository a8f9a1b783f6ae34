"""Who is what to whom."""
