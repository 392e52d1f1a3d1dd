"""How any page is made: Markdown, templates, theme, images, links."""
