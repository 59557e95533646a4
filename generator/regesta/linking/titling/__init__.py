"""Titles, summaries and ids of events, in words that their sources print, or composed from what their quotes carry.

A room of its own within linking: it reads mentions and writes lines, and nothing else of linking depends on how.
"""
