"""What is done while a request is in hand: corrections, consultations, more time, fees, endings."""
