"""Measurements: quality on public corpora, speed on invented folders. Not part of the package."""
