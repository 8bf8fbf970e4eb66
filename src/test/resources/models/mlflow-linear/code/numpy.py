"""Is asked for by whoever loads a model; this one needs nothing of it."""
