"""What the office remembers: tables, registers, the chain of events, the unit of work."""
