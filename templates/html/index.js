(function(d){
var f=d.querySelector(".sl-filter");if(!f)return;
var all=d.querySelectorAll("[data-sl-needs]"),s=f.querySelector("[role=status]");
function run(){var v=f.querySelector(":checked").value,n=0;
all.forEach(function(e){var on=!v||e.dataset.slNeeds.split(" ").indexOf(v)>-1;e.hidden=!on;n+=on});
d.querySelectorAll(".sl-letter").forEach(function(g){g.hidden=!g.querySelector("[data-sl-needs]:not([hidden])")});
s.textContent=s.dataset.slText.replace("#",n)}
f.hidden=false;f.addEventListener("change",run);addEventListener("pageshow",run);
})(document)
