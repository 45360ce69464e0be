import { STYLE } from "../style.ts";

/** The report's sheet, and what only the frontier, the calendar and the heat strips of a plan need. */
export const PLAN_STYLE = `${STYLE}
:root{--c0:transparent;--c1:#dfe9f2;--c2:#b4d0e8;--c3:#7fb2d9;--c4:#2f76b1;--c5:#0c3f6e;--on-dark:#fff;--on-light:#1d1b18;--on4:var(--on-dark);--on3:var(--on-light);--r4:var(--on-dark);--r3:var(--on-light);--lead:#c9c2b5}
@media (prefers-color-scheme:dark){:root{--c1:#22313f;--c2:#284a69;--c3:#2f6595;--c4:#6fb1e4;--c5:#cfe8ff;--on4:var(--on-light);--on3:var(--on-dark);--r4:var(--on-light);--r3:var(--on-dark);--lead:#5b554c}}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,400px),1fr));gap:32px 56px;margin-top:1.4em}
.frontier figure{display:flex;flex-direction:column;justify-content:space-between}.frontier .plot{max-width:560px}.frontier .plot text{font-size:12.5px}.frontier .tail text{fill:var(--without)}.frontier .mean text{fill:var(--with)}.frontier .own text{fill:var(--text);font-weight:640}
.frontier-table{margin-top:2em}.frontier-table th[scope=row]{width:auto;white-space:nowrap}.frontier-table .own>*{background:var(--ground)}.frontier-table .own>:first-child{box-shadow:inset 3px 0 0 var(--with)}.frontier-table th:first-child,.frontier-table td:first-child{padding-left:12px}
.frontier-table .changes{font-size:.88rem;line-height:1.4}.frontier-table .changes span{display:block}.in::before{content:"+ ";color:var(--ok);font-weight:700}.out::before{content:"\\2212  ";color:var(--without);font-weight:700}
.gantt th[scope=row]{width:40%;font-weight:560;line-height:1.3}.gantt .strip{width:60%}
.gantt-strip{display:block;width:100%;height:30px;overflow:visible}.gantt-strip .year{stroke:var(--grid);stroke-width:1}.gantt-strip .base{stroke:var(--rule);stroke-width:1}
.g-lead{fill:var(--lead)}.g-grow{fill:var(--with);fill-opacity:.55}.g-full{fill:var(--with)}.g-delay{stroke:var(--inside);stroke-width:3;fill:none}.g-tick{stroke:var(--inside);stroke-width:2}
.swatch .g-lead{background:var(--lead);height:5px}.swatch .g-grow{background:linear-gradient(to bottom right,transparent 50%,color-mix(in srgb,var(--with) 60%,transparent) 50.5%)}.swatch .g-full{background:var(--with)}.swatch .g-delay{background:none;border:solid var(--inside);border-width:0 2px;height:10px;position:relative}.swatch .g-delay::after{content:"";position:absolute;left:0;right:0;top:4px;height:2px;background:var(--inside)}
.swatch .bar-without{background:var(--without)}.swatch .bar-with{background:var(--with)}.swatch .fair{background:var(--alone)}
.b-without{fill:var(--without)}.b-with{fill:var(--with)}.b-fair{fill:var(--alone)}.b-stays{fill:var(--with);fill-opacity:.35}.b-share{fill:var(--with)}
.worth-each .whole>*{border-top:2px solid var(--rule)}.uses th[scope=row]{width:30%}.uses .bar{width:42%}.worth-each .bar{width:24%}.worth-each th[scope=row]{font-weight:560}
.heat{margin-top:1.2em;font-size:.93rem}.heat th[scope=row]{width:32%;font-weight:560;line-height:1.3;padding-top:6px;padding-bottom:6px}.heat td.n{padding:6px 10px 6px 6px}.heat .cell{border-left:2px solid var(--page);text-align:right;white-space:nowrap;padding:6px 8px;print-color-adjust:exact;-webkit-print-color-adjust:exact}.heat thead .n{padding-right:8px;white-space:normal;max-width:9em}.heat .cell{min-width:4.6em}.heat tbody tr{border-top:2px solid var(--page)}.heat .sum{padding-left:14px;font-weight:640}.heat .own::before,.dot::before{content:"";display:inline-block;width:.55em;height:.55em;border-radius:50%;background:var(--with);margin-right:.5em}
.heat .m0,.heat .r0{color:var(--soft)}.m1{background:var(--c1)}.m2{background:var(--c2)}.m3{background:var(--c3);color:var(--on3)}.m4{background:var(--c4);color:var(--on4)}.m5{background:var(--c5);color:var(--on4)}
.r1{background:var(--s1)}.r2{background:var(--s2);color:var(--on3)}.r3{background:var(--s3);color:var(--on-light)}.r4{background:var(--s4);color:var(--r4)}.r5{background:var(--s5);color:var(--r4)}
.r2{color:inherit}
.flips th[scope=row],.robust th[scope=row]{width:36%;font-weight:560}.flips .bar,.robust .bar{width:30%}.flips .track{overflow:visible}.flips td,.robust td{font-size:.95rem}.flips .words{display:block}
.split th[scope=row]{width:18%}.split td b{font-weight:640}.split+h3{margin-top:1.8em}.split .n{white-space:nowrap}.split td.better,.split th.better{padding-left:24px}
.costs th[scope=row]{width:26%;font-weight:560}.costs .then{width:34%;font-size:.92rem;padding-left:24px}.costs td{font-size:.95rem}.costs td small{display:block}
.facts th[scope=row]{width:24%}.facts td:nth-child(2){width:14%;white-space:nowrap}
@media screen and (max-width:720px){
.gantt,.gantt thead,.gantt tbody,.uses,.uses tbody,.flips,.flips tbody,.robust,.robust tbody{display:block}
.gantt thead tr,.gantt tbody tr,.uses tbody tr,.flips tbody tr,.robust tbody tr{display:flex;flex-wrap:wrap;padding:10px 0}
.gantt thead th:not(.strip),.gantt thead td,.uses thead,.flips thead,.robust thead{display:none}
.gantt th[scope=row],.gantt .strip,.uses th[scope=row],.uses .bar,.flips th[scope=row],.flips .bar,.robust th[scope=row],.robust .bar{width:100%;padding:2px 0}
.flips td:not(.bar){padding:4px 0 0}
.uses td.n{text-align:left;padding:2px 14px 0 0}.uses td.n::before{content:attr(data-label) " ";color:var(--soft)}
.frontier-table.plain .n::before{content:attr(data-label) " "}.frontier-table .own{padding-left:12px!important;background:var(--ground);box-shadow:inset 3px 0 0 var(--with)}.frontier-table .own>:first-child{box-shadow:none}.frontier-table.plain th:first-child{padding-left:0}
.split.plain th[scope=row],.costs.plain th[scope=row],.costs.plain .then,.facts.plain th[scope=row],.facts td:nth-child(2){width:100%}.split td.better,.costs .then{padding-left:0}.split.plain .n::before,.costs.plain .n::before{content:attr(data-label) " "}.heat th[scope=row]{min-width:9.5em}
}
@media print{.cards,.pair{grid-template-columns:1fr 1fr;gap:20px 32px}details.long:not([open]){display:none}.gantt-strip *{print-color-adjust:exact;-webkit-print-color-adjust:exact}.frontier-table .own>*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
