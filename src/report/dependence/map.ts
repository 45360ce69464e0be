import { geoArea, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import countries from "i18n-iso-countries";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { WorldMap } from "../../charts/world-map.ts";
import { escapeText, type Html, html, trusted } from "../html.ts";

/** `countries-110m.json` of the package world-atlas (Natural Earth, public domain). */
export type Atlas = Topology<{ readonly countries: GeometryCollection<{ readonly name: string }> }>;

const WIDTH = 1056;
const HEIGHT = 470;
const ANTARCTICA = "ATA";
const WIDEST_FLOW_PIXELS = 14;
const BEND = 0.18;

type Country = Feature<Polygon | MultiPolygon, { readonly name: string }>;

/** Draws the map: countries by step, the viewpoint outlined, suppliers as bands that end in it. */
export function drawMap(map: WorldMap, atlas: Atlas, countryName: (id: string) => string): Html {
  const shapes = shapesOf(atlas);
  const projection = geoEqualEarth().rotate([-11, 0]);
  const drawn: FeatureCollection = { type: "FeatureCollection", features: shapes.map((s) => s.shape) };
  projection.fitExtent(
    [
      [2, 2],
      [WIDTH - 2, HEIGHT - 2],
    ],
    drawn,
  );
  const path = geoPath(projection).digits(1);
  const land = shapes.map(({ id, shape }) => {
    const step = map.step.get(id) ?? 0;
    const here = map.viewpoint.length < 40 && map.viewpoint.includes(id) ? " here" : "";
    return `<path class="c${step}${here}" d="${path(shape) ?? ""}"/>`;
  });
  const at = new Map(shapes.map(({ id, shape }) => [id, projection(middleOf(shape))]));
  const target = middleOfAll(map.viewpoint, at);
  const flows =
    target === null ? [] : map.flows.flatMap(({ from, share }) => flow(at.get(from) ?? null, target, share));
  const shares = [...map.step.keys()].filter((id) => !at.has(id));
  const unplaced = [...new Set([...shares, ...map.flows.flatMap(({ from }) => (at.get(from) ? [] : [from]))])].sort();
  const label = escapeText(describe(map, countryName));
  return html`${trusted(
    `<svg class="map" role="img" aria-label="${label}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><desc>${label}</desc><g class="land">${land.join("")}</g><g class="flows">${flows.join("")}</g></svg>`,
  )}<p class="legend map-legend">${map.legend.map((text, i) => html`<span class="swatch"><i class="c${i}"></i>${text}</span>`)}</p>${unplaced.length > 0 && html`<p class="note">Too small for this map or no single place: ${unplaced.map(countryName).join(", ")}.</p>`}`;
}

function shapesOf(atlas: Atlas): { id: string; shape: Country }[] {
  const { features } = feature(atlas, atlas.objects.countries) as unknown as { features: Country[] };
  return features
    .map((shape) => ({
      id: (shape.id === undefined ? undefined : countries.numericToAlpha3(String(shape.id))) ?? "",
      shape,
    }))
    .filter(({ id }) => id !== ANTARCTICA);
}

/** Where the largest piece of a country lies: overseas parts do not pull it into the sea. */
function middleOf(shape: Country): [number, number] {
  if (shape.geometry.type === "Polygon") return geoCentroid(shape);
  const pieces = shape.geometry.coordinates.map((coordinates) => ({ type: "Polygon" as const, coordinates }));
  return geoCentroid(pieces.reduce((most, piece) => (geoArea(piece) > geoArea(most) ? piece : most)));
}

type Point = readonly [number, number];

function middleOfAll(ids: readonly string[], at: ReadonlyMap<string, Point | null>): Point | null {
  const points = ids.flatMap((id) => (at.get(id) ? [at.get(id)!] : []));
  if (points.length === 0) return null;
  const mean = (axis: 0 | 1) => points.reduce((sum, p) => sum + p[axis], 0) / points.length;
  return [mean(0), mean(1)];
}

/** A bent band from supplier to viewpoint, as wide as its share. */
function flow(from: Point | null, to: Point, share: number): string[] {
  if (from === null) return [];
  const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const bend: Point = [x + dy * BEND, y - Math.abs(dx) * BEND];
  const d = `M${round(from[0])},${round(from[1])}Q${round(bend[0])},${round(bend[1])} ${round(to[0])},${round(to[1])}`;
  return [
    `<path d="${d}" stroke-width="${round(Math.max(1.2, share * WIDEST_FLOW_PIXELS))}"/>`,
    `<circle class="from" cx="${round(from[0])}" cy="${round(from[1])}" r="2.5"/>`,
  ];
}

function describe(map: WorldMap, countryName: (id: string) => string): string {
  const most = map.legend.length - 1;
  const parts = Array.from({ length: most }, (_, i) => most - i).flatMap((step) => {
    const here = [...map.step].filter(([, s]) => s === step).map(([id]) => countryName(id));
    return here.length > 0 ? [`${map.legend[step]}: ${here.join(", ")}`] : [];
  });
  return `${map.title}. ${parts.join(". ")}.`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
