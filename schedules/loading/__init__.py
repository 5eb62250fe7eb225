"""Read plans.yaml: from text to records, with every problem at its place."""
