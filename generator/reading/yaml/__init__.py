"""YAML files and front matter: strict parsing with positions, shapes, messages about mistakes."""
