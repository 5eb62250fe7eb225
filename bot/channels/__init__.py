"""One module per channel; each degrades honestly and has no method that it must refuse."""
