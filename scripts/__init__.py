"""The generator and its commands: a file without extension is a command, a folder a room with a map in __init__.py."""
