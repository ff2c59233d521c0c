"""The cards of a site for other programs."""
