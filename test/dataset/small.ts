import { type Dataset, readDataset } from "../../src/dataset/index.ts";
import { parameterNames } from "../../src/dataset/schema/parameter-names.ts";

const sure = "2024,,,reported,usgs,table 1,";
const provenance = "value,unit,year,low,high,status,source,locator,note";

/** A dataset of one mine, one separation, one magnet plant and one use, in two countries. */
export function smallFiles(): Map<string, string> {
  const tables: Record<string, readonly string[]> = {
    "sources.csv": [
      "id,publisher,title,url,licence,redistributable",
      "usgs,US Geological Survey,Mineral Commodity Summaries 2026,https://pubs.usgs.gov/,public domain,yes",
      "monazite-assumption,Monazite,Own assumptions,,CC BY 4.0,yes",
    ],
    "countries.csv": [
      "id,iso2,name,kind,modelCountry",
      "CHN,CN,China,country,CHN",
      "JPN,JP,Japan,country,JPN",
      "AUT,AT,Austria,country,XEU",
      "XEU,,Other EU,aggregate,XEU",
    ],
    "blocs.csv": ["bloc,country,status,source,locator,note", "APEC,JPN,reported,usgs,members,"],
    "commodities.csv": [
      "id,name,material,stage,basis",
      "bastnaesite,Bastnaesite,mixed-rare-earths,mining,t REO",
      "ndpr-oxide,NdPr oxide,ndpr,separation,t oxide",
      "ndpr-metal,NdPr metal,ndpr,metal,t metal",
      "ndfeb-standard,NdFeB magnets,ndfeb-standard,magnet,t finished magnet",
      "swarf-standard,Swarf,ndfeb-swarf,recycling,t swarf",
    ],
    "groups.csv": ["group,member", "light-rare-earths,ndpr", "rare-earths,light-rare-earths"],
    "compositions.csv": [`class,oxide,${provenance}`, `bastnaesite,ndpr-oxide,0.2,share,${sure}`],
    "separations.csv": [
      `recipe,feed,output,${provenance}`,
      "separate-all,bastnaesite,ndpr-oxide,0.9,share,2024,0.8,0.95,assumed,monazite-assumption,,usual for solvent extraction",
    ],
    "recipes.csv": [
      `recipe,kind,level,commodity,${provenance}`,
      `reduce-ndpr,reduce,ndpr-metal,ndpr-metal,1,t/t,${sure}`,
      `reduce-ndpr,reduce,ndpr-metal,ndpr-oxide,-1.22,t/t,${sure}`,
      `press-standard,press,ndfeb-standard,ndfeb-standard,1,t/t,${sure}`,
      `press-standard,press,ndfeb-standard,ndpr-metal,-0.41,t/t,${sure}`,
      `press-standard,press,ndfeb-standard,swarf-standard,0.333,t/t,${sure}`,
      `recycle-swarf,recycle,ndpr-oxide,ndpr-oxide,1,t/t,${sure}`,
      `recycle-swarf,recycle,ndpr-oxide,swarf-standard,-3,t/t,${sure}`,
    ],
    "production.csv": [
      `kind,recipe,country,commodity,${provenance}`,
      `mine,bastnaesite,CHN,bastnaesite,250000,t/year,${sure}`,
      `separate,separate-all,CHN,bastnaesite,250000,t/year,${sure}`,
      `reduce,reduce-ndpr,CHN,ndpr-metal,36000,t/year,${sure}`,
      `press,press-standard,JPN,ndfeb-standard,9000,t/year,${sure}`,
      `dispose,,CHN,ndpr-oxide,10,t/year,${sure}`,
    ],
    "capacities.csv": [`kind,recipe,country,commodity,${provenance}`],
    "facilities.csv": [
      `id,name,operator,country,kind,recipe,commodity,phase,start,${provenance}`,
      `new-plant,New plant,,AUT,press,press-standard,ndfeb-standard,planned,2027-06,,t/year,${sure}`,
    ],
    "applications.csv": [
      `application,use,name,curve,${provenance}`,
      `motors,electric-vehicles,Motors,standard,2e6,USD/t,${sure}`,
    ],
    "application_inputs.csv": [`application,commodity,${provenance}`, `motors,ndfeb-standard,1,t/t,${sure}`],
    "demand.csv": [`application,country,${provenance}`, `motors,JPN,9000,t/year,${sure}`],
    "demand_curves.csv": [
      `curve,tranche,parameter,${provenance}`,
      `standard,0,share,0.25,share,${sure}`,
      `standard,0,elasticity,1.2,1,${sure}`,
      `standard,1,share,0.75,share,${sure}`,
      `standard,1,elasticity,0.1,1,${sure}`,
    ],
    "prices.csv": [
      `commodity,country,${provenance}`,
      `ndpr-oxide,WLD,55000,USD/t,${sure}`,
      `ndpr-metal,WLD,70000,USD/t,${sure}`,
      `ndfeb-standard,WLD,41000,USD/t,${sure}`,
    ],
    "parameters.csv": [
      `parameter,scope,${provenance}`,
      ...Object.entries(parameterNames).map(([name, p]) => `${name},*,${Math.max(p.range[0], 0.5)},${p.unit},${sure}`),
    ],
    "stocks.csv": [`commodity,country,holder,${provenance}`, `stage:magnet,*,private,45,days,${sure}`],
    "trade/ndpr-metal.csv": [`exporter,importer,${provenance}`, `CHN,JPN,4000,t/year,${sure}`],
    "uncertainties.csv": ["id,title,table,rows,scopes,distribution,note"],
    "events.csv": [
      "id,announced,in_force,ends,actors,targets,materials,unmodelled,stages,kind,because,title,description,figures,related,confidence,status,source,locator,note",
      "cn-2025-04-licences,2025-04-04,2025-04,,CHN,JPN,rare-earths,scandium,separation metal,licence,,Licences,China licenses exports,,,high,reported,usgs,table 1,",
      "summit,2025-10-30,,,CHN,,,,,context,politics,A summit,They meet,,cn-2025-04-licences,low,assumed,monazite-assumption,,no source found",
    ],
    "event_terms.csv": [
      "event,term,value,status,source,locator,note",
      "cn-2025-04-licences,processingWorkingDays,45,reported,usgs,table 1,",
      'cn-2025-04-licences,approvals,"[{ from: 2025-04-01, approvalShare: 1 }]",assumed,monazite-assumption,,the rules name no share',
    ],
    "agreements.csv": [
      "id,title,parties,event,from,ends,status,source,locator,note",
      "pact,A pact,JPN,cn-2025-04-licences,2025-10-28,,reported,usgs,table 1,",
    ],
    "agreement_terms.csv": [
      "agreement,term,kind,by,value,unit,until,acts,text,status,source,locator,note",
      "pact,half,target,JPN,0.5,share,2030,,half at home,reported,usgs,table 1,",
    ],
    "measures.csv": [
      "id,title,kind,agreement,parties,stage,country,sizing,most,capital_low,capital,capital_high,public_share,payers,running_low,running,running_high,start,lead_months,delay_low,delay_mode,delay_high,ramp_months,phase,needs,excludes,status,source,locator,note",
      "jp-metal,Metal in Japan,facility,pact,JPN,metal,JPN,on-off,1,30000000,60000000,90000000,0.5,JPN,0,0,0,2025-01,12,0,3,12,12,planned,,,reported,usgs,table 1,",
      "jp-magnets,Magnets in Japan,facility,,JPN,magnet,JPN,scalable,2,50000000,80000000,120000000,0.5,JPN:0.75 CHN:0.25,0,1000000,2000000,2025-01,24,,,,12,idea,jp-metal,,estimated,usgs,,from Columbus",
    ],
    "measure_terms.csv": [
      "measure,term,value,status,source,locator,note",
      "jp-metal,recipe,reduce-ndpr,reported,usgs,table 1,",
      "jp-metal,capacityTonnesPerYear,2000,reported,usgs,table 1,",
      "jp-metal,breakEvenPriceFactor,1.1,assumed,monazite-assumption,,judgement",
      "jp-magnets,recipe,press-standard,reported,usgs,table 1,",
      "jp-magnets,capacityTonnesPerYear,1000,reported,usgs,table 1,",
      "jp-magnets,breakEvenPriceFactor,1.1,assumed,monazite-assumption,,judgement",
    ],
    "corrections.csv": ["file,key,field,expected,value,reason"],
    "tensions.csv": ["topic,figureA,figureB,note"],
    "names.csv": [
      "key,en,de,ja,note",
      "commodity/ndpr-metal,NdPr metal,NdPr-Metall,NdPr金属,",
      "use/electric-vehicles,Electric vehicles,Elektrofahrzeuge,電気自動車,",
      "scenario/full-stop,A full stop,Ein völliger Stopp,全面停止,",
    ],
  };
  return new Map(Object.entries(tables).map(([file, lines]) => [file, `${lines.join("\n")}\n`]));
}

/** The small dataset with one text replaced in one file (all of its lines when `was` is a pattern with the g flag). */
export function changed(file: string, was: string | RegExp, now: string): Map<string, string> {
  const files = smallFiles();
  const before = files.get(file) ?? "";
  const after = before.replace(was, now);
  if (after === before) throw new Error(`nothing to change in ${file}`);
  return files.set(file, after);
}

/** The small dataset with a line added to one file. */
export function withLine(file: string, line: string): Map<string, string> {
  const files = smallFiles();
  return files.set(file, `${files.get(file) ?? ""}${line}\n`);
}

export function smallDataset(): Dataset {
  return readDataset(smallFiles()).dataset;
}
