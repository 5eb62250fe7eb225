"""Read an issued document and draft what a plans.yaml would say of it."""
