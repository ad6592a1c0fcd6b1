/** Channels between the Electron preload and main; there are no others. */
export const electronChannels = {
  call: "countersign:call",
  cancel: "countersign:cancel",
  pick: "countersign:pick",
  event: "countersign:event",
} as const;
