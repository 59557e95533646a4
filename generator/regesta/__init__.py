"""Regesta: saved news articles in; dated, sourced event records and a chronology site out."""

__version__ = "0.1.0"
