"""Words as data: YAML files of entries, and one fast matcher over all their literal forms."""
