"""The generator and its commands: a file without extension is a command, a folder is a room with a map in its docstring."""
