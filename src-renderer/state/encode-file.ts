/** A file as base64, as calls carry it. */
export async function encodeFile(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const stepBytes = 0x8000;
  let binary = "";
  for (let at = 0; at < bytes.length; at += stepBytes) {
    binary += String.fromCharCode(...bytes.subarray(at, at + stepBytes));
  }
  return btoa(binary);
}
