"""Header, paragraphs, running units and sentences: what a text is made of before anything in it is named."""
