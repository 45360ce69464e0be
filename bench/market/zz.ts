import { syntheticWorkload } from "./scaling.ts";
import { createClearer } from "../../src/market/clear.ts";
import { mulberry32 } from "./synthetic.ts";
for (const n of [30,60,120,240]) {const w=syntheticWorkload(n); const c=createClearer(w.network); const steps=[];
const t=performance.now();
for(let s=1;s<=30;s++){const r=mulberry32(s);steps.push(c.clear(w.cold.terms,w.network.typicalPriceUsdPerTonne.map(p=>p*Math.exp(2*r()-1))).newtonSteps)}
const ms=(performance.now()-t)/30; const t2=performance.now();let p=w.network.typicalPriceUsdPerTonne,st=0;for(let k=0;k<4;k++)for(const m of w.months){const q=c.clear(m,p);p=q.priceUsdPerTonne;st+=q.newtonSteps}
console.log(n,(steps.reduce((a,b)=>a+b)/30).toFixed(1),Math.max(...steps),'ms',ms.toFixed(2),'warm',((performance.now()-t2)/48).toFixed(2),st/48)}
