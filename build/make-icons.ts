import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { chromiumProgram } from '../tests/standin/chromium/chromium-program.ts';

/**
 * Draws `icon.svg` in every size that Windows and Linux want. Needs a Chromium, so its output lies in the project;
 * run it after a change of the drawing: `npx node build/make-icons.ts`.
 */
const folder = import.meta.dirname;
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256];
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];

interface Picture {
  readonly size: number;
  readonly png: Buffer;
  /** Red, green, blue, alpha; the top row first. */
  readonly pixels: Buffer;
}

if (import.meta.main) await makeIcons();

async function makeIcons(): Promise<void> {
  const program = chromiumProgram();
  const browser = await chromium.launch(program === null ? {} : { executablePath: program });
  const page = await browser.newPage();
  const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
  const sizes = [...new Set([...windowsSizes, ...linuxSizes])];
  const pictures: Picture[] = [];
  for (const size of sizes) pictures.push(await draw(page, svg, size));
  await browser.close();
  mkdirSync(join(folder, 'icons'), { recursive: true });
  for (const { size, png } of pictures.filter((each) => linuxSizes.includes(each.size)))
    writeFileSync(join(folder, 'icons', `${size}x${size}.png`), png);
  const forWindows = pictures.filter(({ size }) => windowsSizes.includes(size));
  writeFileSync(join(folder, 'icon.ico'), icoOf(forWindows.toSorted((a, b) => a.size - b.size)));
}

async function draw(page: Page, svg: string, size: number): Promise<Picture> {
  // As text, because this runs in the page, which has another library than Node.
  const script = `(async () => {
    const image = new Image();
    image.src = 'data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}';
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = ${size};
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0, ${size}, ${size});
    const { data } = context.getImageData(0, 0, ${size}, ${size});
    return { png: canvas.toDataURL('image/png').split(',')[1], pixels: Array.from(data) };
  })()`;
  const { png, pixels } = await page.evaluate<{ png: string; pixels: number[] }>(script);
  return { size, png: Buffer.from(png, 'base64'), pixels: Buffer.from(pixels) };
}

/**
 * Large pictures as PNG, the others as bitmaps, which every reader of icons knows.
 * Source: Microsoft, "Icons" (ICONDIR, ICONDIRENTRY) and BITMAPINFOHEADER.
 */
function icoOf(pictures: readonly Picture[]): Buffer {
  const images = pictures.map((picture) => (picture.size >= 256 ? picture.png : bitmapOf(picture)));
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { size }] of pictures.entries()) {
    const at = 6 + 16 * index;
    const length = images[index]?.length ?? 0;
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += length;
  }
  return Buffer.concat([header, ...images]);
}

/** Blue, green, red, alpha from the bottom row up, then a mask that the alpha makes superfluous. */
function bitmapOf({ size, pixels }: Picture): Buffer {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(size, 4);
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const colours = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row++)
    pixels.copy(colours, (size - 1 - row) * size * 4, row * size * 4, (row + 1) * size * 4);
  for (let at = 0; at < colours.length; at += 4) swapRedAndBlue(colours, at);
  const maskRow = Math.ceil(size / 32) * 4;
  return Buffer.concat([header, colours, Buffer.alloc(maskRow * size)]);
}

function swapRedAndBlue(colours: Buffer, at: number): void {
  const red = colours.readUInt8(at);
  colours.writeUInt8(colours.readUInt8(at + 2), at);
  colours.writeUInt8(red, at + 2);
}
