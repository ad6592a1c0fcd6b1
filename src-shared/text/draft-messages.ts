/** Drafts without any model: whole sentences with places for facts, each tied to the record that gave them. */
export const draftMessages = {
  "draft/explain": "{message} Expected: {expected}. Found: {found}.",
  "draft/explain-plain": "{message}",
  "draft/question":
    "Hello,\n\nabout invoice {number} for {customer}: before it can go out, we need to settle the following.\n\n{points}\n\nCould you let us have what is missing, or tell us where it is?\n\nThank you",
  "draft/question-nothing":
    "Hello,\n\nabout invoice {number} for {customer}: could you confirm that it bills what was agreed and delivered?\n\nThank you",
  "draft/reply":
    "Hello,\n\nthank you for your message about invoice {number}. We have compared it with {agreement} and with the records of the work.\n\n{points}\n\nWe are looking into it and will come back to you.\n\nKind regards",
  "draft/reply-nothing":
    "Hello,\n\nthank you for your message about invoice {number}. We have compared it with {agreement} and with the records of the work, and found no difference. Could you tell us which position you mean?\n\nKind regards",
  "draft/reminder":
    "Hello,\n\nour records show invoice {number} of {issueDate} over {amount} as open; it was due on {dueDate}. If it has been paid, please tell us when, so that we can find it.\n\nKind regards",
  "draft/reminder-undated":
    "Hello,\n\nour records show invoice {number} over {amount} as open. If it has been paid, please tell us when, so that we can find it.\n\nKind regards",
  "draft/handoff":
    "{count} invoices, {totals}. Each was checked against its agreement and its records before it was approved.\n\n{points}",
  "draft/handoff-unchanged": "Nothing was changed on them.",
  "draft/handoff-corrected": "{number}: {field} was set to {value} by {actor}.",
  "draft/handoff-dismissed": "{number}: a finding was dismissed by {actor}, because: {reason}",
  "draft/delivery-nothing": "The records show no difference to what the invoice bills.",
  "draft/week":
    "{from} to {to}: {approved} invoices approved, {sentBack} sent back, {asked} questions asked, {exports} exports written. Open: {toDecide} to decide, {blocked} blocked, {waiting} waiting.",
  "draft/no-agreement": "the agreement",

  "intake/place": "Where is the work to be done?",
  "intake/time": "When may the work be done, and when must it be finished?",
  "intake/contact": "Who is there on the day, and how can they be reached?",
  "intake/extent": "How much is it: rooms, pieces, hours, area?",
  "intake/access": "How does one get in: keys, parking, safety rules?",
  "intake/payer": "Who orders and who pays, and under which order number?",
  "intake/price": "Is there a price or a limit that was agreed?",
} as const;
