import sharp from "sharp";
import type { Picture } from "./content.ts";

/** Drawings in place of photos: nobody could take them for the real thing. */
const drawings: Readonly<Record<Picture, string>> = {
  container: `<rect width="900" height="600" fill="#c8d4dc"/><rect y="430" width="900" height="170" fill="#6d7478"/>
    <rect x="110" y="120" width="680" height="330" fill="#a8402c"/>
    ${Array.from({ length: 16 }, (_, at) => `<rect x="${122 + at * 42}" y="136" width="18" height="298" fill="#8b3222"/>`).join("")}
    <rect x="560" y="160" width="200" height="70" fill="#e9e2d2"/><rect x="430" y="120" width="8" height="330" fill="#5d2015"/>`,
  parcel: `<rect width="900" height="600" fill="#dcd6ca"/><rect x="180" y="150" width="540" height="340" fill="#b98d57"/>
    <rect x="420" y="150" width="60" height="340" fill="#d9c28f"/><rect x="220" y="210" width="170" height="120" fill="#f6f3ec"/>
    ${Array.from({ length: 12 }, (_, at) => `<rect x="${234 + at * 12}" y="280" width="${3 + (at % 3) * 2}" height="36" fill="#222"/>`).join("")}`,
  boat: `<rect width="900" height="600" fill="#101c2c"/><rect y="380" width="900" height="220" fill="#0a1320"/>
    <path d="M90 360h330l-40 60H140z" fill="#33465c"/><rect x="200" y="300" width="90" height="60" fill="#4a607a"/>
    <path d="M430 330h400l-30 90H450z" fill="#1d2a3a"/><rect x="700" y="220" width="70" height="110" fill="#26374b"/>
    <circle cx="770" cy="90" r="34" fill="#e8e4cf"/>`,
};

/** A PNG of 900 by 600, as a reporter's telephone might send one. */
export function drawPicture(picture: Picture): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600">${drawings[picture]}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
