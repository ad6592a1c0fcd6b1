// Preloaded into a forked process: gives it the parent port that a utility process of Electron has.
const port = {
  on: (_event: "message", listener: (event: { readonly data: unknown }) => void): void =>
    void process.on("message", (data) => listener({ data })),
  postMessage: (message: unknown): void => void process.send?.(message),
};
Object.assign(process, { parentPort: port });
process.on("disconnect", () => process.exit(0));
