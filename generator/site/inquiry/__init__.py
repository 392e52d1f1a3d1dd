"""An inquiry's pages: the evidence page, its charts and texts, the invitation, the worksheet."""
