"""From the first decision on an item to the reply in the applicant's hands, a command each."""
