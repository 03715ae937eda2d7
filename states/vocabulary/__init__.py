"""The words of the project, one module for each part of the work; `states.terms` has them all."""
