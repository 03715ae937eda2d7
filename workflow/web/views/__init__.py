"""What each page shows, as frozen values: templates think nothing."""
