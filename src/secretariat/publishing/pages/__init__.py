"""Pages that stand by themselves: one HTML file each, with nothing fetched and no script."""
