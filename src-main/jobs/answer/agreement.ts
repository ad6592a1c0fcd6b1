import { z } from "zod";
import type {
  Agreement,
  AgreementReference,
  AmendmentOperation,
  ReadinessGap,
  Residue,
  TermOf,
  TermType,
} from "../../../src-shared/model/index.ts";
import {
  basis,
  count,
  evidence,
  maybeDay,
  maybeText,
  party,
  proof,
  share,
  text,
  type ShapeOf,
} from "./values.ts";

const term = z.object({
  id: text,
  agreementId: text,
  type: text,
  // What a term says differs by type and is held against that type where it is used; here it is plain data.
  value: z.record(z.string(), z.json()),
  status: z.enum(["proposed", "confirmed", "rejected"]),
  from: maybeDay,
  to: maybeDay,
  confidence: share,
  basis,
  evidence: proof,
  absent: z.boolean().optional(),
  conditions: z.array(text).optional(),
  remainder: text.optional(),
  currency: text.optional(),
  questions: z.array(text).optional(),
  version: count,
} satisfies ShapeOf<TermOf<TermType>>);

const reference = z.object({
  number: maybeText,
  title: maybeText,
  dated: maybeDay,
  relation: z.enum(["amends", "under", "accepts", "mentions"]),
} satisfies ShapeOf<AgreementReference>);

const operation = z.object({
  operation: z.enum([
    "replace",
    "insert",
    "delete",
    "set",
    "increase-by",
    "extend",
    "restate",
    "suspend",
    "waive",
  ]),
  target: maybeText,
  effective: maybeDay,
  evidence: proof,
} satisfies ShapeOf<AmendmentOperation>);

const gap = z.object({
  code: text,
  facts: z.record(z.string(), z.string()).optional(),
  evidence: proof,
} satisfies ShapeOf<ReadinessGap>);

export const agreement = z.object({
  id: text,
  documentId: text,
  rank: z.enum([
    "master-agreement",
    "statement-of-work",
    "order-form",
    "estimate",
    "purchase-order",
    "amendment",
    "change-order",
    "acceptance-message",
  ]),
  standing: z.enum(["in-force", "offer", "unsigned", "draft", "superseded", "expired"]),
  number: maybeText,
  title: maybeText,
  references: z.array(reference),
  seller: party.nullable(),
  buyer: party.nullable(),
  parties: z.array(party),
  areSidesGuessed: z.literal(true).optional(),
  partyLines: proof.optional(),
  openUntil: maybeDay.optional(),
  dated: maybeDay,
  signedOn: maybeDay,
  from: maybeDay,
  to: maybeDay,
  currency: maybeText,
  timeZone: maybeText,
  governingLaw: maybeText,
  terms: z.array(term),
  operations: z.array(operation),
  gaps: z.array(gap),
  residue: z.array(z.object({ evidence } satisfies ShapeOf<Residue>)),
  precedence: evidence.nullable(),
  evidence: proof,
} satisfies ShapeOf<Agreement>);
