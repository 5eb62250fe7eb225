"""A plan that changes while it runs: what differs, who must say yes, and whom it concerns."""
