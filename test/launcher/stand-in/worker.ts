// Stands in for apps/worker: waits.
setInterval(() => undefined, 60_000);
process.on('SIGTERM', () => process.exit(0));
