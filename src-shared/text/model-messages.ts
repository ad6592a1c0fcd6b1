/** What can go wrong with a language model, by code: what happened, and what to do. `{host}` is the server that was asked. */
export const modelMessages = {
  "model/off":
    "The assistant is off. Turn it on in its settings, or go on without: rules and templates give every draft.",
  "model/task-off": "The assistant may not do this ({task}). Its level is set in the assistant's settings.",
  "model/no-model": "No model is chosen. Look for models on the server, and choose one.",
  "model/bad-address": "“{address}” is not an address of a server. It looks like http://127.0.0.1:11434/v1.",
  "model/no-consent":
    "{host} is not this machine. Documents are sent there only after you have consented to exactly this host.",
  "model/budget-spent":
    "Today's budget of the assistant is spent ({used} of {limit} {unit}). It starts anew tomorrow.",
  "model/prompt-missing": "The prompt for “{task}” is not part of this installation.",
  "model/unreachable":
    "{host} cannot be reached ({reason}). Is the server running? Nothing else is affected.",
  "model/timed-out":
    "{host} did not answer within {seconds} seconds. A smaller model, or a longer time-out, may help.",
  "model/key-refused": "{host} refuses the key. Enter it anew in the assistant's settings.",
  "model/not-found": "{host} has no such address or model. Check both in the assistant's settings.",
  "model/request-refused":
    "{host} refuses the form of the question. Try the server anew in the assistant's settings.",
  "model/busy": "{host} is busy or has reached a limit. Try again later.",
  "model/server-error": "{host} failed ({status}). Its own log says more.",
  "model/redirected":
    "{host} sends the question on to another place. It was not followed; check the address.",
  "model/other-origin": "{host} is not the server that was set up. Nothing was sent.",
  "model/not-json": "{host} answered with something that is no answer of a model, such as a web page.",
  "model/answer-too-large": "{host} answered with more than can be taken. The answer was thrown away.",
  "model/no-answer": "The model gave no answer.",
  "model/refused": "The model refused to answer.",
  "model/cut-off": "The model's answer was cut off. It was thrown away; a model with more room may help.",
  "model/tool-call": "The model tried to call a tool. It is offered none; its answer was thrown away.",
  "model/answer-unusable":
    "The model's answer does not have the form that was asked for. It was thrown away.",
  "model/too-long": "The document is too long for this model ({needed} tokens, about {limit} fit).",
  "model/nothing-to-do": "There is nothing here that the rules left open.",
  "model/unknown-subject": "“{id}” is not there any more. Load the list again.",
  "model/unknown-exchange": "There is no exchange “{id}” in this workspace.",
  "model/unknown-proposal": "That proposal is not there any more. Ask again.",
  "model/already-judged": "That proposal was judged already.",
  "model/not-applicable":
    "That proposal is words alone; there is nothing to take over. Copy it where it is needed.",
  "model/key-not-kept":
    "This machine has no key store that protects keys. The key is kept in memory until the workspace is locked.",
  "model/truncated":
    "The server cuts long questions without saying so: words at the start of about {tokens} tokens did not reach the model. Give the model a longer context.",
  "model/form-refused": "The server does not take “{form}”; the next simpler form was tried.",
  "model/form-ignored": "The server takes “{form}” and ignores it; the next simpler form was tried.",
  "model/answered-as":
    "The server answered with the model “{model}”, which is not the one that was asked for.",

  "step/assistant": "Set up the assistant",
  "step/model-asked": "Ask the model ({task})",
  "step/proposal-accepted": "Take over a proposal ({task})",
  "step/proposal-rejected": "Reject a proposal ({task})",
} as const;
