"""The taxonomies that every site begins with: readable files, each folder with its own notice."""
