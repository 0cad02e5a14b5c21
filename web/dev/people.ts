import { type FakeAsset, uuid } from "./library.ts";

/** Somebody who is on every so many-th photo. */
export interface FakePerson {
  readonly id: string;
  name: string;
  isHidden: boolean;
  updatedAt: string;
  every: number[];
}

type Pair = [string, string];

interface Merge {
  readonly number: number;
  readonly kept: FakePerson;
  readonly gone: FakePerson;
  readonly every: number[];
  undone: boolean;
}

const NAMES = ["Ada", "Grace", "Emmy", "Sofia", "Hedy", "Rosalind"];
const PEOPLE = 40;
const QUESTIONS = 6;

/** Made-up people: the first have names, some are a question whether they are one, merging can be taken back. */
export class FakePeople {
  #people: FakePerson[] = Array.from({ length: PEOPLE }, (_, i) => ({
    id: uuid(2_000_000_000 + i),
    name: NAMES[i] ?? "",
    isHidden: i % 13 === 12,
    updatedAt: new Date().toISOString(),
    every: [17 + 11 * i],
  }));
  #questions: Pair[] = Array.from({ length: QUESTIONS }, (_, i) => [this.#people[i]!.id, this.#people[i + 10]!.id]);
  #merges: Merge[] = [];

  find(id: string): FakePerson | undefined {
    return this.#people.find((person) => person.id === id);
  }

  list(page: number, size: number, withHidden: boolean) {
    const people = this.#people.filter(({ isHidden }) => withHidden || !isHidden);
    return {
      people: people.slice((page - 1) * size, page * size).map(told),
      total: this.#people.length,
      hidden: this.#people.filter(({ isHidden }) => isHidden).length,
      hasNextPage: people.length > page * size,
    };
  }

  update(id: string, change: Partial<Pick<FakePerson, "name" | "isHidden">>) {
    const person = this.find(id);
    if (person) Object.assign(person, change, { updatedAt: new Date().toISOString() });
    return person && told(person);
  }

  /** Whether the person is on the asset at this place of the library. */
  isOn(id: string, place: number): boolean {
    return this.find(id)?.every.some((every) => place % every === 0) ?? false;
  }

  suggestions() {
    return this.#questions
      .map((pair) => pair.map((id) => this.find(id)))
      .filter((pair): pair is [FakePerson, FakePerson] => pair.every((person) => person))
      .map((pair, i) => ({ people: pair.map(told), similarity: 0.46 - i / 50 }));
  }

  accept([one, other]: Pair): void {
    this.merge(one, other);
  }

  reject(pair: Pair): void {
    this.#questions = this.#questions.filter((question) => !question.every((id) => pair.includes(id)));
  }

  merge(into: string, other: string): void {
    const [kept, gone] = [this.find(into), this.find(other)];
    if (!kept || !gone || kept === gone) return;
    this.#merges.unshift({ number: this.#merges.length + 1, kept, gone, every: kept.every, undone: false });
    kept.every = [...kept.every, ...gone.every];
    this.#people = this.#people.filter((person) => person !== gone);
  }

  journal() {
    return this.#merges.map(({ number, undone }) => ({ number, act: "merge", undone }));
  }

  undo(number: number): void {
    const merge = this.#merges.find((one) => one.number === number && !one.undone);
    if (!merge) return;
    merge.undone = true;
    merge.kept.every = merge.every;
    this.#people.push(merge.gone);
  }
}

const told = (person: FakePerson) => ({ ...person, thumbnailPath: `people/${person.id}.jpeg` });

/** Every asset in an order that depends on what is asked for and nothing else, as if it were the best first. */
export function ranked(assets: readonly FakeAsset[], query: string, size: number): FakeAsset[] {
  const seed = [...query].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 9973, 7);
  const step = 1 + (seed % 97);
  return assets.filter((asset, place) => asset.isImage && !asset.isTrashed && place % step === 0).slice(0, size);
}
