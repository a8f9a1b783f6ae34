"""What the film is, who made it and who plays whom."""
