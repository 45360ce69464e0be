/** Four months of gallium without China: real draws that cost little. */
export const SMALL_SCENARIO = `title: Gallium stops
description: Small enough to draw often
start: 2026-12
months: 4
viewpoint: [JPN]
events:
  cn-stop:
    kind: export-ban
    title: China ships no gallium
    from: 2027-01-01
    to: 2027-12-31
    materials: [gallium]
    stages: [refining]
    origins: [CHN]
    source: hypothetical
    status: assumed
measures: {}
`;
