"""The files that a teacher would otherwise type: new ones, and data that others collected."""
