/** A language model small enough to be made on the spot: the architecture of Llama, one layer, weights by chance. */

const kinds = { u32: 4, i32: 5, f32: 6, bool: 7, text: 8, list: 9 } as const;
const alignment = 32;

/** Grows as it is written to; all numbers are little-endian. */
class ByteWriter {
  readonly #parts: Buffer[] = [];
  size = 0;

  raw(bytes: Buffer): void {
    this.#parts.push(bytes);
    this.size += bytes.length;
  }
  u32(value: number): void {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    this.raw(bytes);
  }
  u64(value: number): void {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(value));
    this.raw(bytes);
  }
  f32(value: number): void {
    const bytes = Buffer.alloc(4);
    bytes.writeFloatLE(value);
    this.raw(bytes);
  }
  text(value: string): void {
    const bytes = Buffer.from(value, "utf8");
    this.u64(bytes.length);
    this.raw(bytes);
  }
  pad(): void {
    this.raw(Buffer.alloc((alignment - (this.size % alignment)) % alignment));
  }
  done(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

/** Numbers that look random and are the same each time (mulberry32), between -1 and 1. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * 2 - 1;
  };
}

/** Three marks, every byte, and the printable characters of ASCII: enough to spell anything. */
function vocabulary(): { readonly tokens: readonly string[]; readonly types: readonly number[] } {
  const [normal, unknown, control, byte] = [1, 2, 3, 6];
  const bytes = Array.from(
    { length: 256 },
    (_, at) => `<0x${at.toString(16).toUpperCase().padStart(2, "0")}>`,
  );
  const letters = ["▁", ...Array.from({ length: 0x5e }, (_, at) => String.fromCodePoint(0x21 + at))];
  return {
    tokens: ["<unk>", "<s>", "</s>", ...bytes, ...letters],
    types: [unknown, control, control, ...bytes.map(() => byte), ...letters.map(() => normal)],
  };
}

export interface TinyModel {
  readonly bytes: Buffer;
  readonly contextTokens: number;
}

/** The file of the model in GGUF, version 3. The same seed gives the same bytes. */
export function makeTinyModel(seed: number, contextTokens: number): TinyModel {
  const [embedding, inner, heads] = [64, 128, 4];
  const { tokens, types } = vocabulary();
  const chance = createChance(seed);
  const tensors: readonly (readonly [name: string, ...shape: number[]])[] = [
    ["token_embd.weight", embedding, tokens.length],
    ["blk.0.attn_norm.weight", embedding],
    ["blk.0.attn_q.weight", embedding, embedding],
    ["blk.0.attn_k.weight", embedding, embedding],
    ["blk.0.attn_v.weight", embedding, embedding],
    ["blk.0.attn_output.weight", embedding, embedding],
    ["blk.0.ffn_norm.weight", embedding],
    ["blk.0.ffn_gate.weight", embedding, inner],
    ["blk.0.ffn_up.weight", embedding, inner],
    ["blk.0.ffn_down.weight", inner, embedding],
    ["output_norm.weight", embedding],
    ["output.weight", embedding, tokens.length],
  ];
  const file = new ByteWriter();
  const facts: (readonly [name: string, write: () => void])[] = [
    ["general.architecture", () => (file.u32(kinds.text), file.text("llama"))],
    ["general.name", () => (file.u32(kinds.text), file.text("tiny"))],
    ["tokenizer.ggml.model", () => (file.u32(kinds.text), file.text("llama"))],
    ["llama.attention.layer_norm_rms_epsilon", () => (file.u32(kinds.f32), file.f32(1e-5))],
    ...(
      [
        ["general.alignment", alignment],
        ["general.file_type", 0],
        ["llama.context_length", contextTokens],
        ["llama.embedding_length", embedding],
        ["llama.block_count", 1],
        ["llama.feed_forward_length", inner],
        ["llama.attention.head_count", heads],
        ["llama.attention.head_count_kv", heads],
        ["llama.rope.dimension_count", embedding / heads],
        ["llama.vocab_size", tokens.length],
        ["tokenizer.ggml.bos_token_id", 1],
        ["tokenizer.ggml.eos_token_id", 2],
        ["tokenizer.ggml.unknown_token_id", 0],
      ] as const
    ).map(([name, value]) => [name, () => (file.u32(kinds.u32), file.u32(value))] as const),
    ["tokenizer.ggml.tokens", () => list(kinds.text, tokens, (token) => file.text(token))],
    ["tokenizer.ggml.scores", () => list(kinds.f32, tokens, () => file.f32(0))],
    ["tokenizer.ggml.token_type", () => list(kinds.i32, types, (type) => file.u32(type))],
  ];
  function list<T>(kind: number, values: readonly T[], write: (value: T) => void): void {
    file.u32(kinds.list);
    file.u32(kind);
    file.u64(values.length);
    values.forEach(write);
  }
  file.raw(Buffer.from("GGUF"));
  file.u32(3);
  file.u64(tensors.length);
  file.u64(facts.length);
  for (const [name, write] of facts) {
    file.text(name);
    write();
  }
  let offset = 0;
  for (const [name, ...shape] of tensors) {
    file.text(name);
    file.u32(shape.length);
    for (const side of shape) file.u64(side);
    file.u32(0);
    file.u64(offset);
    const size = shape.reduce((product, side) => product * side, 4);
    offset += Math.ceil(size / alignment) * alignment;
  }
  file.pad();
  for (const [name, ...shape] of tensors) {
    const count = shape.reduce((product, side) => product * side, 1);
    const isNorm = name.includes("norm");
    const bytes = Buffer.alloc(count * 4);
    for (let at = 0; at < count; at += 1) bytes.writeFloatLE(isNorm ? 1 : chance() * 0.5, at * 4);
    file.raw(bytes);
    file.pad();
  }
  return { bytes: file.done(), contextTokens };
}
