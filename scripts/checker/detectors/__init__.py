"""One module per class of fault: each has `findings(document)`, which yields what it finds in one document."""
