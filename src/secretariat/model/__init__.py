"""The vocabulary that everything speaks: frozen values, without input or output."""
