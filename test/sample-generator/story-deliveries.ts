import { paragraph, table, title, type TextBlock } from "./render-docx.ts";
import type { Cell } from "./render-xlsx.ts";

interface Entry {
  readonly date: string;
  readonly person: string;
  readonly role: string;
  readonly hours: string;
  readonly task: string;
  readonly status: string;
}

const people = {
  senior: ["Priya Nair", "Senior Engineer"],
  engineer: ["Jonas Beck", "Engineer"],
  manager: ["Alma Ortega", "Project Manager"],
} as const;

const days = (
  month: string,
  person: keyof typeof people,
  hours: readonly string[],
  task: string,
  status = "Approved",
): readonly Entry[] =>
  hours.map((count, index) => ({
    date: `${month}-${String(index * 2 + 1).padStart(2, "0")}`,
    person: people[person][0],
    role: people[person][1],
    hours: count,
    task,
    status,
  }));

/** Approved hours of Harbor & Pine by month. Senior: June 40, July 30, August 38, September 20, October 36. */
const entries: readonly Entry[] = [
  ...days("2026-06", "senior", ["8", "8", "8", "8", "8"], "Routing engine"),
  ...days("2026-06", "engineer", ["7.5", "7.5", "5"], "Carrier portal"),
  ...days("2026-07", "senior", ["8", "8", "8", "6"], "Routing engine"),
  ...days("2026-08", "senior", ["8", "8", "8", "8", "6"], "Rate import"),
  ...days("2026-08", "manager", ["4", "3"], "Steering"),
  ...days("2026-09", "senior", ["8", "8", "4"], "Rate import"),
  ...days("2026-09", "engineer", ["8", "8", "8"], "Carrier portal"),
  ...days("2026-09", "engineer", ["6"], "Unplanned rework", "Pending").map((entry) => ({
    ...entry,
    date: "2026-09-28",
  })),
  ...days("2026-10", "senior", ["8", "8", "8", "8", "4"], "Label printing"),
];

export const timesheetCsv = (): string =>
  [
    "Date,Client,Project,Person,Role,Task,Hours,Approval status",
    ...entries.map((entry) =>
      [
        entry.date,
        '"Castellan Logistics, Inc."',
        "Dispatch platform",
        entry.person,
        entry.role,
        entry.task,
        entry.hours,
        entry.status,
      ].join(","),
    ),
  ].join("\r\n") + "\r\n";

/** On-site visits at Oakmont, signed by the practice. */
export const visitRows: readonly (readonly Cell[])[] = [
  ["Date", "Technician", "Customer", "Ticket", "Work performed", "Hours", "Approved by"],
  [
    { date: "2026-09-09" },
    "Sam Whitlock",
    "Oakmont Dental Group PLLC",
    "T-3391",
    "Replace switch, rear office",
    { number: "3" },
    "Dr. Paul Hanley",
  ],
  [
    { date: "2026-10-14" },
    "Sam Whitlock",
    "Oakmont Dental Group PLLC",
    "T-3460",
    "X-ray workstation",
    { number: "4" },
    "Dr. Paul Hanley",
  ],
];

export const acceptance = (stage: string, date: string): readonly TextBlock[] => [
  title("ACCEPTANCE CERTIFICATE"),
  paragraph("Contract: TS-77"),
  paragraph("Project: Calder Mill conversion"),
  paragraph("Client: Ashgrove Developments Ltd"),
  paragraph(`Stage: ${stage}`),
  paragraph("The stage named above is accepted without defects."),
  paragraph("Accepted by: Simon Platt"),
  paragraph(`Acceptance date: ${date}`),
];

export const cleaningHours: readonly TextBlock[] = [
  title("Stundennachweis"),
  paragraph("Kunde: Lindner Praxisklinik GmbH"),
  paragraph("Genehmigt von: Dr. Kai Lindner"),
  table(
    ["Datum", "Mitarbeiter", "Tätigkeit", "Stunden"],
    ["03.10.2026", "A. Demir", "Sonderreinigung OP", "6,00"],
    ["10.10.2026", "A. Demir", "Sonderreinigung Flur", "4,50"],
  ),
];
