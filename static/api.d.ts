/** A number that 15 digits hold, or any number as text. */
export type Numeric = number | string;

/** `null` is 不清楚; a question that is left out was not asked yet. */
export type Answer =
  | null
  | boolean
  | Numeric
  /** Roughly known. */
  | { min?: Numeric | null; max?: Numeric | null }
  /** Members of a set: those that hold, all others not; or each on its own. */
  | string[]
  | { [member: string]: boolean | null }
  /** Rows, such as loans. */
  | { [field: string]: Answer }[];

/** Keyed by question id; `questions()` lists them. A `Map` is read as an object and a `Set` as a list. */
export type Answers = { [question: string]: Answer | undefined };

export interface Options {
  /** A day as `2020-07-15`, today where left out. */
  referenceDate?: string | null;
}

export type Verdict = 'eligible' | 'ineligible' | 'undetermined';
export type Status = 'not_started' | 'in_force' | 'ended' | 'open_event' | 'unconfirmed';
export type Kind = 'grant' | 'reduction' | 'refund' | 'interest_subsidy' | 'tax_effect' | 'deferral' | 'right';
export type Nature = 'threshold' | 'discretion' | 'award';
export type Strength = '明确' | '应' | '优先' | '支持' | '鼓励' | '义务';

/** Yuan with two decimals; `max` is null where no bound is known. */
export interface Amount {
  min: string;
  max: string | null;
}

export interface Clause {
  id: string;
  policy: string;
  verdict: Verdict;
  kind: Kind;
  /** Worth if had, before exclusions; null where it is not had or is a right. */
  amount: Amount | null;
  /** Of the open questions what they likely are, from other answers; nothing is reckoned with it. */
  estimates?: { question: string; min: string; max: string; text: string; source: string; verified: 1 | 2 }[];
  /** Put off, not worth anything. */
  deferred?: Amount;
  counted: 'yes' | 'no' | 'maybe';
  tight: boolean;
  /**
   * `later`: the end that a later document set; `status` goes by it for whom it is one. `or`: the status too, while it is open
   * whether that is so for the firm; `status` is then as if it were not. `apply_until`: the last day for applying.
   */
  period: {
    status: Status;
    or?: Status;
    from: string | null;
    until: string | null;
    apply_until?: string;
    later?: { until: string; source: string };
    source: string;
  };
  group: string | null;
  reading: string | null;
  /** `open_questions`: of one that is open, what may still decide it. */
  criteria: { id: string; clause: string; nature: Nature; text: string; holds: boolean | null; open_questions?: string[] }[];
  open_questions: string[];
  /** Of the open questions those answered with null, or roughly. */
  asked?: string[];
  formula: string;
  notes: string[];
}

/** An answer to change; in a group which row, from 0, and which field; in a set which member. `to` as in the answers, as text. */
export interface Change {
  question: string;
  row?: number;
  field?: string;
  member?: string;
  to: string;
}

export interface Report {
  report: 2;
  dataset: { version: string; published: string };
  reference_date: string;
  clauses: Clause[];
  groups: { id: string; amount: Amount }[];
  totals: { period: Status; kind: Kind | 'cash'; min: string; max: string | null; tight: boolean }[];
  excluded: { clause: string; because_of: string; exclusion: string; amount: Amount }[];
  next_question: string | null;
  nearest: { clause: string; change: Change[]; worth: Amount }[];
  /** By item: what one visit to one office settles. */
  items: Item[];
  /** What the items come to: `cash` is the sum of the items that are had and have a figure. */
  headline: { items: number; figured: number; cash: Amount; ask: number; ask_cash: Amount };
}

/** Had now, had in the list's own year, over, to be asked at the office first, not asked yet, or refused by the list. */
export type Word = 'can' | 'that_year' | 'ended' | 'ask' | 'unasked' | 'refused';

export interface Item {
  id: string;
  word: Word;
  /** Null without a figure; an end that rests on the limit of a question is null. */
  amount: { sort: 'cash' | 'tax_effect' | 'deferral'; min: string | null; max: string | null } | null;
  offices: string[];
  clauses: string[];
  /** Ids of situations behind which something stands that was not asked. */
  unasked: string[];
}

export interface Question {
  id: string;
  section: string;
  label: string;
  text: string;
  help: string | null;
  why: string | null;
  /** Can the firm itself still change the answer to get a benefit. */
  feasible: boolean;
  /** The situation of the visit that opens it; of a set each member has its own. */
  gate?: string;
  type: 'yes_no' | 'choice' | 'set' | 'number' | 'date' | 'group';
  /** Of a choice. */
  values?: { id: string; label: string }[];
  /** Of a set. */
  members?: { id: string; label: string; feasible?: boolean; gate?: string }[];
  unit?: string;
  /** Asked in per cent, answered as a fraction. */
  percent?: boolean;
  min?: string;
  max?: string;
  decimals?: number;
  step?: string;
  max_rows?: number;
  /** Of a group's row. */
  fields?: Question[];
}

export interface Dataset {
  version: string;
  published: string;
  title: string;
  publisher: string;
  contact: string | null;
  policies: {
    id: string; title: string; document: string; number: string; category: string; audience: string; period: string;
    agencies: string[];
  }[];
  clauses: {
    id: string; policy: string; type: 'E' | 'F' | 'Q'; strength: Strength; kind: Kind; title: string; text: string;
    from: string | null; until: string | null; apply_until: string | null; agencies: string[];
    criteria: { id: string; nature: Nature; text: string }[]; notes: string[];
  }[];
}

export interface Huiqi {
  /** Throws an `Error` whose message has one problem a line, each a JSON object `{ question, problem, advice }`. */
  screen(answers: Answers, options?: Options): Report;
  /** Id of the question that settles most, or null where no answer can change anything; throws as `screen` does. */
  nextQuestion(answers: Answers, options?: Options): string | null;
  questions(): Question[];
  dataset(): Dataset;
}

/** Loads the engine once; later calls give the same. After a failure the next call tries again. */
export function load(): Promise<Huiqi>;
