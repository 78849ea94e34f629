// Loaded into web and worker before their own code. The channel to the parent closes when the parent is gone, even by kill -9:
// without this they would live on and hold the port against the next start.
if (process.channel) {
  process.channel.unref();
  process.once("disconnect", () => {
    // We lead a process group (see app.mjs): what we have started, an ffmpeg say, goes with us, as nobody else will end it.
    const endGroup = (/** @type {NodeJS.Signals} */ signal) => process.kill(-process.pid, signal);
    setTimeout(() => endGroup("SIGKILL"), 12_000).unref();
    process.once("exit", () => endGroup("SIGKILL"));
    endGroup("SIGTERM");
  });
}
