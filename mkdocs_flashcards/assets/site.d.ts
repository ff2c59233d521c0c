/** What the plugin writes before the joined script, and the shapes that several modules share. */

declare const site: { words: Record<string, string>; course: string | null };

type Verdict = "right" | "almost" | "wrong";

interface Identity {
  /** Random name of the page load. */
  name: string;
  /** Running number in it. */
  n: number;
}

/** One line of the progress log: a grade, a reset, or the taking back of an earlier event. */
interface LogEvent extends Identity {
  card: string;
  /** Seconds since 1970. */
  time: number;
  /** The student's study day, see day.js. */
  day: number;
  /** 1 to 4; 0 is a reset, before which nothing counts. */
  grade?: number;
  undo?: Identity;
}

interface Piece {
  text: string;
  differs: boolean;
}

interface Judgement {
  verdict: Verdict;
  /** Typed letter for letter as expected. */
  same: boolean;
  /** The accepted answer that was nearest. */
  expected: string;
  typedPieces: Piece[];
  expectedPieces: Piece[];
}

interface CardElement extends HTMLElement {
  /** "part" is a list of which some items are shown. */
  state: "closed" | "part" | "open";
  readonly question: HTMLElement;
  readonly answer: HTMLDetailsElement;
  readonly reveal: HTMLElement;
  readonly noted: import("./card/grading.js").Noted;
  /** In a review. */
  host?: CardHost;
  /** The ids that grades are written for: one, or one for each of Anki's numbers. */
  readonly cards: string[];
  /** Shows what can be done now. */
  render(): void;
  /** Opens the whole answer; the student grades. */
  show(): void;
  /** Opens the answer with a verdict; grades what could be judged. */
  judged(verdict: Verdict, grades: Map<string, number>): void;
}

/** Who asks a card in a review, and has it graded there. */
interface CardHost {
  /** What stands below the open answer. */
  grading(card: CardElement): HTMLElement[];
  /** Where it is said that progress is not being kept: cards come and go. */
  readonly problems: HTMLElement;
}

interface Kind {
  setup?(card: CardElement): void;
  /** Buttons, and whatever else stands in the row, while the card is closed. */
  row(card: CardElement): HTMLElement[];
  act(card: CardElement, act: string): void;
  /** Back to how the card came; `again` when the student asked for it. */
  reset?(card: CardElement, again: boolean): void;
  input?(target: HTMLInputElement): void;
  /** The Enter key in something that is typed or picked. */
  enter?(card: CardElement, target: HTMLInputElement): void;
}

type ProgressStore = import("./progress/store.js").Store;
