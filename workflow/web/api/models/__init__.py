"""What the API takes and gives, as models: each field with what it means."""
