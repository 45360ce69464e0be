import { geoArea, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** world-HASH.json: Natural Earth's outlines (public domain, by way of world-atlas), by ISO alpha-3. */
export type World = Topology<{ readonly countries: GeometryCollection }>;

export interface DrawnWorld {
  readonly width: number;
  readonly height: number;
  readonly countries: readonly { readonly id: string; readonly path: string }[];
  /** the middle of each country's largest piece, pixels */
  readonly at: ReadonlyMap<string, readonly [number, number]>;
}

const ANTARCTICA = "ATA";
const HEIGHT_SHARE = 0.47;
/** Too small for the outlines, but makers or traders all the same: longitude, latitude. */
const SMALL: Readonly<Record<string, readonly [number, number]>> = { SGP: [103.8, 1.35], HKG: [114.2, 22.3] };

type Country = Feature<Polygon | MultiPolygon>;

/** The world as paths, for a width in pixels. */
export function drawWorld(world: World, width: number): DrawnWorld {
  const { features } = feature(world, world.objects.countries) as unknown as FeatureCollection<Polygon | MultiPolygon>;
  const shapes = features.filter((shape) => shape.id !== ANTARCTICA);
  const height = Math.round(width * HEIGHT_SHARE);
  const all: FeatureCollection = { type: "FeatureCollection", features: shapes };
  const projection = geoEqualEarth()
    .rotate([-11, 0])
    .fitExtent(
      [
        [2, 2],
        [width - 2, height - 2],
      ],
      all,
    );
  const path = geoPath(projection).digits(1);
  const middles = [
    ...shapes.map((shape) => [String(shape.id), middleOf(shape)] as const),
    ...Object.entries(SMALL),
  ].flatMap(([id, place]) => {
    const point = projection([place[0], place[1]]);
    return point ? [[id, point] as const] : [];
  });
  return {
    width,
    height,
    countries: shapes.map((shape) => ({ id: String(shape.id), path: path(shape) ?? "" })),
    at: new Map(middles),
  };
}

/** Overseas parts do not pull it into the sea. */
function middleOf(shape: Country): [number, number] {
  if (shape.geometry.type === "Polygon") return geoCentroid(shape);
  const pieces = shape.geometry.coordinates.map((coordinates) => ({ type: "Polygon" as const, coordinates }));
  return geoCentroid(pieces.reduce((most, piece) => (geoArea(piece) > geoArea(most) ? piece : most)));
}

const BEND = 0.2;
const WIDER_BEND = 0.34;

/**
 * A bent line from one country to another, bent the other way for the way back.
 * @param wider beside another line between the same two
 */
export function arc([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number], wider = false): string {
  const bend = wider ? WIDER_BEND : BEND;
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const [dx, dy] = [x1 - x0, y1 - y0];
  const n = (value: number) => value.toFixed(1);
  return `M${n(x0)},${n(y0)}Q${n(x + dy * bend)},${n(y - dx * bend)} ${n(x1)},${n(y1)}`;
}
