"""What each address answers: it reads what was sent, asks one service, and shows one page."""
