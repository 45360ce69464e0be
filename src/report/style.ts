/** The page's style sheet. Colours come in a light and a dark set; every pair in one chart differs in lightness too. */
export const STYLE = `
:root{color-scheme:light dark;
--page:#fdfcfa;--text:#1d1b18;--soft:#6b655c;--rule:#e2ddd4;--grid:#ebe7df;--ground:#f2efe9;--mark:#9b948a;
--without:#c4511d;--with:#0b62a8;--inside:#9a6b00;--outside-first:#0b62a8;--outside-second:#b0337f;--outside-other:#5d6b2f;
--s1:#f7e6cb;--s2:#f4bd78;--s3:#e6803c;--s4:#b93a2a;--s5:#661627;
--alone:#9cc3e4;--harm:#c4511d;--flow:#b9b2a6;--assumed:#8a5a00;--assumed-ground:#fdf0d3;--ok:#1c6e3d}
@media (prefers-color-scheme:dark){:root{
--page:#171614;--text:#ece8e1;--soft:#a59e93;--rule:#38342f;--grid:#2c2925;--ground:#24211e;--mark:#7d766c;
--without:#ff9a66;--with:#6db6f2;--inside:#e2b23f;--outside-first:#6db6f2;--outside-second:#f08cc4;--outside-other:#b7c77e;
--s1:#3f342a;--s2:#7d4b2b;--s3:#c26a33;--s4:#f3a65e;--s5:#ffe6b5;
--alone:#2f5878;--harm:#ff9a66;--flow:#5f5951;--assumed:#f0c465;--assumed-ground:#3a2e14;--ok:#7fd39b}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums lining-nums}
header,main,footer{max-width:1120px;margin:0 auto;padding:0 32px}
header{padding-top:56px}
h1{font-size:clamp(1.9rem,4.2vw,3rem);line-height:1.1;letter-spacing:-.02em;font-weight:680;margin:.1em 0 .35em;max-width:30ch;text-wrap:balance}
h2{font-size:1.6rem;line-height:1.2;letter-spacing:-.012em;font-weight:660;margin:0 0 .3em;text-wrap:balance}
h3{font-size:1rem;line-height:1.3;font-weight:640;margin:0}
p{margin:0 0 1em}
a{color:inherit;text-decoration-color:var(--mark);text-underline-offset:.15em}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--with);outline-offset:3px}
.kicker{color:var(--soft);font-size:.9rem;margin:0}
.about{color:var(--soft);max-width:68ch;font-size:1.05rem}
.short{font-size:clamp(1.12rem,1.9vw,1.35rem);line-height:1.5;max-width:66ch;margin:0 0 1.6em;text-wrap:pretty}.short p{margin:0 0 .6em}
.lead{color:var(--soft);max-width:72ch}
.note,.sub,small{color:var(--soft)}
.note{font-size:.9rem;margin:.8em 0 0;max-width:80ch}
.answer{border-top:3px solid var(--text);padding-top:24px;margin-top:8px}
main>section:not(.answer){border-top:1px solid var(--rule);margin-top:64px;padding-top:32px}
nav{margin-top:40px}
nav ol{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:6px 22px;font-size:.92rem}
table{border-collapse:collapse;width:100%;text-align:left}
caption{text-align:left;font-weight:660;font-size:1.15rem;padding:0 0 .3em}
th,td{vertical-align:top;padding:8px 14px 8px 0;font-weight:400}
th:last-child,td:last-child{padding-right:0}
thead th{font-size:.82rem;color:var(--soft);line-height:1.25;vertical-align:bottom}
tbody tr{border-top:1px solid var(--rule)}
th small,td small{display:block;font-size:.82rem;line-height:1.35;font-weight:400;margin-top:1px}
.n{text-align:right;white-space:nowrap}.worth .n{padding-left:10px}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999px}
.skip:focus{left:8px;top:8px;background:var(--page);padding:8px}
.without{color:var(--without)}.with{color:var(--with)}.alone{color:var(--soft)}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,400px),1fr));gap:32px 56px}
.card th[scope=row]{color:var(--soft);font-size:.92rem;width:34%}
.card td b{font-size:1.2rem;font-weight:640;white-space:nowrap}
.card thead th{font-weight:600}.card thead th.without{color:var(--without)}.card thead th.with{color:var(--with)}
.legend{display:flex;flex-wrap:wrap;gap:4px 16px;font-size:.85rem;color:var(--soft);margin-bottom:1.6em}
.swatch{display:inline-flex;align-items:center;gap:6px;white-space:nowrap}
.swatch i{width:22px;height:12px;display:inline-block}
.swatch .s0{background:var(--ground)}.swatch .s1{background:var(--s1)}.swatch .s2{background:var(--s2)}.swatch .s3{background:var(--s3)}.swatch .s4{background:var(--s4)}.swatch .s5{background:var(--s5)}
.strips+.note{margin-bottom:2.4em}.strips{margin-top:1.6em}
.strips th[scope=row]{line-height:20px;width:24%;font-weight:560}
.strips .line{display:block;line-height:20px;font-size:.9rem}
.which{width:1%;white-space:nowrap}.which .line{font-size:.82rem}
.strip{width:44%}
.timeline .strip{width:58%;vertical-align:middle}.timeline th[scope=row]{width:42%}
.timeline .group th{font-size:.82rem;color:var(--soft);padding-top:18px}
.timeline tbody .group{border-top:0}.timeline .group+tr{border-top:0}
.track{display:block;width:100%;margin:3px 0;overflow:visible}
.track .ground{fill:var(--ground)}.track line{stroke:var(--page);stroke-width:2}
.track .s1{fill:var(--s1)}.track .s2{fill:var(--s2)}.track .s3{fill:var(--s3)}.track .s4{fill:var(--s4)}.track .s5{fill:var(--s5)}
.t-pressure{fill:var(--without)}.t-relief{fill:var(--mark)}.t-measure{fill:var(--with)}
.worth .ground{fill:none}.w-package{fill:var(--with)}.w-alone{fill:var(--alone)}.w-rent{fill:var(--soft)}.track .harm{fill:var(--harm)}
.years{position:relative;height:1.3em;font-size:.82rem}
.years span{position:absolute;padding-left:3px}
.worth{margin-top:1.2em}.worth th[scope=row]{width:36%;font-weight:560}.worth .bar{width:26%}.worth td.n{font-size:.95rem}
.rents th[scope=row]{width:40%;font-weight:400}.rents thead th.n{white-space:normal;max-width:11em}
.status{white-space:nowrap}.status.assumed{background:var(--assumed-ground);color:var(--assumed);padding:0 .4em;border-radius:3px;font-weight:600}
.panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,300px),1fr));gap:36px 32px;margin-top:1.6em}
figure{margin:0}.panel .sub{font-size:.85rem;margin:0}
.keys{display:flex;flex-wrap:wrap;gap:0 11px;margin:.3em 0 .2em;font-size:.82rem;line-height:1.4}
.key{white-space:nowrap}.key b{font-size:.98rem;letter-spacing:-.01em}
.key.without{color:var(--without)}.key.with{color:var(--with)}.key.inside{color:var(--inside)}.key.outside-first{color:var(--outside-first)}.key.outside-second{color:var(--outside-second)}.key.outside-other{color:var(--outside-other)}
.plot{display:block;width:100%;height:auto;max-width:420px;overflow:visible;--plot-background:var(--page)}
.plot text{white-space:pre;fill:var(--soft)}
.wide{margin-top:2em}.wide .sub{font-size:.9rem;margin:0 0 .4em}
.panel{display:flex;flex-direction:column}.panel>svg{margin-top:auto}
.day{white-space:nowrap}
.warning{background:var(--assumed-ground);color:var(--assumed);padding:.6em .9em;border-radius:4px;max-width:80ch;font-weight:560}
.reading{color:var(--soft);max-width:72ch;padding-left:1.1em}.reading li{margin:0 0 .4em}
.scroll{overflow-x:auto}
.flow{display:block;width:100%;min-width:760px;height:auto}
.flow text{fill:var(--text);font-size:13px;paint-order:stroke;stroke:var(--page);stroke-width:3px;stroke-linejoin:round}
.flow .head{fill:var(--soft)}.flow .share{fill-opacity:.78}.flow .head{font-size:12.5px}
.flow .links{fill:none;stroke-opacity:.42}
.flow .from-inside{stroke:var(--inside)}.flow .from-outside-first{stroke:var(--outside-first)}.flow .from-outside-second{stroke:var(--outside-second)}.flow .from-outside-other{stroke:var(--outside-other)}.flow .from-other,.flow .from-use{stroke:var(--flow)}
.flow .at-inside{fill:var(--inside)}.flow .at-outside-first{fill:var(--outside-first)}.flow .at-outside-second{fill:var(--outside-second)}.flow .at-outside-other{fill:var(--outside-other)}.flow .at-other,.flow .at-use{fill:var(--soft)}
b.at-inside{color:var(--inside)}
.plain th[scope=row]{width:26%;font-weight:560;overflow-wrap:anywhere}.plain td{font-size:.95rem}
.checks td:nth-child(2){color:var(--soft)}
.pass{color:var(--ok)}.fail{color:var(--without);font-weight:700}
details{margin-top:.8em}summary{cursor:pointer}
.sources{padding-left:1.1em;margin:.4em 0;font-size:.92rem;overflow-wrap:anywhere}
h3+.sources{margin-top:.3em}.plain~h3{margin-top:1.6em}
footer{color:var(--soft);font-size:.88rem;margin-top:72px;padding-bottom:48px}footer p{border-top:1px solid var(--rule);padding-top:18px}
@media screen and (max-width:720px){
header,main,footer{padding-left:18px;padding-right:18px}header{padding-top:32px}
main>section:not(.answer){margin-top:48px;padding-top:24px}
.strips,.strips thead,.strips tbody,.worth,.worth tbody{display:block}
.strips thead tr,.strips tbody tr,.worth tbody tr{display:flex;flex-wrap:wrap;padding:10px 0}
.strips thead th:not(.strip),.strips thead td,.worth thead{display:none}.strips thead tr{padding:0}
.strips th,.strips td,.worth th,.worth td{padding:0 14px 0 0}
.strips th[scope=row],.timeline th[scope=row],.worth th[scope=row],.rents th[scope=row]{width:100%;padding-bottom:4px}
.strips .strip,.timeline .strip,.worth .bar{width:100%;padding:2px 0}
.strips td:not(.strip){width:auto}.strips .months{margin-left:auto}
.strips caption{display:block}
.worth td.n{text-align:left;padding-left:0}.worth td.n:nth-of-type(3)::before{content:"alone ";color:var(--soft)}
.rents td.n:nth-of-type(3)::before{content:""}
.worth td.part{width:auto;font-size:.85rem;color:var(--soft);padding-left:0}.worth .part::before{content:attr(data-label) " "}
.plain,.plain tbody,.plain tr,.plain th[scope=row],.plain td{display:block;width:100%}.plain thead{display:none}.plain tbody tr{padding:10px 0}.plain th,.plain td{padding:0}.plain .n{text-align:left;display:inline-block;width:auto;padding-right:14px;font-size:.85rem;color:var(--soft)}
.card td b{font-size:1.05rem}
}
@media print{
:root{--page:#fff}html{font-size:11.5px}body{font-size:1rem}header{padding-top:0}main>section:not(.answer){margin-top:32px;padding-top:20px}header,main,footer{max-width:none;padding-left:0;padding-right:0}
nav,.skip{display:none}p{orphans:3;widows:3}figure,tr,.lead,.legend{break-inside:avoid}h2,h3,.lead,.legend,caption,thead{break-after:avoid}
.panels{grid-template-columns:repeat(3,1fr)}rect,i,path{print-color-adjust:exact;-webkit-print-color-adjust:exact}
details:not([open])>*{display:block}.flow{min-width:0}
}
`;
