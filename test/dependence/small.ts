import { parseStatistics, type Statistics } from "../../src/dataset/index.ts";

/** Statistics of one mineral with numbers that can be followed by hand. */
export const FILES: Readonly<Record<string, string>> = {
  "statistics/materials.csv": `id,name,symbol,usgs2025,eu2023,modelMaterials,note
gallium,Gallium,Ga,yes,strategic,,
dysprosium,Dysprosium,Dy,yes,strategic,dysprosium,
cesium,Cesium,Cs,yes,no,,
baryte,Baryte,,no,critical,,
`,
  "statistics/production.csv": `material,stage,form,country,year,tonnes,status,source,locator,note
gallium,refining,primary,CHN,2025,60,reported,usgs,GALLIUM,
gallium,refining,primary,JPN,2025,20,estimated,usgs,GALLIUM,
gallium,refining,primary,USA,2025,,withheld,usgs,GALLIUM,
gallium,refining,primary,OTH,2025,10,reported,usgs,GALLIUM,
gallium,refining,primary,WLD,2025,100,reported,usgs,GALLIUM,
gallium,refining,primary,CHN,2024,999,reported,usgs,GALLIUM,
`,
  "statistics/supply_shares.csv": `material,stage,market,country,share,below,tradeParameter,source,locator
gallium,mining,WLD,CHN,0.9,no,1.2,eu,annex
gallium,mining,WLD,JPN,0.1,no,1,eu,annex
gallium,refining,EUU,DEU,0.6,no,0.8,eu,annex
gallium,refining,EUU,CHN,0.4,no,1.2,eu,annex
gallium,refining,WLD,CHN,1,no,1.2,eu,annex
`,
  "statistics/trade_codes.csv": `hs6,material,stage,form,fit,containedShare,productionForm,scoring,source,locator,note
811292,gallium,refining,unwrought metal,shared,,primary,one of seven,hs,,with germanium and others
`,
  "statistics/trade/811292.csv": `year,exporter,importer,valueThousandUsd,tonnes,source
2024,CHN,JPN,3000,30,baci
2024,DEU,JPN,2000,10,baci
2024,USA,JPN,50,,baci
2024,FRA,DEU,900,9,baci
2024,CHN,DEU,100,1,baci
2023,CHN,JPN,1,777,baci
`,
  "statistics/published_indicators.csv": `material,stage,form,indicator,variant,year,value,source,locator
gallium,refining,Gallium,supply-risk,assessment of 2017,2017,1.4,ec,
`,
  "statistics/reliance.csv": `material,form,country,year,share,qualifier,source,locator
gallium,all forms,USA,2024,1,exact,usgs,
gallium,all forms,USA,2025,,net-exporter,usgs,
`,
  "statistics/use_shares.csv": `material,application,share,sector,valueAddedMillionEur,source,locator
gallium,Lighting,0.3,C27,1,eu,
gallium,Integrated circuits,0.7,C26,1,eu,
`,
  "statistics/governance.csv": `country,indicator,year,estimate,source,locator
${["CHN,-0.5", "JPN,1.5", "DEU,1.5"]
  .flatMap((of) =>
    [
      "voice-and-accountability",
      "political-stability",
      "government-effectiveness",
      "regulatory-quality",
      "rule-of-law",
      "control-of-corruption",
    ].map((name) => of.replace(",", `,${name},2022,`)),
  )
  .map((row) => `${row},wgi,`)
  .join("\n")}
`,
};

export const small: Statistics = parseStatistics(new Map(Object.entries(FILES)));
