/** How a picture lies in its frame: enlarged by `scale` around the middle, then moved. */
export interface Zoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const unzoomed: Zoom = { scale: 1, x: 0, y: 0 };
const MOST = 8;

/** The size at which the picture fits into the frame. */
export function fit(picture: Size, frame: Size): Size {
  const scale = Math.min(frame.width / picture.width, frame.height / picture.height);
  return { width: picture.width * scale, height: picture.height * scale };
}

/** Enlarges by a factor so that the point, measured from the frame's middle, stays where it is. */
export function zoomBy(zoom: Zoom, factor: number, point: Point, fitted: Size, frame: Size): Zoom {
  const scale = Math.min(MOST, Math.max(1, zoom.scale * factor));
  const by = scale / zoom.scale;
  return hold({ scale, x: point.x - (point.x - zoom.x) * by, y: point.y - (point.y - zoom.y) * by }, fitted, frame);
}

export function moveBy(zoom: Zoom, dx: number, dy: number, fitted: Size, frame: Size): Zoom {
  return hold({ ...zoom, x: zoom.x + dx, y: zoom.y + dy }, fitted, frame);
}

/** Keeps the picture's edges outside the frame, or the picture in the middle where it is the smaller one. */
function hold({ scale, x, y }: Zoom, fitted: Size, frame: Size): Zoom {
  const roomX = Math.max(0, (fitted.width * scale - frame.width) / 2);
  const roomY = Math.max(0, (fitted.height * scale - frame.height) / 2);
  return { scale, x: within(x, roomX), y: within(y, roomY) };
}

function within(value: number, room: number): number {
  return Math.min(room, Math.max(-room, value)) || 0;
}
