import { parseAst } from "vite";

/** One change to a file that its tests should notice. */
export interface Mutant {
  readonly path: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const swaps: Readonly<Record<string, readonly string[]>> = {
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "<": ["<=", ">"],
  "<=": ["<"],
  ">": [">=", "<"],
  ">=": [">"],
  "===": ["!=="],
  "!==": ["==="],
  "&&": ["||"],
  "||": ["&&"],
};

/** Types change nothing at run time; what is thrown is a defect of the caller, and its words are no behavior. */
const isLeftOut = ({ type }: SyntaxNode): boolean =>
  (type.startsWith("TS") &&
    type !== "TSAsExpression" &&
    type !== "TSSatisfiesExpression" &&
    type !== "TSNonNullExpression") ||
  type === "ThrowStatement" ||
  type === "ImportDeclaration";

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === "object" && value !== null && typeof (value as SyntaxNode).type === "string";

/** Every small change of an operator, a number, a truth or a condition in the statements of a file. */
export function mutantsOf(path: string, text: string): readonly Mutant[] {
  const mutants: Mutant[] = [];
  const add = (start: number, end: number, after: string): void => {
    const line = text.slice(0, start).split("\n").length;
    mutants.push({ path, line, start, end, before: text.slice(start, end), after });
  };
  const source = ({ start, end }: SyntaxNode): string => text.slice(start, end);
  const change = (node: SyntaxNode): void => {
    switch (node.type) {
      case "BinaryExpression":
      case "LogicalExpression": {
        const operator = String(node["operator"]);
        const left = node["left"] as SyntaxNode;
        const at = text.indexOf(operator, left.end);
        for (const after of swaps[operator] ?? []) add(at, at + operator.length, after);
        return;
      }
      case "Literal": {
        const value = node["value"];
        if (typeof value === "boolean") add(node.start, node.end, String(!value));
        else if (typeof value === "number") add(node.start, node.end, String(value + 1));
        else if (typeof value === "bigint") add(node.start, node.end, `${value + 1n}n`);
        return;
      }
      case "UnaryExpression":
        if (node["operator"] === "!" || node["operator"] === "-")
          add(node.start, node.end, `(${source(node["argument"] as SyntaxNode)})`);
        return;
      case "IfStatement":
        add((node["test"] as SyntaxNode).start, (node["test"] as SyntaxNode).end, "false");
        return;
      case "ConditionalExpression": {
        const condition = node["test"] as SyntaxNode;
        add(condition.start, condition.end, `!(${source(condition)})`);
        return;
      }
      default:
    }
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const inner of value) visit(inner);
      return;
    }
    if (!isNode(value) || isLeftOut(value)) return;
    change(value);
    for (const [name, inner] of Object.entries(value)) if (name !== "typeAnnotation") visit(inner);
  };
  visit(parseAst(text, { lang: "ts" }));
  return mutants;
}

export const withMutant = (text: string, { start, end, after }: Mutant): string =>
  `${text.slice(0, start)}${after}${text.slice(end)}`;
