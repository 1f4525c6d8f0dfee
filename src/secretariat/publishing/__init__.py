"""What leaves the house: files and pages in forms that others read, one small file a form."""
