const memorySection = 5;
const pageBytes = 64 * 1024;
const headerBytes = 8;

/** A number of variable length (LEB128) and where it ends. */
function readNumber(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let index = 0; index < 5; index += 1) {
    const byte = bytes[at + index] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if ((byte & 0x80) === 0) return { value, end: at + index + 1 };
  }
  throw new Error("The module's sections cannot be read");
}

function writeNumber(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = (rest - low) / 128;
    bytes.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return bytes;
}

/**
 * A WebAssembly module whose memory cannot grow beyond a limit: allocations beyond it fail inside the module.
 *
 * The parser has no limits of its own for streams that swell and forms that repeat; its memory is where all of them
 * end. Source: WebAssembly core specification, binary format, memory section.
 */
export function limitMemory(module: Uint8Array, maximumBytes: number): Uint8Array {
  let at = headerBytes;
  while (at < module.length) {
    const id = module[at];
    const size = readNumber(module, at + 1);
    const end = size.end + size.value;
    if (id !== memorySection) {
      at = end;
      continue;
    }
    const count = readNumber(module, size.end);
    const minimum = readNumber(module, count.end + 1);
    const limit = Math.max(minimum.value, Math.floor(maximumBytes / pageBytes));
    // Flag 1: a maximum follows the minimum.
    const content = [...writeNumber(1), 1, ...writeNumber(minimum.value), ...writeNumber(limit)];
    const section = Uint8Array.from([memorySection, ...writeNumber(content.length), ...content]);
    const limited = new Uint8Array(at + section.length + module.length - end);
    limited.set(module.subarray(0, at));
    limited.set(section, at);
    limited.set(module.subarray(end), at + section.length);
    return limited;
  }
  return module;
}
