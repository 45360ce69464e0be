export type { Check } from "./checks/check.ts";
export { checkDataset, checks } from "./checks/index.ts";
export { circles } from "./checks/measures.ts";
export { COUNTRY_CODE_TABLES, type CountryCodes, countryCodesOf } from "./country-codes.ts";
export { type CsvRecord, readCsv } from "./csv.ts";
export { csvField, sheetField } from "./csv-cell.ts";
export { episodeDataset, readBaseline, scales } from "./episodes/baseline.ts";
export { weighedCommodities } from "./episodes/check.ts";
export {
  type EpisodeRow,
  type Episodes,
  episodeTables,
  isEpisodes,
  type ObservedRow,
  parseEpisodes,
  type ReplaySeriesRow,
  readEpisodes,
} from "./episodes/index.ts";
export {
  type AnyFigure,
  explainFigure,
  type FigureExplanation,
  type FigureSearch,
  figuresOf,
  figureTables,
  findFigure,
  rowsOf,
} from "./figures.ts";
export { readJsonTree } from "./json-tree.ts";
export { type Nameable, nameableOf } from "./nameable.ts";
export { countryMeant, materialMeant } from "./other-names.ts";
export { type DatasetReading, parseDataset, readDataset } from "./parse.ts";
export { payersOf } from "./payers.ts";
export { formatProblem, formatProblems, InputError, type Problem, sortProblems } from "./problem.ts";
export type { AgreementRow, AgreementTermRow } from "./schema/agreements.ts";
export type { ApplicationInputRow } from "./schema/application-inputs.ts";
export type { ApplicationRow } from "./schema/applications.ts";
export type { BlocRow } from "./schema/blocs.ts";
export type { CapacityRow } from "./schema/capacities.ts";
export type { CommodityRow, Stage } from "./schema/commodities.ts";
export type { CompositionRow } from "./schema/compositions.ts";
export type { CorrectionRow } from "./schema/corrections.ts";
export type { CountryRow } from "./schema/countries.ts";
export type { DemandRow } from "./schema/demand.ts";
export type { DemandCurveRow } from "./schema/demand-curves.ts";
export {
  type ContextReason,
  contextReasons,
  type EventKind,
  type EventRow,
  type EventTermRow,
  eventKinds,
} from "./schema/events.ts";
export type { FacilityRow } from "./schema/facilities.ts";
export type { GroupRow } from "./schema/groups.ts";
export { type Dataset, type TableName, tableNames, tables } from "./schema/index.ts";
export { tableManual, tableSection } from "./schema/manual.ts";
export { type MeasureRow, type MeasureTermRow, measureKinds, measurePhases, sizings } from "./schema/measures.ts";
export type { NameRow } from "./schema/names.ts";
export type { ParameterRow } from "./schema/parameters.ts";
export type { PriceRow } from "./schema/prices.ts";
export type { ProductionKind, ProductionRow } from "./schema/production.ts";
export { type Figure, type Status, statuses } from "./schema/provenance.ts";
export type { RecipeRow } from "./schema/recipes.ts";
export type { SeparationRow } from "./schema/separations.ts";
export type { SourceRow } from "./schema/sources.ts";
export type { StockRow } from "./schema/stocks.ts";
export { type Located, type RowOf, type Table, tableStem } from "./schema/table.ts";
export type { TensionRow } from "./schema/tensions.ts";
export type { TradeRow } from "./schema/trade.ts";
export type { UncertaintyRow } from "./schema/uncertainties.ts";
export { checkStatistics } from "./statistics/check.ts";
export {
  isStatistics,
  parseStatistics,
  readStatisticsTables,
  type Statistics,
  type StatisticsTable,
  statisticsTableNames,
  statisticsTables,
} from "./statistics/index.ts";
export { closest, didYouMean, editDistance, meantInstead, quote } from "./suggest.ts";
export { figureAt, triangularQuantile, uncertainFigures } from "./uncertain-figures.ts";
export {
  fieldsAt,
  loadScenarioYaml,
  type MapEntry,
  type MapTree,
  MOST_YAML_BYTES,
  mergeMaps,
  nodeAt,
  type Path,
  type Position,
  parentPath,
  placedAt,
  plainOf,
  positionOf,
  readCellTree,
  readTree,
  readYaml,
  resolveExtends,
  type Tree,
  validateTree,
  wordsAt,
  type YamlReading,
} from "./yaml/index.ts";
