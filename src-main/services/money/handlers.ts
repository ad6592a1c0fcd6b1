import { confirmProfile, importOwnList, readExportTemplate } from "./export-profiles.ts";
import {
  closeDispute,
  listFollowUp,
  noteHardship,
  openDispute,
  recordPromise,
  recordReminder,
  setReminderPlan,
} from "./follow-up.ts";
import { readBack, releaseMissing } from "./read-back.ts";
import {
  closeMonth,
  listPayments,
  reconcileMonths,
  releasePayments,
  setPaymentsAside,
  settlePayment,
  settleSurePayments,
} from "./settle-payments.ts";

/** What answers the calls about the time after the hand-off. */
export const moneyHandlers = {
  "exports.confirm-profile": confirmProfile,
  "exports.import-list": importOwnList,
  "exports.read-template": readExportTemplate,
  "exports.read-back": readBack,
  "exports.release": releaseMissing,
  "payments.list": listPayments,
  "payments.settle": settlePayment,
  "payments.settle-sure": settleSurePayments,
  "payments.set-aside": setPaymentsAside,
  "payments.release": releasePayments,
  "payments.reconcile": reconcileMonths,
  "payments.close-month": closeMonth,
  "follow-up.list": listFollowUp,
  "follow-up.record-reminder": recordReminder,
  "follow-up.record-promise": recordPromise,
  "follow-up.open-dispute": openDispute,
  "follow-up.close-dispute": closeDispute,
  "follow-up.note-hardship": noteHardship,
  "follow-up.set-plan": setReminderPlan,
} as const;
