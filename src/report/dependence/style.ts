import { STYLE } from "../style.ts";

/** The report's sheet, and what only maps, bars and the table of minerals need. */
export const DEPENDENCE_STYLE = `${STYLE}
:root{--c0:#e9e5dc;--c1:#d7e3ee;--c2:#a9c8e2;--c3:#6ba3cf;--c4:#2f76b1;--c5:#0c3f6e;--sea:none;--supply:#c4511d}
@media (prefers-color-scheme:dark){:root{--c0:#2b2825;--c1:#24384a;--c2:#2c557a;--c3:#3d7eb3;--c4:#6fb1e4;--c5:#cfe8ff;--supply:#ff9a66}}
.map{display:block;width:100%;height:auto;margin-top:1em}.map .land path{stroke:var(--page);stroke-width:.5}
.map .c0{fill:var(--c0)}.map .c1{fill:var(--c1)}.map .c2{fill:var(--c2)}.map .c3{fill:var(--c3)}.map .c4{fill:var(--c4)}.map .c5{fill:var(--c5)}
.map .land .here{stroke:var(--text);stroke-width:1.4;paint-order:stroke}
.map .flows path{fill:none;stroke:var(--supply);stroke-opacity:.75;stroke-linecap:round}.map .flows .from{fill:var(--supply)}
.map-legend{margin:.6em 0 0}.swatch .c0{background:var(--c0)}.swatch .c1{background:var(--c1)}.swatch .c2{background:var(--c2)}.swatch .c3{background:var(--c3)}.swatch .c4{background:var(--c4)}.swatch .c5{background:var(--c5)}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));gap:28px 56px;margin-top:1.4em}
.pair .sub{margin:0 0 .3em}.pair .sub b{color:var(--text)}.pair .sub small{white-space:normal}.pair .note{margin:.5em 0 0;font-size:.85rem}.pair h3+.sub{margin-top:.5em}section>h3{margin:2em 0 .4em}.stage{margin-top:1.8em;padding-top:1.1em;border-top:1px solid var(--rule)}.stage>h3{margin:0}.stage .pair{margin-top:.5em}.pair .uses .sub:not(:first-of-type){margin-top:1em}
.bars th[scope=row]{width:45%;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;max-width:0;padding:3px 14px 3px 0}.bars td{padding:3px 14px 3px 0}.bars tbody tr{border:0}.bars .bar{width:41%;vertical-align:middle}
.bars svg{display:block;width:100%;height:12px;background:var(--ground)}.bars rect{fill:var(--with)}.supply .bars rect{fill:var(--supply)}
.minerals{margin-top:1.4em;font-size:.93rem}.minerals th[scope=row]{font-weight:560}.minerals thead th:nth-child(3),.minerals thead th:nth-child(5){width:22%}.minerals thead .wide-only{width:13%}.minerals .again{border-top:0}.minerals .again th{visibility:hidden}
.minerals td small{display:inline;margin-left:.5em}.minerals .wide-only small{margin-left:0}
.uses .bars th[scope=row]{white-space:normal;max-width:none}.uses .bars td{vertical-align:middle}
.metrics{display:flex;flex-wrap:wrap;gap:4px 20px;margin:.7em 0 0;font-size:.8rem}.metrics div{display:flex;flex-direction:column-reverse}.metrics dt{color:var(--soft)}.metrics dd{margin:0;font-weight:640;font-size:1rem}
main>section.only{border-top:3px solid var(--text);margin-top:8px;padding-top:24px}.only>h2{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}.only>.lead{color:inherit;font-size:clamp(1.12rem,1.9vw,1.35rem);max-width:66ch}
.headlines{list-style:none;margin:0 0 1em;padding:0;max-width:80ch;font-size:1.05rem}.headlines li{margin:0 0 .5em}.headlines a{font-weight:640}
.figures th[scope=row]{width:20%}.figures th:last-child{width:26%}.figures .n{width:12%;white-space:normal}
@media screen and (max-width:720px){.bars th[scope=row]{white-space:normal;max-width:none}.minerals .wide-only,.minerals thead,.minerals .again th,.minerals td:empty,.minerals .blank{display:none}.minerals,.minerals tbody{display:block}
.minerals tr{display:grid;grid-template-columns:6.2em 1fr;gap:2px 12px;padding:9px 0 7px}.minerals th[scope=row]{grid-column:1/-1;padding:0 0 3px}
.minerals td,.minerals td.n{grid-column:2;padding:0;text-align:left;white-space:normal}.minerals td:nth-of-type(1){grid-column:1;grid-row:span 5}
.minerals td::before{color:var(--soft)}.minerals td:nth-of-type(2)::before{content:"made by "}.minerals td:nth-of-type(3)::before{content:"HHI "}
.minerals td:nth-of-type(4)::before{content:"supplied by "}.minerals td:nth-of-type(5)::before{content:"left without the largest "}.minerals td:nth-of-type(6)::before{content:"net import reliance "}
.minerals td[colspan]::before{content:none!important}}
`;
