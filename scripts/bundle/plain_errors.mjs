// A failure ends the program with its message, without the minified source line that Node.js would print before it.
process.on("uncaughtException", (error) => {
  console.error(error.message ?? error);
  process.exit(1);
});
