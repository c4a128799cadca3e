// For `node --import`: SIGUSR2 throws where nobody catches it.
process.on('SIGUSR2', () => {
  throw new Error('thrown where nobody catches it');
});
