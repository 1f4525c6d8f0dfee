"""What is known of each organisation: one YAML file an organisation."""
