import { judgeProposal } from "./judge-proposal.ts";
import { listModels, probeModel } from "./probe-model.ts";
import { runTask } from "./run-task.ts";
import {
  configureAssistant,
  listExchanges,
  readAssistant,
  reviewDraft,
  showExchange,
} from "./show-assistant.ts";

/** What answers the calls about the assistant. */
export const assistantHandlers = {
  "assistant.read": readAssistant,
  "assistant.configure": configureAssistant,
  "assistant.models": listModels,
  "assistant.probe": probeModel,
  "assistant.run": runTask,
  "assistant.judge": judgeProposal,
  "assistant.exchanges": listExchanges,
  "assistant.exchange": showExchange,
  "drafts.review": reviewDraft,
} as const;
