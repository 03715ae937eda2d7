"""What the figures of a report must fulfil before it is issued: a module for each kind of rule."""
