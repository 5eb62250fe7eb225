"""Handing in: what is outstanding, confirming, evidence, receipts, undoing."""
