/**
 * The forms of texts and numbers that clients parse and TypeScript's types do not tell, by the key they stand under.
 * `owner` is the SDK's type which declares the key: the first line that matches counts.
 */
interface Form {
  owner?: RegExp;
  key: RegExp;
  form: RegExp;
}

const ANY = /^/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const MILLISECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

const texts: Form[] = [
  // The sync stream knows one form of date only.
  { owner: /^Sync/, key: /(At|Date|dateTimeOriginal|DateTime)$/, form: MILLISECONDS },
  // EXIF dates end in +00:00 with up to three digits of a second: immich-go reads nothing else.
  { key: /^(dateTimeOriginal|modifyDate)$/, form: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?\+00:00$/ },
  // The columns of a bucket may come without a zone.
  { owner: /^TimeBucketAsset/, key: /At$/, form: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z?$/ },
  { key: /^(birthDate|timeBucket)$/, form: DAY },
  { owner: /^CalendarHeatmap/, key: /^date$/, form: DAY },
  { key: /^(\w+At|\w+DateTime|startDate|endDate|lastModifiedAssetTimestamp)$/, form: MILLISECONDS },

  // Clients choose these themselves, or they come from elsewhere, or nobody asks by them.
  { owner: /^(AssetBulkUploadCheckResult|QueueJobResponseDto|ServerVersionHistoryResponseDto)$/, key: /^id$/, form: ANY },
  { key: /^oauthId$/, form: ANY },
  { key: /^id$|Ids?$/, form: UUID },

  { owner: /^(AssetResponseDto|SyncAssetV2)$/, key: /^checksum$/, form: /^[A-Za-z0-9+/]{27}=$/ },
  { key: /^thumbhash$/, form: BASE64 },
  { owner: /^ExifResponseDto$/, key: /^exposureTime$/, form: /^(\d+(\.\d+)?|1\/\d+(\.\d+)?)$/ },
  { key: /^(image|video|sidecar)$/, form: /^\.[a-z0-9]+$/ },
];

/** Numbers that may have a fraction: all others are whole. */
const fractions =
  /^(fNumber|focalLength|fps|latitude|longitude|lat|lon|ratio|localOffsetHours|diskUsagePercentage|percentageLimit|progress|maxDistance|min\w*Score|\w+Score|[xy][1-4]|timestamp)$/;

/** Keys that are optional by their type and yet always there: clients decode null, but not nothing. */
const always: { owner: RegExp; key: RegExp }[] = [
  { owner: /^AssetResponseDto$/, key: /^(libraryId|livePhotoVideoId|duplicateId|people)$/ },
  { owner: /^ExifResponseDto$/, key: ANY },
];

export function hasTextForm(owner: string, key: string, text: string): boolean {
  return texts.find((one) => one.key.test(key) && (one.owner ?? ANY).test(owner))?.form.test(text) ?? true;
}

export const hasNumberForm = (key: string, number: number): boolean =>
  Number.isFinite(number) && (fractions.test(key) || Number.isSafeInteger(number));

export const isAlwaysThere = (owner: string, key: string): boolean =>
  always.some((one) => one.owner.test(owner) && one.key.test(key));
