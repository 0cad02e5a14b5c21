import { apiUrl, request } from "./request.ts";

export interface Person {
  readonly id: string;
  /** Empty while nobody said it. */
  readonly name: string;
  /** Empty while there is no picture. */
  readonly thumbnailPath: string;
  readonly isHidden: boolean;
  readonly updatedAt: string;
}

export interface People {
  readonly people: readonly Person[];
  readonly hidden: number;
  readonly hasNextPage: boolean;
}

/** Two people who may be one. */
export interface Suggestion {
  readonly people: readonly [Person, Person];
  /** Of their faces, up to 1. */
  readonly similarity: number;
}

interface Act {
  readonly number: number;
  readonly act: "recognition" | "merge";
  readonly undone: boolean;
}

type Pair = readonly [string, string];

export const getPeople = (page: number, withHidden: boolean) =>
  request<People>("people", { query: { page, withHidden } });

export const getPerson = (id: string) => request<Person>(`people/${id}`);

export const updatePerson = (id: string, change: { readonly name?: string; readonly isHidden?: boolean }) =>
  request<Person>(`people/${id}`, { method: "PUT", body: change });

export const countAssets = (id: string) => request<{ assets: number }>(`people/${id}/statistics`);

/** Makes the other a part of the first. */
export const mergePeople = (into: string, other: string) =>
  request<unknown>(`people/${into}/merge`, { method: "POST", body: { ids: [other] } });

export const getSuggestions = () => request<readonly Suggestion[]>("heirloom/people/suggestions");

export const acceptSuggestion = (ids: Pair) =>
  request<void>("heirloom/people/suggestions/accept", { method: "POST", body: { ids } });

export const rejectSuggestion = (ids: Pair) =>
  request<void>("heirloom/people/suggestions/reject", { method: "POST", body: { ids } });

/** The youngest first. */
export const getActs = () => request<readonly Act[]>("heirloom/people/journal");

export const undoAct = (number: number) =>
  request<void>(`heirloom/people/journal/${number}/undo`, { method: "POST", body: {} });

/** Changes with every change of the person, so that the browser never shows an old picture. */
export const portraitUrl = ({ id, updatedAt }: Person) => apiUrl(`people/${id}/thumbnail`, { c: updatedAt });
