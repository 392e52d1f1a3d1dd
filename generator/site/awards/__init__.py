"""Award pages, badge images, and what the program publishes as an issuer."""
