/** Longest side of a picture, pixels: what every browser's canvas can hold. */
const MOST_PIXELS = 8192;

/** A picture of an SVG text, twice as sharp as on the page. Errors: Error when the browser cannot draw it. */
export async function pngBlob(svg: string, size: { readonly width: number; readonly height: number }): Promise<Blob> {
  const scale = Math.min(2, MOST_PIXELS / Math.max(size.width, size.height, 1));
  const image = new Image();
  image.width = size.width;
  image.height = size.height;
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(size.width * scale);
  canvas.height = Math.round(size.height * scale);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
  );
}
