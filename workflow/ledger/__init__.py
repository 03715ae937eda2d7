"""The office's ledger workbook (台账): read into lines and faults, and written back."""
