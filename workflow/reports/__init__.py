"""The annual report: official forms as data, figures that open, identities, a page."""
