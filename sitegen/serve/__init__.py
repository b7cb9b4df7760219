"""Serve: a site as it was built last, shown on this machine, and shown anew when what it is made of changes.

`answer` and `page` are pure; `server` listens, `watch` looks at the disk.
"""
