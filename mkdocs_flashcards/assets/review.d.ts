/** Types that the modules of the review pages share. */

interface Memory {
  /** Days until the chance of recall falls to nine in ten. */
  stability: number;
  /** 1 (easy) to 10. */
  difficulty: number;
}

/** The state that follows from an item's grades. An item that is new or was reset has none. */
interface ItemState {
  memory: Memory;
  /** Study day of the first grade. */
  first: number;
  /** Study day of the last grade. */
  last: number;
  /** Equal to `last` while the item is forgotten. */
  due: number;
  /** The last grade. */
  grade: number;
  /** Study day on which it was last forgotten. */
  missed: number | undefined;
  reviews: number;
}

interface Plan {
  /** Desired chance of recall, between 0 and 1. */
  retention: number;
  /** Study day of the exam. */
  exam: number | null;
}

/** A grade that was not undone, for statistics. */
interface Review {
  item: string;
  day: number;
  /** Seconds since 1970. */
  time: number;
  grade: number;
  /** Days since the item's last grade, 0 on the same day; null if it was new. */
  days: number | null;
}

interface QueueItem {
  /** What is scheduled: "ID", "ID~2" or "ID~r". */
  item: string;
  /** The card: "ID". Items of one card give each other away. */
  cardId: string;
  /** What to mix across: a note, or a week. */
  group: string;
}

/** Due and new items, all items, or missed items. */
type QueueMode = "due" | "all" | "missed";

/** What a session asks of the page that it covers. */
interface SessionHost {
  go(action?: Start, cards?: Set<string>): void;
  /** Figures, settings and reminders; a student who does not wait for them is not told that they did not come. */
  loadExtras(isAwaited?: boolean): Promise<Extras | undefined>;
}

/** A card that was graded, skipped or unavailable, or a reset. */
interface Step {
  item: string;
  grading?: CardController["grading"];
  /** Whether the card could not be asked. */
  lost?: boolean;
  takeBack?: () => void;
}

interface QueueOptions {
  items: QueueItem[];
  schedule: ReviewSchedule;
  today: number;
  /** How many new items may still be asked today. */
  newLeft: number;
  mode: QueueMode;
  /** Like Math.random. */
  random?: () => number;
}

/** The content of a file. If there is a problem, the events are those that could still be read. */
interface Backup {
  events: LogEvent[];
  /** Records that are not events, unchanged. */
  unread: string[];
  /** Whose progress it is, where the file says so. */
  course?: string;
  problem: "" | "huge" | "unreadable" | "foreign" | "cut" | "newer";
}

/** The last file that was saved: when, in seconds since 1970, and how many events were in it. */
interface LastBackup {
  time: number;
  events: number;
}

type ReviewSchedule = import("./progress/schedule.js").Schedule;
type ReviewQueue = import("./session/queue.js").Queue;
type ReviewSettings = import("./progress/settings.js").Settings;
type ReviewModel = import("./review/model.js").ReviewModel;
type ReviewSession = import("./session/session.js").Session;
type SessionSteps = import("./session/steps.js").Steps;
type SessionShell = import("./session/room/shell.js").Shell;
type ReviewCards = import("./session/card-source.js").Cards;

/** What a tab remembers about its session. */
interface SavedSession {
  /** The path of the page. */
  page: string;
  /** The address that started it. */
  hash: string;
  /** When, in seconds since 1970. */
  since: number;
}

interface ReviewWeek {
  /** As in addresses: week-1. */
  name: string;
  /** The label that people read. */
  label: string;
  /** The address of the script with its cards. */
  script: string;
  items: QueueItem[];
}

/** The content of the third script, see entry/extras.js. */
interface Extras {
  endPanel: typeof import("./session/room/end-panel.js").endPanel;
  offerDay: typeof import("./session/room/pause.js").offerDay;
  offerEnd: typeof import("./session/room/pause.js").offerEnd;
  offerNote: typeof import("./session/room/pause.js").offerNote;
  statistics: typeof import("./stats/stats.js").statistics;
  settingsPanel: typeof import("./settings/panel.js").settingsPanel;
  reminder: typeof import("./settings/backup-reminder.js").reminder;
  showStages: typeof import("./stats/week-list.js").showStages;
  cardMenu: typeof import("./settings/card-menu.js").cardMenu;
  introduce: typeof import("./session/page-scripts.js").introduce;
  paper: typeof import("./print/sheet.js").paper;
}

/** What the scripts of a page share. */
interface Shared {
  more?: Extras;
  judgeBlank?: typeof import("./card/typed-answer/judge-blank.js").judgeBlank;
  Session?: typeof import("./session/session.js").Session;
}
