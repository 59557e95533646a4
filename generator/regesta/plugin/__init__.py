"""The host's side of the site: the only room that knows MkDocs."""

from regesta.plugin.plugin import RegestaPlugin

__all__ = ["RegestaPlugin"]
