"""What a coordinator does with a submission: accepts it, or sends it back."""
