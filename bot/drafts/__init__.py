"""Write down what was drafted of a document: as a plans.yaml to go on with, as JSON for programs, as questions."""
