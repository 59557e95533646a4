"""Pages of the site: events, articles and names in, HTML out. No host, no disk, no clock.

`site.pages` yields every page; `shell` fits them into the host's frame; `chronicle` holds what they are made of.
"""
