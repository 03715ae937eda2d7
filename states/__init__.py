"""The law: what is due, who may do what, and by which article; pure and declarative."""
