"""Open a .docx, .pdf, .txt or .md as paragraphs and tables."""
