"""What happens: triggers, who takes part, where and when, and a sentence for each."""
