"""One model of a document, and its writers: text, HTML, docx, PDF, xlsx and QR codes."""
