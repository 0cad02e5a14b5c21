import type { Asset, Exif } from "../api/assets.ts";
import { bytes, momentOf } from "../ui/words.ts";

/** One line of the information panel: what it is about, what is known, and more of the same in small. */
export interface Fact {
  readonly kind: "calendar" | "camera" | "place" | "file";
  readonly text: string;
  readonly details: string;
}

export function factsOf(asset: Asset): Fact[] {
  const exif = asset.exifInfo;
  const facts: (Fact | null)[] = [
    { kind: "calendar", text: momentOf(Date.parse(asset.localDateTime)), details: exif?.timeZone ?? "" },
    exif ? cameraFact(exif) : null,
    exif ? placeFact(exif) : null,
    { kind: "file", text: asset.originalFileName, details: fileDetails(asset) },
  ];
  return facts.filter((fact) => fact !== null);
}

function cameraFact(exif: Exif): Fact | null {
  const make = exif.make && !exif.model?.startsWith(exif.make) ? exif.make : null;
  const camera = joined(" ", make, exif.model);
  const exposure = joined(
    " · ",
    exif.fNumber && `ƒ/${round(exif.fNumber)}`,
    exif.exposureTime && `${exif.exposureTime} s`,
    exif.focalLength && `${round(exif.focalLength)} mm`,
    exif.iso && `ISO ${exif.iso}`,
  );
  if (!camera && !exposure) return null;
  return camera
    ? { kind: "camera", text: camera, details: joined("\n", exif.lensModel, exposure) }
    : { kind: "camera", text: exposure, details: exif.lensModel ?? "" };
}

function placeFact({ city, state, country, latitude, longitude }: Exif): Fact | null {
  if (latitude === null || longitude === null) return null;
  const place = joined(", ", city, state, country);
  const coordinates = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return place
    ? { kind: "place", text: place, details: coordinates }
    : { kind: "place", text: coordinates, details: "" };
}

function fileDetails({ width, height, exifInfo }: Asset): string {
  const pixels = width && height ? `${((width * height) / 1e6).toFixed(1)} MP · ${width} × ${height}` : null;
  return joined(" · ", pixels, exifInfo?.fileSizeInByte && bytes(exifInfo.fileSizeInByte));
}

function joined(separator: string, ...parts: (string | number | null | undefined)[]): string {
  return parts.filter(Boolean).join(separator);
}

const round = (value: number) => Math.round(value * 10) / 10;
