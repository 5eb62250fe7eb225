"""What a document says of itself: number, day, issuer, title."""
