"""The office's ledger workbook against its records: what is new, what differs, what contradicts."""
