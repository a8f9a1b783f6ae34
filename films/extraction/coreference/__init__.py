"""Who is in the story, and who is meant by which words."""
