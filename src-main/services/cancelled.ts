/** Why a long call stopped: somebody cancelled it, or closed the workspace that it worked in. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled");
  }
}
