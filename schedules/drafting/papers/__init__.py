"""The outline and the forms that hang on a document."""
