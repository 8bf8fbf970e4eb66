"""The types that a parameter can be described by."""
